import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

extension PanelActs {
  /// Declares that an expert has to step aside from the center (回避), with a reason: one of its own, or any other of the round's pool.
  ///
  /// - Parameter seat: the one who stands there at first.
  func declareConflict(_ seat: Panel.Seat?) {
    let others: [PanelCandidate]
    do {
      others = try sitting.store.panelCandidates(year: panel.round.year, center: panel.center, by: sitting.acting)
    } catch { return sitting.tell(error) }
    let people =
      panel.seats.map {
        (login: $0.login, line: Phrase(zh: "\($0.name)（已分配）", en: "\($0.name) (assigned)") + Phrase(same: " · \($0.employer)"))
      }
      + others.map { (login: $0.login, line: Phrase(same: "\($0.name) · \($0.employer)")) }
    let title = Phrase(zh: "为 \(panel.center) 申报回避", en: "A conflict with \(panel.center)")
    guard !people.isEmpty else {
      return sitting.runtime.tell(title, Phrase(zh: "还没有专家。", en: "There is no expert yet."))
    }
    let requests = (try? sitting.store.recusalRequests(center: panel.center, by: sitting.acting)) ?? []
    let description = ActScreen.Description(
      title: title,
      words: Phrase(same: panel.name + "\n")
        + Phrase(
          zh: "写明事由。其后不再抽其评这个中心；已分配的不能再评，未动笔的下次抽取时取消。",
          en: "Say why. They are not drawn for this center and cannot score it; an assignment that is not begun falls with the next draw.")
        + PanelActs.asked(requests),
      verb: Phrase(zh: "申报", en: "Declare"), done: Phrase(zh: "已申报回避", en: "The conflict is declared"),
      draft: "conflict/\(panel.center)")
    let first = people.firstIndex { $0.login == seat?.login } ?? 0
    let fields = [
      ActField(
        id: "expert", label: Phrase(zh: "专家", en: "Expert"), kind: .choice(people.map(\.line)), takesCharacters: false,
        initial: String(first)),
      ActField(id: "reason", label: Phrase(zh: "事由", en: "Reason"), kind: .line(limit: 200)),
    ]
    let (center, logins) = (panel.center, people.map(\.login))
    let seen = sitting.conflictsOnFile().filter { $0.center.string == center }
    correct(description, fields, seeing: seen) { store, who, answers, seen in
      guard let login = answers.place("expert").flatMap({ logins.indices.contains($0) ? logins[$0] : nil }) else { return }
      try store.declareConflict(
        center: center, expert: login, reason: answers.text("reason"), expecting: seen.map { $0.reason(login, center) }, by: who)
    }
  }

  /// Whom the host asks to step aside.
  private static func asked(_ requests: [RecusalRequest]) -> Phrase {
    if requests.isEmpty { return Phrase(same: "") }
    return Phrase(zh: "\n依托单位申请回避：", en: "\nThe host asks to step aside: ") + .list(requests.map(\.phrase))
  }
}

extension Sitting {
  /// What is on file of conflicts as this person may see it.
  func conflictsOnFile() -> [ConflictRecord] { (try? store.conflicts(by: acting)) ?? [] }
}

extension [ConflictRecord] {
  /// Why an expert steps aside at a center; empty where they do not.
  func reason(_ expert: String, _ center: String) -> PlainText {
    first { $0.expert.string == expert && $0.center.string == center }?.reason ?? .empty
  }
}

extension RecusalRequest {
  /// Who, from where, and why.
  var phrase: Phrase {
    let unit = employer.isEmpty ? Phrase(same: "") : Phrase(zh: "（\(employer)）", en: " (\(employer))")
    return Phrase(same: "\(person)") + unit + Phrase(zh: "：\(reason)", en: ": \(reason)")
  }
}
