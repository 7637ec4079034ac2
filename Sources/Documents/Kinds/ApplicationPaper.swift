import CenterStore
import Interchange
import Regulation
import TableFiles
import Wording

extension DocumentWriter {
  /// The application (申报书) as it is filled in, with its documents and what articles 9 and 10 say of it.
  func application(_ number: String) throws -> Body {
    let file = try store.application(number, by: who)
    let attachments = try store.attachments(of: .application(number), by: who)
    return Body(
      title: file.summary.name.isEmpty ? "沧州市技术创新中心建设申报书" : "\(file.summary.name)建设申报书",
      isDraft: file.summary.stage == .draft,
      values: [
        "application": .string(number), "call": .integer(file.summary.year), "host": .string(file.summary.host),
        "department": .string(file.summary.department), "stage": .string(file.summary.stage.phrase.zh),
        "form": spoken(ApplicationDocument(file.form).json), "host_kind": .string(file.form.host.kind?.phrase.zh ?? ""),
        "co_builders": .array((file.form.coBuilders ?? []).enumerated().map(coBuilder)),
        "shares": .array(
          [
            ("科研条件", file.form.hostShare.conditions), ("研发人员", file.form.hostShare.staff), ("科研项目", file.form.hostShare.projects),
            ("科技成果", file.form.hostShare.results),
          ].map { ["name": .string($0), "share": .string($1?.phrase.zh ?? "")] }),
        "attachments": .array(
          attachments.enumerated().map { place, attachment in
            [
              "place": .integer(place + 1), "title": .string(attachment.entry.title.string), "kind": .string(attachment.entry.kind.string),
              "file": .string(attachment.entry.file.string), "location": .string(attachment.entry.location.string),
            ]
          }),
        "findings": .array(findings(file.eligibility)),
      ])
  }

  /// An expert's opinion on an application (article 11), to sign.
  ///
  /// - Parameter expert: whose; `nil`: one's own.
  func opinionSheet(_ number: String, expert: String?) throws -> Body {
    let file = try store.application(number, by: who)
    let login = expert ?? who.login
    guard let part = file.reviewers.first(where: { $0.login == login }) else {
      throw expert == nil ? StoreError.notPermitted(nil) : StoreError.noSuch(.assignment, "\(number) \(login)")
    }
    let articles = ExpertOpinion.asked(by: file.eligibility)
    return Body(
      title: "沧州市技术创新中心建设申请专家评审意见表", isDraft: !part.isSubmitted && part.opinion != ExpertOpinion(),
      values: [
        "application": .string(number), "call": .integer(file.summary.year), "name": .string(file.summary.name),
        "host": .string(file.summary.host), "department": .string(file.summary.department), "expert": .string(login),
        "expert_name": .string(part.name), "is_leader": .bool(part.isLeader), "is_submitted": .bool(part.isSubmitted),
        "answers": .array(
          articles.map { article in
            [
              "article": .string(article), "condition": .string(Article.cited(article)?.title.zh ?? ""),
              "answer": .string(part.opinion.answers[article]?.phrase.zh ?? ""),
            ]
          }),
        "recommendation": .string(part.opinion.recommendation?.phrase.zh ?? ""),
        "rating": part.opinion.rating.map { .string($0.description) } ?? .null, "comment": .string(part.opinion.comment.string),
        "group_opinion": .string(file.groupOpinion.string),
      ])
  }

  private func coBuilder(_ place: Int, _ builder: CoBuilder) -> JSONValue {
    let agreement = builder.agreement.isComplete.map { $0 ? "已签订，四项齐全" : "未签订或缺项" } ?? ""
    return [
      "place": .integer(place + 1), "name": .string(builder.name?.string ?? ""), "kind": .string(builder.kind?.phrase.zh ?? ""),
      "province": .string(builder.province?.string ?? ""), "agreement": .string(agreement),
      "body": .string(builder.body?.string ?? ""), "people": .string(builder.people.map(\.string).joined(separator: "、")),
      "tasks": .string(builder.tasks?.string ?? ""),
    ]
  }

  private func findings(_ eligibility: Eligibility) -> [JSONValue] {
    eligibility.findings.map { finding in
      [
        "article": .string(finding.article), "condition": .string(Article.cited(finding.article)?.title.zh ?? ""),
        "verdict": .string(finding.verdict.phrase.zh), "found": .string(finding.found.zh), "required": .string(finding.required.zh),
      ]
    }
  }

  /// Answers as a form has them on paper: 是, 否, nothing where nothing is known.
  private func spoken(_ value: JSONValue) -> JSONValue {
    switch value {
    case .bool(let answer): return .string(answer ? "是" : "否")
    case .array(let elements): return .array(elements.map(spoken))
    case .object(let object):
      var spoken = JSONObject()
      for member in object.members { spoken[member.key] = self.spoken(member.value) }
      return .object(spoken)
    case .null, .number, .string: return value
    }
  }
}
