/// The names under which organizations go: their own, and former and short ones (曾用名称).
///
/// Two names mean the same organization when they are equal as ``NameKey`` or when one organization goes by both.
public struct OrganizationNames: Sendable {
  private var organizations: [NameKey: [Int]] = [:]

  /// Takes every organization's names, each list one organization.
  public init(_ names: [[PlainText]]) {
    for (number, list) in names.enumerated() {
      for key in Set(list.map { NameKey($0) }) where !key.string.isEmpty { organizations[key, default: []].append(number) }
    }
  }

  /// Whether two names mean the same organization; an empty name means none.
  public func same(_ left: PlainText, _ right: PlainText) -> Bool {
    let (left, right) = (NameKey(left), NameKey(right))
    if left.string.isEmpty || right.string.isEmpty { return false }
    if left == right { return true }
    guard let ours = organizations[left], let theirs = organizations[right] else { return false }
    return ours.contains { theirs.contains($0) }
  }
}
