import CenterStore
import Regulation

/// Something that somebody does in a walk.
struct WalkDeed: StoreDeed {
  /// What is done.
  let name: String
  /// In which states of a round it is mostly done; `nil`: while none is open.
  let states: Set<RoundState?>
  /// How often, beside the others.
  let weight: Int
  /// Draws what is left open, and tries it.
  let run: @Sendable (inout RoundWalk) throws -> Void

  init(
    _ name: String, in states: Set<RoundState?>, weight: Int = 4, _ run: @escaping @Sendable (inout RoundWalk) throws -> Void
  ) {
    self.name = name
    self.states = states
    self.weight = weight
    self.run = run
  }

  /// Every deed.
  static let all = steps + objections + forms + checks + panels + ties + sheets + papers + registry

  /// While sheets and material come in.
  static let early: Set<RoundState?> = [.announced, .scoring]
}

extension RoundWalk {
  /// Who carries the round at hand out, or the bureau in their stead.
  mutating func conductor() throws -> String {
    let own = try hand.texts(
      """
      SELECT login FROM round JOIN user ON user.department_id = round.department_id OR role = 'agency' AND organization_id = agency_id
      WHERE year = ? ORDER BY login
      """, [year])
    return mostly(isOne(in: 3) ? "bureau" : own.first ?? "bureau")
  }

  /// The department of a center.
  func department(of center: String) throws -> String? {
    try hand.texts("SELECT login FROM user JOIN center USING (department_id) WHERE code = ? AND role = 'department'", [center]).first
  }

  /// A center and an expert of the round at hand to whom it is assigned, mostly so that something holds of assignment and sheet; mostly
  /// none where it holds of none.
  mutating func task(_ condition: String = "1") throws -> (center: String, expert: String)? {
    // After publication mostly where an objection re-opened the sheets.
    let isOpen =
      state == .published
      ? "assignment.center_id IN (SELECT center_id FROM roll WHERE year = ?1 AND (standing = 'pending' OR reopened IS NOT NULL))" : "1"
    let tasks = try hand.texts(
      """
      SELECT code || ' ' || assignment.login FROM assignment JOIN center ON center.id = assignment.center_id
      LEFT JOIN sheet USING (year, center_id, login) WHERE year = ?1 AND \(isOne(in: 15) ? "1" : "\(isOpen) AND \(condition)") ORDER BY 1
      """, [year])
    if isOne(in: 25) { return (center(), one(of: WalkCity.experts)) }
    guard let parts = pick(tasks)?.split(separator: " ").map(String.init) else {
      return dares(false) ? (center(), one(of: WalkCity.experts)) : nil
    }
    return (parts[0], parts[1])
  }
}
