import DeskRuntime
import Regulation
import Wording

/// Handing an application in, or what was corrected of it (articles 10 and 11): the same act from the application's file and from its form.
@MainActor
enum HandingIn {
  /// The step by which a host passes an application on; `nil` where it is not in the host's hands.
  static func kind(of application: Application) -> ApplicationStepKind? {
    [.submit, .correct].first(where: application.isInOrder)
  }

  /// The step of a kind.
  static func step(_ kind: ApplicationStepKind) -> ApplicationStep { kind == .correct ? .correct : .submit }

  /// What its key is called.
  static func label(of kind: ApplicationStepKind) -> Phrase {
    kind == .correct ? kind.phrase : Phrase(zh: "提交", en: "hand in")
  }

  /// Says what a careful colleague says before the host hands in, and asks.
  static func confirm(
    _ kind: ApplicationStepKind, _ eligibility: Eligibility, _ runtime: Runtime, then: @escaping @MainActor () -> Void
  ) {
    let open = eligibility.findings.filter { $0.verdict == .fail || $0.verdict == .unknown }
    var words =
      kind == .correct
      ? Phrase(zh: "提交后由市科技局继续初审，本单位不能再修改。", en: "The bureau goes on with its check then; it cannot be changed here.")
      : Phrase(zh: "提交后由归口管理部门审核，本单位不能再修改。", en: "The department looks at it then; it cannot be changed here.")
    if !open.isEmpty {
      let articles = open.map(\.article)
      words =
        words
        + Phrase(
          zh: "注意：第 \(articles.joined(separator: "、")) 条不符合或待定；有不符合的，不能推荐或通过初审（办法第10条）。",
          en: " Take care: \(articles.joined(separator: ", ")) unmet or unknown; with what is not met it goes no further (article 10)."
        )
    }
    runtime.confirm(
      kind.phrase + Phrase(zh: "？", en: "?"), words, yes: kind.phrase, isDangerous: open.contains { $0.verdict == .fail }
    ) { agreed in
      if agreed { then() }
    }
  }
}
