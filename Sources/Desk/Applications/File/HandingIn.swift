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
  ///
  /// - Parameters:
  ///   - form: what is handed in.
  ///   - department: to whom, as people call it.
  static func confirm(
    _ kind: ApplicationStepKind, _ form: ApplicationForm, _ eligibility: Eligibility, to department: Phrase, _ runtime: Runtime,
    then: @escaping @MainActor () -> Void
  ) {
    let words =
      kind == .correct
      ? Phrase(zh: "提交后由市科技局继续初审，本单位不能再修改。", en: "The bureau goes on with its check then; it cannot be changed here.")
      : Phrase(zh: "提交后由\(department.zh)审核，本单位不能再修改。", en: "\(department.en) looks at it then; it cannot be changed here.")
    runtime.confirm(
      kind.phrase + Phrase(zh: "？", en: "?"), words + shortcomings(form, eligibility), yes: kind.phrase,
      isDangerous: !eligibility.failed.isEmpty
    ) { agreed in
      if agreed { then() }
    }
  }

  /// What is not met, what that means, and what is not stated.
  private static func shortcomings(_ form: ApplicationForm, _ eligibility: Eligibility) -> Phrase {
    var words = Phrase(same: "")
    func list(_ findings: [EligibilityFinding]) -> Phrase { Citation.list(findings.map(\.article)) }
    if !eligibility.failed.isEmpty {
      words =
        words
        + Phrase(zh: "\n• 不符合：", en: "\n• not met: ") + list(eligibility.failed)
        + Phrase(zh: "；不能推荐或通过初审（办法第10条）", en: "; it goes no further like that (article 10)")
    }
    if !eligibility.unknown.isEmpty {
      words = words + Phrase(zh: "\n• 未填或待判定：", en: "\n• not stated or undecided: ") + list(eligibility.unknown)
    }
    if form.isWithoutField { words = words + Phrase(same: "\n• ") + ApplicationForm.withoutField }
    return words
  }
}
