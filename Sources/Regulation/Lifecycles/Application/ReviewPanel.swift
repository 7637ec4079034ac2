import Wording

/// How far the experts of one application have come (article 11): when their leader may read all opinions and write the group's (专家组意见).
///
/// The text says nothing of when a leader may look. An expert judges alone: the leader's own opinion is in before, and nobody's is still to come
/// that what the leader knows could colour.
public struct ReviewPanel: Sendable, Hashable {
  /// How few opinions are enough; 1 or more.
  public let needed: Int
  /// How many opinions are handed in.
  public let submitted: Int
  /// How many experts were named and neither handed in nor stepped aside.
  public let owing: Int

  /// Counts the experts of an application.
  public init(needed: Int, submitted: Int, owing: Int) {
    self.needed = needed
    self.submitted = submitted
    self.owing = owing
  }

  /// Whether every opinion that is wanted is in.
  public var isComplete: Bool { refusal == nil }

  /// Why the group's opinion cannot be written yet; `nil` where it can.
  public var refusal: Refusal? {
    if submitted >= needed, owing == 0 { return nil }
    let open = max(owing, needed - submitted)
    return Refusal(
      article: "11",
      Phrase(
        zh: "专家意见还差 \(open) 份（已提交 \(submitted) 份，至少 \(needed) 份）；交齐后由组长填写专家组意见",
        en:
          "\(open) \(open == 1 ? "opinion is" : "opinions are") still to come (\(submitted) in, \(needed) needed); then the leader writes"))
  }
}
