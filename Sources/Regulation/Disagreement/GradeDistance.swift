/// How far a published figure is from the lines beside it (article 28).
public struct GradeDistance: Sendable, Hashable {
  /// How many points are lacking to the next better grade; `nil` for 优秀.
  public let lacking: Points?
  /// How many points could be lost without a worse grade: 0 on the line itself; `nil` for 不合格.
  public let spare: Points?

  /// Measures a published figure.
  public init(_ published: Points) {
    lacking = Grade.lacking(published)
    spare =
      switch Grade(published: published) {
      case .excellent: published - Grade.excellentLine
      case .qualified: published - Grade.qualifiedLine
      case .unqualified: nil
      }
  }

  /// The distance to the nearer line, which is 0 for a figure that lies on one.
  public var nearest: Points { min(lacking ?? spare ?? .zero, spare ?? lacking ?? .zero) }
}
