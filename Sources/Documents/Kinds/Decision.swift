import CenterStore
import Regulation
import TableFiles
import Wording

extension DocumentWriter {
  /// The notification of a decision, with its article: a certification or its refusal (articles 10 to 12), a revocation that is proposed, decided
  /// or not decided (article 30), a change that is made or refused (article 31).
  func decision(_ number: String) throws -> Body {
    if let application = try ifThere({ try store.application(number, by: who) }) { return try decision(on: application) }
    if let revocation = try ifThere({ try store.revocation(number, by: who) }) { return try decision(on: revocation) }
    return try decision(on: store.changeRequest(number, by: who))
  }

  /// What is there under a number; `nil` where it is a number of something else.
  func ifThere<Found>(_ find: () throws -> Found) throws -> Found? {
    do { return try find() } catch StoreError.noSuch { return nil } catch StoreError.notPermitted { return nil }
  }

  private func decision(on file: ApplicationFile) throws -> Body {
    let summary = file.summary
    var values: JSONObject = [
      "application": .string(summary.number), "call": .integer(summary.year), "addressee": .string(summary.host),
      "name": .string(summary.name), "department": .string(summary.department), "changes": [], "findings": [],
    ]
    switch file.application.state {
    case .certified(let given):
      values["certified"] = ["on": day(given.on), "code": .string(given.code.string), "article": "12"]
      return Body(
        title: "关于认定\(summary.name)的通知", number: given.document.string, issuedOn: given.on, articles: ["12"], values: values)
    case .ended(.withdrawn): break
    case .ended(let ending):
      values["refused"] = ["article": .string(ending.article), "reason": .string(ending.reason.string)]
      return Body(title: "关于\(summary.name)建设申请的告知书", issuedOn: summary.since, articles: [ending.article], values: values)
    default: break
    }
    throw DocumentError.nothingToSay(
      Phrase(
        zh: "\(summary.number) 还没有决定（现为“\(summary.stage.phrase.zh)”）",
        en: "nothing is decided on \(summary.number) yet: it is \(summary.stage.phrase.en)"))
  }

  private func decision(on file: MatterFile<Revocation>) throws -> Body {
    let (summary, revocation) = (file.summary, file.matter)
    let ground = revocation.case.ground
    var values: JSONObject = matterValues(summary)
    values["article"] = .string(ground.article)
    values["ground"] = .string(ground.phrase.zh)
    values["findings"] = .array(revocation.case.findings.map { ["part": .string($0.part.phrase.zh), "text": .string($0.text.string)] })
    values["evidence"] = .string(revocation.case.evidence.string)
    values["proposed_on"] = day(revocation.proposedOn)
    values["reply_by"] = day(revocation.replyBy?.last)
    values["replies"] = .array(revocation.replies.map { ["on": day($0.on), "text": .string($0.text.string)] })
    switch revocation.state {
    case .proposed:
      values["is_proposed"] = true
      return Body(title: "关于拟撤销\(summary.name)资格的告知书", issuedOn: revocation.proposedOn, articles: [ground.article], values: values)
    case .decided(let decision), .published(let decision, _, _):
      values["revoked"] = ["on": day(decision.on), "reason": .string(decision.reason.string)]
      return Body(
        title: "关于撤销\(summary.name)资格的决定", number: decision.document.string, issuedOn: decision.on, articles: [ground.article],
        values: values)
    case .kept(let decision):
      values["kept"] = ["on": day(decision.on), "reason": .string(decision.reason.string)]
      return Body(title: "关于不予撤销\(summary.name)资格的通知", issuedOn: decision.on, articles: [ground.article], values: values)
    case .withdrawn, .lapsed:
      throw DocumentError.nothingToSay(
        Phrase(zh: "\(summary.number) 已撤回或终止，没有决定", en: "\(summary.number) was taken back or lapsed; nothing was decided"))
    }
  }

  private func decision(on file: MatterFile<ChangeRequest>) throws -> Body {
    let summary = file.summary
    var values = matterValues(summary)
    values["article"] = "31"
    switch file.matter.state {
    case .applied(let applied):
      values["changes"] = .array(
        zip(file.matter.petition.changes, applied.old + Array(repeating: .empty, count: 8)).map { change, old in
          ["aspect": .string(change.aspect.phrase.zh), "old": .string(old.string), "new": .string(change.value)]
        })
      values["applied"] = ["on": day(applied.on)]
      return Body(
        title: "关于\(summary.name)变更事项的通知", number: applied.document.string, issuedOn: applied.on, articles: ["31"], values: values)
    case .refused(let reason):
      values["refused"] = ["article": "31", "reason": .string(reason.string)]
      return Body(title: "关于\(summary.name)变更申请的告知书", issuedOn: summary.since, articles: ["31"], values: values)
    default:
      throw DocumentError.nothingToSay(
        Phrase(
          zh: "\(summary.number) 还没有决定（现为“\(summary.stage.zh)”）",
          en: "nothing is decided on \(summary.number) yet: it is \(summary.stage.en)"))
    }
  }

  /// What every paper of a matter says at its head.
  func matterValues(_ summary: MatterSummary) -> JSONObject {
    [
      "matter": .string(summary.number), "kind": .string(summary.kind.phrase.zh), "addressee": .string(summary.host),
      "code": .string(summary.center), "name": .string(summary.name), "department": .string(summary.department),
      "stage": .string(summary.stage.zh), "changes": [], "findings": [], "documents": [],
    ]
  }
}
