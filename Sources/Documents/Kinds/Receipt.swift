import CenterStore
import Regulation
import TableFiles
import Wording

extension DocumentWriter {
  /// The receipt of what was handed in: the filing of a director (article 16), a request for a change (article 31), an application (article 10).
  func receipt(_ number: String) throws -> Body {
    if let filing = try ifThere({ try store.directorFiling(number, by: who) }) { return try receipt(of: filing) }
    if let request = try ifThere({ try store.changeRequest(number, by: who) }) { return receipt(of: request) }
    return try receipt(of: store.application(number, by: who))
  }

  private func receipt(of file: MatterFile<DirectorFiling>) throws -> Body {
    guard let filed = file.matter.filedOn, let decision = file.matter.decision else {
      throw DocumentError.nothingToSay(
        Phrase(
          zh: "\(file.summary.number) 尚未报备案（现为“\(file.summary.stage.zh)”）",
          en: "\(file.summary.number) is not filed yet: it is \(file.summary.stage.en)"))
    }
    var values = matterValues(file.summary)
    values["article"] = "16"
    values["director"] = [
      "name": .string(file.matter.director.string), "considered_on": day(file.matter.considered.on),
      "minutes": .string(file.matter.considered.minutes.string), "decided_on": day(decision.on),
      "document": .string(decision.document.string),
    ]
    values["received_on"] = day(filed)
    values["noted"] = .array(
      file.matter.noted.map { ["by": .string($0.by == .department ? file.summary.department : "市科技局"), "on": day($0.on)] })
    return Body(title: "技术创新中心主任备案回执", issuedOn: file.matter.noted.map(\.on).max() ?? filed, articles: ["16"], values: values)
  }

  private func receipt(of file: MatterFile<ChangeRequest>) -> Body {
    var values = matterValues(file.summary)
    values["article"] = "31"
    values["received_on"] = day(file.summary.begunOn)
    values["changes"] = .array(
      file.matter.petition.changes.map {
        ["aspect": .string($0.aspect.phrase.zh), "new": .string($0.value)]
      })
    values["evidence"] = .string(file.matter.petition.evidence.string)
    return Body(title: "变更申请受理回执", issuedOn: file.summary.begunOn, articles: ["31"], values: values)
  }

  private func receipt(of file: ApplicationFile) throws -> Body {
    guard let handedIn = file.history.first(where: { $0.step.kind == .submit })?.on else {
      throw DocumentError.nothingToSay(
        Phrase(zh: "\(file.summary.number) 尚未提交", en: "\(file.summary.number) is not handed in yet"))
    }
    let attachments = try store.attachments(of: .application(file.summary.number), by: who)
    return Body(
      title: "建设申请回执", issuedOn: handedIn, articles: ["10"],
      values: [
        "application": .string(file.summary.number), "kind": "建设申请", "article": "10", "addressee": .string(file.summary.host),
        "name": .string(file.summary.name), "department": .string(file.summary.department),
        "stage": .string(file.summary.stage.phrase.zh), "received_on": day(handedIn), "changes": [],
        "documents": .array(attachments.map { .string($0.entry.title.string) }),
      ])
  }
}
