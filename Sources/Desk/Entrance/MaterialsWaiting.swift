import CenterStore
import Regulation
import Wording

/// What of the evaluation forms of a round waits for somebody (article 27).
struct MaterialsWaiting: Sendable, Hashable {
  /// How many forms wait.
  let waiting: Int
  /// Of how many of these the last day is over.
  let late: Int
  /// How many were given back.
  let returned: Int
  /// How many were taken over from centers that ended (article 4(5)).
  let succeeding: Int
  /// Of how many the last day is over and binds no more, since the bureau admitted them late.
  let admitted: Int

  /// Counts the forms that wait.
  init(_ centers: [MaterialSummary]) {
    waiting = centers.count
    late = centers.count(where: \.isLate)
    returned = centers.count { if case .returned = $0.material { true } else { false } }
    succeeding = centers.count { MaterialWords.succession($0) != nil }
    admitted = centers.count(where: \.isAdmitted)
  }

  /// In words for a first screen.
  var phrase: Phrase {
    if waiting == 0 { return Phrase(zh: "没有待我办理的", en: "nothing waits for me") }
    var words = Phrase(zh: "待我办理 \(waiting) 个中心", en: waiting == 1 ? "1 center waits for me" : "\(waiting) centers wait for me")
    // Of one that waits it is not said again how many there are: both languages have room in a narrow window.
    func count(_ number: Int) -> String { number == waiting ? "" : "\(number) " }
    if returned > 0 { words = words + Phrase(zh: "，退回待补正 \(returned) 个", en: ", \(count(returned))given back") }
    if succeeding > 0 { words = words + Phrase(zh: "，承接重组 \(succeeding) 个", en: ", \(count(succeeding))taken over") }
    if late > 0 { words = words + Phrase(zh: "，\(late) 个已过期限", en: late == waiting ? ", overdue" : ", \(late) overdue") }
    if admitted > 0 {
      words = words + Phrase(zh: "，\(admitted) 个准予逾期至核定前", en: ", \(count(admitted))admitted until settlement")
    }
    return words
  }
}
