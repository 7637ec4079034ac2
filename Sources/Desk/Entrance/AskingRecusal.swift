import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// A host asks that somebody step aside from its center (回避). It names people and does not learn who the experts are.
enum AskingRecusal {
  /// The key, for a host.
  ///
  /// - Parameters:
  ///   - isOwn: whether one of the host's own centers is in hand.
  ///   - refusal: why it is too late to ask.
  static func binding(isOwn: Bool, _ refusal: Phrase?) -> KeyBinding {
    KeyBinding(
      "recusal", [.character("c"), KeyPress(.function(6))], label: Phrase(zh: "申请回避", en: "recusal"),
      explanation: Phrase(
        zh: "在分配专家之前，申请某位专家回避本中心的评审，写明事由", en: "before experts are assigned: ask that somebody step aside from this center, with the reason"
      ),
      prominence: .footer, refusal: isOwn ? refusal : Phrase(zh: "没有选定本单位的中心", en: "no center of this unit is selected"))
  }
}

extension Sitting {
  /// Why a host can neither ask any more that somebody step aside from its center, nor take back that it asked; `nil` where it can.
  func refusesAskingRecusal(center: String) -> Phrase? {
    guard let refusal = (try? store.refusesRecusalRequests(center: center, by: acting))?.cited else { return nil }
    return (try? store.recusalRequests(center: center, by: acting))?.isEmpty == false ? nil : refusal
  }

  /// Asks whom the host wants to step aside from its center, and why; where it has asked before, whether it asks anew or takes that back.
  func askRecusal(center: String, name: String) {
    let old: [RecusalRequest]
    let refusal: Phrase?
    do {
      old = try store.recusalRequests(center: center, by: acting)
      refusal = try store.refusesRecusalRequests(center: center, by: acting)?.cited
    } catch { return tell(error) }
    if old.isEmpty { return askRecusal(center: center, name: name, after: old) }
    let choices =
      [Choice(Phrase(zh: "提出新的回避申请", en: "ask that somebody else step aside"), refusal: refusal)]
      + old.map { Choice(Phrase(zh: "撤回：", en: "take back: ") + $0.phrase) }
    runtime.choose(
      Phrase(zh: "\(center) 回避申请", en: "Who is to step aside from \(center)") + Phrase(zh: "（", en: " (") + roundsAsked(center)
        + Phrase(zh: "）", en: ")"), choices
    ) { [weak self] place in
      guard let self, let place else { return }
      if place == 0 { return askRecusal(center: center, name: name, after: old) }
      takeBackRecusal(center: center, old[place - 1])
    }
  }

  /// For which rounds counts what a host asks now: those that wait for their experts, and all later ones.
  private func roundsAsked(_ center: String) -> Phrase {
    let rounds = (try? store.rounds(by: acting)) ?? []
    // Where none is announced, the host can ask only while nobody is assigned to its center.
    let waiting = rounds.contains { $0.state == .announced } ? rounds.filter { $0.state == .announced } : rounds.filter(\.state.takesSheets)
    let years = waiting.map(\.year).filter { year in
      (try? store.dueCenters(year, by: acting))?.contains { $0.code == center && $0.standing == .due } ?? false
    }
    guard !years.isEmpty else { return Phrase(zh: "用于以后各年度评估", en: "for the rounds to come") }
    let list = Phrase.list(years.sorted().map { Phrase(same: String($0)) })
    return Phrase(zh: "用于 ", en: "for ") + list + Phrase(zh: " 年度及以后的评估", en: " and later rounds")
  }

  private func takeBackRecusal(center: String, _ request: RecusalRequest) {
    runtime.confirm(
      Phrase(zh: "撤回 \(center) 的回避申请", en: "Take back a request of \(center)"),
      request.phrase + Phrase(zh: "\n撤回后不再据此回避；经过仍留存。", en: "\nNobody steps aside for it any more; what was asked stays on record."),
      yes: Phrase(zh: "撤回", en: "Take back")
    ) { [weak self] agreed in
      guard let self, agreed else { return }
      run(Phrase(zh: "已撤回回避申请", en: "The request is taken back")) { store, who in
        try store.takeBackRecusal(center: center, request, by: who)
      } then: {
      }
    }
  }

  private func askRecusal(center: String, name: String, after old: [RecusalRequest]) {
    let asked =
      old.isEmpty ? Phrase(same: "") : Phrase(zh: "\n已提出：", en: "\nAsked already: ") + .list(old.map(\.phrase))
    let description = ActScreen.Description(
      title: Phrase(zh: "\(center) 申请专家回避", en: "Who is to step aside from \(center)"),
      words: Phrase(
        zh: "\(name)：写明姓名和事由。专家名单保密：无论其人是否在专家库内，处理方式相同，不另作答复。",
        en:
          "\(name): name the person and say why. Who the experts are is secret: what happens is the same whether or not the person is one, and no answer follows."
      ) + Phrase(zh: "\n", en: "\nIt counts ") + roundsAsked(center)
        + Phrase(
          zh: "，撤回前一直有效；此前已分配的专家不受影响。", en: " until you take it back; whoever is assigned already stays.") + asked,
      verb: Phrase(zh: "提出", en: "Ask"), done: Phrase(zh: "已记录回避申请", en: "It is on file"), draft: "recusal/\(center)", isGrave: false)
    let fields = [
      ActField(id: "person", label: Phrase(zh: "姓名", en: "Name"), kind: .line(limit: 40)),
      ActField(
        id: "employer", label: Phrase(zh: "工作单位", en: "Employer"), kind: .line(limit: 100),
        hint: Phrase(zh: "写明可区别同名的人", en: "tells people of one name apart"), isOptional: true),
      ActField(id: "reason", label: Phrase(zh: "事由", en: "Reason"), kind: .line(limit: 200)),
    ]
    runtime.push(
      ActScreen.correcting(
        self, description, fields, seeing: old,
        doing: { store, who, answers, seen in
          let request = RecusalRequest(person: answers.text("person"), employer: answers.text("employer"), reason: answers.text("reason"))
          let reason = seen.map { asked in
            asked.first { NameKey($0.person) == NameKey(request.person) && NameKey($0.employer) == NameKey(request.employer) }?.reason
              ?? .empty
          }
          try store.askRecusal(center: center, request, expecting: reason, by: who)
          return nil
        }))
  }
}
