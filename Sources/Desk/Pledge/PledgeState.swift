import CenterStore
import Regulation
import Widgets
import Wording

/// What an expert confirms before anything of a round opens (回避): three promises, each ticked by itself, and no tie to any center.
struct PledgeState {
  /// A promise.
  enum Promise: Int, CaseIterable {
    case secrecy, integrity, recusal

    var name: Phrase {
      switch self {
      case .secrecy: Phrase(zh: "保密", en: "Secrecy")
      case .integrity: Phrase(zh: "诚信", en: "Integrity")
      case .recusal: Phrase(zh: "回避", en: "Recusal")
      }
    }

    var text: Phrase {
      switch self {
      case .secrecy:
        Phrase(
          zh: "评估材料、评分和讨论只用于本次评估；不外传、不留存，不向被评单位透露评审情况和专家身份。",
          en: "Material, points and talk serve this evaluation only; I pass nothing on, keep nothing, and tell no one who reviews whom.")
      case .integrity:
        Phrase(
          zh: "依据评估要点和材料独立评分，不受他人左右，不接受被评单位的馈赠、宴请和请托。",
          en: "I judge by the evaluation points and the material, on my own, and take no gift, meal or request from those I judge.")
      case .recusal:
        Phrase(
          zh: "本人与下列中心的依托单位、共建单位没有任职（含近三年）和其他利害关系；有的，已在下面申报回避。",
          en:
            "I have no post (now or in the last three years) at, and no other tie to, the hosts and co-builders below; where I have, I declare it below."
        )
      }
    }
  }

  /// A line that can be selected.
  enum Row: Hashable {
    case promise(Promise)
    case center(Int)
  }

  /// What was read of the expert.
  struct Person: Hashable {
    var employer: PlainText
    var formerEmployers: [PlainText]
  }

  let year: Int
  /// Whether it is given already.
  var isGiven = false
  /// The expert's employers; `nil` while they are being read.
  var person: Person?
  /// The centers of the round.
  var tasks: [ExpertTask] = []
  /// Why nothing can be read.
  var problem: Phrase?
  /// The promises that are ticked.
  var ticked: Set<Promise> = []
  /// The selected line.
  var selected = Row.promise(.secrecy)

  init(year: Int) { self.year = year }

  /// All lines that can be selected, from top to bottom.
  var rows: [Row] { Promise.allCases.map { .promise($0) } + tasks.indices.map { .center($0) } }

  /// Moves the selection.
  mutating func move(by step: Int) {
    let place = (rows.firstIndex(of: selected) ?? 0) + step
    selected = rows[max(0, min(place, rows.count - 1))]
  }

  /// Ticks the selected promise, or takes the tick away.
  mutating func tick() {
    guard case .promise(let promise) = selected else { return }
    if ticked.remove(promise) == nil { ticked.insert(promise) }
  }

  /// The selected center.
  var selectedTask: ExpertTask? {
    guard case .center(let index) = selected, tasks.indices.contains(index) else { return nil }
    return tasks[index]
  }

  /// What still has to be ticked before the pledge can be given.
  var missing: [Promise] { Promise.allCases.filter { !ticked.contains($0) } }
}
