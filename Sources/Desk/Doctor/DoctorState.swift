import CenterStore
import Regulation
import Wording

/// What the doctor looked at, as lists show it.
struct DoctorState: Sendable {
  /// What is listed.
  enum Part: Sendable, Hashable {
    /// What was found.
    case findings
    /// Every invariant, and whether it holds.
    case invariants
  }

  /// A line of the list in hand.
  enum Line: Sendable {
    case finding(DoctorFinding)
    case verdict(Examination.Verdict)

    /// What the line is about.
    var articles: [String] {
      switch self {
      case .finding(let finding): finding.articles
      case .verdict(let verdict): verdict.invariant.articles
      }
    }
  }

  /// How far a look has come: how many invariants are done, and what is looked for now.
  struct Progress: Sendable {
    let done: Int
    let now: Phrase
  }

  /// What was found last; `nil` before the first look is over.
  var examination: Examination?
  /// How far the look under way has come; `nil` where none is.
  var progress: Progress?
  /// Which list is in hand.
  var part = Part.invariants

  /// The lines of the list in hand.
  var lines: [Line] {
    guard let examination else { return [] }
    return switch part {
    case .findings: (examination.findings + examination.toComplete).map(Line.finding)
    case .invariants: examination.verdicts.map(Line.verdict)
    }
  }

  /// How many lines each list has.
  func count(of part: Part) -> Int {
    switch part {
    case .findings: examination.map { $0.findings.count + $0.toComplete.count } ?? 0
    case .invariants: examination?.verdicts.count ?? 0
    }
  }

  /// What must hold of what a finding breaks.
  func invariant(of finding: DoctorFinding) -> Invariant? {
    examination?.verdicts.first { $0.invariant.check == finding.check }?.invariant
  }

  /// What came of it, in a line.
  var head: Phrase {
    if let progress {
      return Phrase(
        zh: "正在检查 \(progress.done)/\(Invariant.all.count)：\(progress.now.zh)",
        en: "Looking, \(progress.done) of \(Invariant.all.count): \(progress.now.en)")
    }
    guard let examination else { return Phrase(zh: "尚未检查", en: "Nothing was looked at yet") }
    let (count, found) = (examination.verdicts.count, examination.findings.count)
    let time = "\(examination.on.day) \(examination.on.shanghaiTime)"
    if found == 0 {
      let open = examination.toComplete.count
      return Phrase(zh: "\(time) 查了 \(count) 项，全部成立", en: "All \(count) hold, looked at on \(time)")
        + (open == 0 ? Phrase(same: "") : Phrase(zh: "；待补全 \(open) 处", en: "; \(open) to complete"))
    }
    return Phrase(
      zh: "\(time) 查了 \(count) 项，发现 \(found) 处问题", en: "\(found.counted("fault")) found, \(count) looked at on \(time)")
  }
}
