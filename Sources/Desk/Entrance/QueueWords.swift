import CenterStore
import Regulation
import Wording

/// What a first screen says of the applications.
enum QueueWords {
  /// What waits for somebody, and since when; to a host also what was given back, to the bureau which of it is due: what can be certified, and
  /// where an objection is open.
  static func purpose(of queue: ApplicationQueue, today: Day, isHost: Bool) -> Phrase {
    guard queue.waiting > 0 else { return Phrase(zh: "没有待我办理的", en: "nothing waits for me") }
    let count = queue.waiting
    let words =
      Phrase(zh: "待我办理 \(count) 件", en: "\(count) \(count == 1 ? "waits" : "wait") for me") + since(queue.waitingSince, today: today)
    return words + (isHost ? givenBack(queue, today: today) : onNotice(queue))
  }

  /// How a first screen says since when something waits.
  static func since(_ day: Day?, today: Day) -> Phrase {
    let days = day.map { max(0, today.number - $0.number) } ?? 0
    if days == 0 { return Phrase(zh: "，今日起", en: ", since today") }
    return Phrase(zh: "，最久已 \(days) 天", en: ", for up to \(days) \(days == 1 ? "day" : "days")")
  }

  /// What a notice that is over, or an objection, asks of the bureau (article 12).
  private static func onNotice(_ queue: ApplicationQueue) -> Phrase {
    let certifiable = queue.places.reduce(0) { $0 + $1.certifiable }
    let heldUp = queue.places.reduce(0) { $0 + $1.heldUp }
    return (certifiable == 0 ? Phrase(same: "") : Phrase(zh: "，可认定 \(certifiable) 件", en: ", \(certifiable) to certify"))
      + (heldUp == 0 ? Phrase(same: "") : Phrase(zh: "，有异议 \(heldUp) 件", en: ", \(heldUp) under objection"))
  }

  /// What was given back, which has a last day of its own.
  private static func givenBack(_ queue: ApplicationQueue, today: Day) -> Phrase {
    let places = queue.places.filter { ($0.stage == .returned || $0.stage == .sentBack) && $0.waiting > 0 }
    guard !places.isEmpty else { return Phrase(same: "") }
    let count = places.reduce(0) { $0 + $1.waiting }
    let words = Phrase(zh: "，退回待补正 \(count) 件", en: ", \(count) given back")
    guard let due = places.compactMap(\.due).min() else { return words }
    return words + (due < today ? Phrase(zh: "（\(due) 已截止）", en: " (closed \(due))") : Phrase(zh: "（\(due) 前）", en: " (by \(due))"))
  }

  /// Where what waits for somebody else stands, while a few words tell it.
  static func elsewhere(_ queue: ApplicationQueue) -> Phrase {
    let places = queue.places.filter { $0.stage.isOpen && $0.count > $0.waiting }
    guard (1...2).contains(places.count) else { return Phrase(same: "") }
    return places.reduce(Phrase(same: "")) { words, place in
      let count = place.count - place.waiting
      return words + Phrase(zh: "  \(place.stage.phrase.zh) \(count) 件", en: "  \(count) \(place.stage.phrase.en)")
    }
  }
}
