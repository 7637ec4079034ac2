import ArgumentParser
import CenterStore
import Foundation
import Regulation
import TableFiles
import Wording

/// What is asked of the panels of a draw beside enough experts.
struct WishOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "每个中心几份评分表；不写则按该轮评估", en: "How many sheets each center gets; the round's unless given.", value: .number),
    transform: Numbers.count) var perCenter: Int?
  @Option(
    help: ArgumentHelp(
      zh: "每个专家组至少几名某类专家：technical、management、finance；可写多次",
      en: "How many experts of a kind each panel needs at least: technical, management, finance; may be given several times.",
      value: Phrase(zh: "类别=人数", en: "kind=number")),
    transform: PanelWish.reading)
  var panel: [PanelWish] = []
  @Flag(help: ArgumentHelp(zh: "上一轮评过该中心的专家不再抽", en: "Draw nobody who scored the center in the last round.")) var notAgain = false
  @Flag(help: ArgumentHelp(zh: "使各专家的评分表相互连通，可以比较宽严", en: "Let the sheets connect all experts, so that they can be compared."))
  var connect = false

  /// The wishes.
  var wishes: AssignmentWishes {
    AssignmentWishes(
      panel: Dictionary(panel.map { ($0.kind, $0.count) }, uniquingKeysWith: { _, last in last }), isNobodyTwiceRunning: notAgain,
      connectsExperts: connect)
  }

  /// Refuses a number of sheets that no round asks for.
  func check() throws { try Numbers.require(perCenter, in: 1...1000, "--per-center") }
}

/// How many experts of a kind each panel needs: `finance=1`.
struct PanelWish: Sendable {
  let kind: ExpertKind
  let count: Int

  /// Reads what was typed.
  static func reading(_ text: String) throws -> PanelWish {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "=" || $0 == "＝" }
    let kind = ExpertKind(rawValue: parts.first.map { $0.trimmingCharacters(in: .whitespaces).lowercased() } ?? "")
    guard parts.count == 2, let kind else {
      throw Numbers.Problem(
        Phrase(
          zh: "请写成 finance=1：类别为 technical、management 或 finance",
          en: "is no wish for a panel; write one like finance=1, of technical, management or finance"))
    }
    let count = try Numbers.count(String(parts[1]))
    guard count >= 0 else { throw Numbers.Problem(NumberError.negative.phrase) }
    return PanelWish(kind: kind, count: count)
  }
}
