import CenterStore
import DeskRuntime
import Regulation
import Wording

/// What came of a deed with one center.
struct DeedOutcome: Sendable {
  let line: RegistryLine
  /// What was done; `nil` where it was refused.
  let done: Phrase?
  /// Why it was refused; `nil` where it was done.
  let refusal: Phrase?
  /// How it is taken back; `nil` for what is not.
  var undo: Undo?

  /// In a line.
  var phrase: Phrase { done ?? refusal ?? Phrase(same: "") }

  /// Does it with a center.
  static func of(_ act: DeedForm.Act, with line: RegistryLine, _ store: CenterStore, _ who: Acting) -> DeedOutcome {
    do {
      let done = try act(store, who, line.code)
      return DeedOutcome(line: line, done: done.phrase, refusal: nil, undo: done.undo)
    } catch {
      return DeedOutcome(line: line, done: nil, refusal: Sitting.phrase(for: error))
    }
  }
}

/// The marked centers before anything is done with them: those with which it can be, and the others with the reason.
struct MarkedCenters: Sendable {
  let lawful: [RegistryLine]
  let refused: [DeedOutcome]
  /// What the centers have on file already of the duty that is entered, part by part, by code.
  let onFile: [String: [DutyPart?: Day]]

  /// - Parameters:
  ///   - own: the codes of those that are this host's; `nil` for who may do it with all.
  ///   - proposed: the numbers of the revocations on the same ground that are not decided yet, by code.
  init(
    _ lines: [RegistryLine], own: Set<String>?, proposed: [String: String] = [:], onFile: [String: [DutyPart?: Day]] = [:]
  ) {
    self.onFile = onFile
    var (lawful, refused): ([RegistryLine], [DeedOutcome]) = ([], [])
    for line in lines {
      let refusal: Phrase? =
        if own?.contains(line.code) == false {
          Phrase(zh: "不是本单位的中心", en: "it is no center of this unit")
        } else if line.status != .active {
          Phrase(zh: "中心\(line.status.phrase.zh)", en: "the center is \(line.status.phrase.en)")
        } else if let number = proposed[line.code] {
          Phrase(zh: "已因此拟撤销（\(number)），尚未决定", en: "proposed on this ground (\(number)) and not decided")
        } else {
          nil
        }
      if let refusal { refused.append(DeedOutcome(line: line, done: nil, refusal: refusal)) } else { lawful.append(line) }
    }
    (self.lawful, self.refused) = (lawful, refused)
  }

  /// What tells these centers from others, for the name of a draft.
  var digest: String { "\(Digest256(of: Array(lawful.map(\.code).joined(separator: ",").utf8)))" }

  /// The codes of all with which it is done.
  private var codes: Phrase { .list(lawful.map { Phrase(same: $0.code) }) }

  /// Those with which it is not done, a line each.
  var refusedWords: Phrase {
    refused.reduce(Phrase(same: "")) { $0 + Phrase(same: "\($1.line.code)  ") + $1.phrase + Phrase(same: "\n") }
  }

  /// All codes, to be read above the form.
  var reading: [ReadingLine] {
    let hosts = Set(lawful.map(\.host)).count
    var lines = [
      ReadingLine(
        phrase: Phrase(
          zh: "将逐个办理 \(lawful.count) 个中心，属 \(hosts) 个依托单位：",
          en: "Done for each of \(lawful.count.counted("center")), of \(hosts.counted("host")):")),
      ReadingLine(phrase: codes, isQuoted: true),
    ]
    if !kept.isEmpty {
      lines.append(
        ReadingLine(
          phrase: Phrase(
            zh: "其中 \(kept.count) 个已有在案，原内容不动：", en: "\(kept.count) of them \(kept.count == 1 ? "has" : "have") it on file, which stays:")))
      lines += kept.map { ReadingLine(phrase: Phrase(same: "\($0.code)  ") + told($0.code), isQuoted: true) }
    }
    if !refused.isEmpty {
      lines.append(
        ReadingLine(phrase: Phrase(zh: "不办理 \(refused.count) 个：", en: "Not done for \(refused.count):")))
      lines += refused.map { ReadingLine(phrase: Phrase(same: "\($0.line.code)  ") + $0.phrase, isQuoted: true) }
    }
    return lines
  }

  /// Those with which it is done that have something on file already.
  private var kept: [RegistryLine] { lawful.filter { onFile[$0.code]?.isEmpty == false } }

  /// What a center has on file: each part and its day.
  private func told(_ code: String) -> Phrase {
    let parts = onFile[code] ?? [:]
    let named: [DutyPart?] = [nil] + DutyPart.allCases.map { $0 }
    return .list(
      named.compactMap { part in
        parts[part].map { day in (part.map { $0.phrase + Phrase(same: " ") } ?? Phrase(same: "")) + Phrase(same: day.description) }
      })
  }

  /// How many codes a question names; all of them stand above the form.
  private static let asked = 24

  /// The number and the codes, before it is done.
  var question: Phrase {
    let named = Phrase.list(lawful.prefix(MarkedCenters.asked).map { Phrase(same: $0.code) })
    let more = lawful.count - MarkedCenters.asked
    return Phrase(zh: "共 \(lawful.count) 个中心：", en: "\(lawful.count.counted("center")): ") + named
      + (more > 0 ? Phrase(zh: " 等（另 \(more) 个）", en: " and \(more) more") : Phrase(same: "")) + Phrase(zh: "。", en: ".")
      + (kept.isEmpty
        ? Phrase(same: "")
        : Phrase(
          zh: "其中 \(kept.count) 个已有在案，原内容不动。", en: " \(kept.count) \(kept.count == 1 ? "has" : "have") it on file, which stays as it is."))
  }
}
