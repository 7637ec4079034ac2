import CenterStore
import Regulation
import Wording

/// The pledge (回避), promise by promise, before anything opens.
extension PlainConversation {
  /// A promise, with the centers where it speaks of them.
  func asked(_ promise: PledgeState.Promise) -> [Phrase] {
    PlainPledge.question(promise, tasks: tasks)
  }

  mutating func pledging(_ promise: PledgeState.Promise, _ word: PlainWord) -> Turn {
    switch word {
    case .yes:
      guard let next = PledgeState.Promise(rawValue: promise.rawValue + 1) else { return Turn(deed: .pledge) }
      stage = .pledging(next)
      return Turn(lines: asked(next))
    case .no:
      stage = .over
      return Turn(lines: [
        Phrase(zh: "未作承诺，评分表不能打开（回避）。", en: "Without the pledge no sheet opens (recusal).")
      ])
    case .conflict(let center, let reason): return declaring(center, reason)
    case .help, .again: return Turn(lines: asked(promise))
    default: return Turn(lines: [Phrase(zh: "请回答“是”或“否”。", en: "Answer yes or no.")])
    }
  }

  private func declaring(_ center: String, _ reason: String) -> Turn {
    guard tasks.contains(where: { $0.center == center }) else {
      let (codes, shown) = (tasks.map(\.center).joined(separator: " "), PlainTelling.shown(center))
      return Turn(lines: [
        Phrase(
          zh: "“\(shown)”不是分配给您的中心；请写 \(codes) 之一，再写事由。", en: "“\(shown)” is not assigned to you; write one of \(codes), then why.")
      ])
    }
    guard let text = try? PlainText(reason), !text.isEmpty else {
      return Turn(lines: [
        Phrase(zh: "请写明事由，如：回避 \(center) 近三年曾任其顾问", en: "Say why, like: conflict \(center) I advised its host last year")
      ])
    }
    return Turn(deed: .declare(center: center, reason: text))
  }

  mutating func declared(_ center: String) -> Turn {
    let words = Phrase(
      zh: "已申报回避：\(center)，该中心不再由您评分。", en: "The conflict with \(center) is declared: you will not score it.")
    if center == state.sheet.center { stage = .over }
    return Turn(lines: [words])
  }
}

/// The words of the pledge.
enum PlainPledge {
  static func beginning(year: Int) -> [Phrase] {
    [Phrase(zh: "\(year) 年度评审承诺：评分之前请逐项确认。", en: "Pledge for \(year): before you score, confirm each of three.")]
  }

  static func question(_ promise: PledgeState.Promise, tasks: [ExpertTask]) -> [Phrase] {
    var lines = [promise.name + Phrase(zh: "：", en: ": ") + promise.text]
    if promise == .recusal {
      lines += tasks.map { task in
        let units = task.units.joined(separator: "、")
        return Phrase(zh: "\(task.center) \(task.name)：\(units)", en: "\(task.center) \(task.name): \(task.units.joined(separator: ", "))")
          + (task.recusal.map { Phrase(zh: "，须回避：", en: "; you step aside: ") + $0 } ?? Phrase(same: ""))
      }
      lines.append(
        Phrase(
          zh: "有利害关系的，写“回避”、中心编号和事由。", en: "Where there is a tie, write conflict, the center's code and why."))
    }
    return lines + [Phrase(zh: "确认吗？是或否。", en: "Do you confirm? yes or no.")]
  }
}
