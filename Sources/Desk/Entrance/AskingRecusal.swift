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
  /// Why a host cannot ask any more that somebody step aside from its center; `nil` where it can.
  func refusesAskingRecusal(center: String) -> Phrase? { (try? store.refusesRecusalRequests(center: center, by: acting))?.cited }

  /// Asks whom the host wants to step aside from its center, and why.
  func askRecusal(center: String, name: String) {
    let old: [RecusalRequest]
    do {
      old = try store.recusalRequests(center: center, by: acting)
    } catch { return tell(error) }
    let asked =
      old.isEmpty ? Phrase(same: "") : Phrase(zh: "\n已提出：", en: "\nAsked already: ") + .list(old.map(\.phrase))
    let description = ActScreen.Description(
      title: Phrase(zh: "\(center) 申请专家回避", en: "Who is to step aside from \(center)"),
      words: Phrase(
        zh: "\(name)：写明姓名和事由。专家名单保密：无论其人是否在专家库内，处理方式相同，不另作答复。",
        en:
          "\(name): name the person and say why. Who the experts are is secret: what happens is the same whether or not the person is one, and no answer follows."
      ) + asked,
      verb: Phrase(zh: "提出", en: "Ask"), done: Phrase(zh: "已记录回避申请", en: "It is on file"), draft: "recusal/\(center)", isGrave: false)
    let fields = [
      ActField(id: "person", label: Phrase(zh: "姓名", en: "Name"), kind: .line(limit: 40)),
      ActField(
        id: "employer", label: Phrase(zh: "工作单位", en: "Employer"), kind: .line(limit: 100),
        hint: Phrase(zh: "写明可区别同名的人", en: "tells people of one name apart"), isOptional: true),
      ActField(id: "reason", label: Phrase(zh: "事由", en: "Reason"), kind: .line(limit: 200)),
    ]
    runtime.push(
      ActScreen(self, description, fields) { store, who, answers in
        try store.askRecusal(
          center: center,
          RecusalRequest(person: answers.text("person"), employer: answers.text("employer"), reason: answers.text("reason")), by: who)
      })
  }
}
