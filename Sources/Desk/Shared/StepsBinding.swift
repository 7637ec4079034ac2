import DeskRuntime
import Widgets
import Wording

extension KeyBinding {
  /// Enter in the file of something that goes its way step by step: what can be done, or where nothing can be, why not.
  ///
  /// - Parameters:
  ///   - isAnyLawful: whether a step can be taken. Of what is closed Enter still tells why, and the footer does not promise more.
  ///   - explanation: what is listed, where that is more than the steps of this one thing.
  static func steps(
    isAnyLawful: Bool,
    explanation: Phrase = Phrase(zh: "列出可办理的各个步骤，不能办理的说明原因", en: "every step from here, and why others are not lawful")
  ) -> KeyBinding {
    KeyBinding(
      "steps", [KeyPress(.enter), KeyPress(.function(2))],
      label: isAnyLawful ? Phrase(zh: "办理", en: "steps") : Phrase(zh: "看为何不能办理", en: "why no step"),
      explanation: explanation, prominence: .first)
  }
}
