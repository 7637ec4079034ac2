import GRDB
import Regulation

/// The state of the desk: one SQLite file that many processes share.
///
/// Every operation is one transaction that checks permission and appends to the audit chain; when it returns, what it wrote is on
/// disk (`synchronous=FULL`). Reading never keeps a transaction open beyond one call.
///
/// ```swift
/// let store = try CenterStore.open("/var/lib/cztic/store.sqlite")
/// try store.submitSheet(year: 2026, center: "CZ-2021-007", by: Acting("expert1", .desk))
/// ```
public final class CenterStore: Sendable {
  /// What the file says of itself in its header: "cztc".
  static let applicationID = 0x637A_7463

  /// Where the file is.
  public let path: String
  /// Whether nothing can be written: the file or its folder is read-only.
  public let isReadOnly: Bool
  /// Whether the store was made by `cztic demo`, so that its calendar may be moved.
  public let isDemo: Bool
  /// Which file was opened, to notice when another one stands in its place.
  let identity: FileIdentity
  let pool: DatabasePool
  let surroundings: Surroundings
  let damage: DamageMet
  /// On what terms imports go on; `nil`: none are set.
  let terms: ImportTerms?

  init(
    path: String, identity: FileIdentity, isReadOnly: Bool, isDemo: Bool, pool: DatabasePool, surroundings: Surroundings,
    damage: DamageMet = DamageMet(), terms: ImportTerms? = nil
  ) {
    self.terms = terms
    self.damage = damage
    self.path = path
    self.identity = identity
    self.isReadOnly = isReadOnly
    self.isDemo = isDemo
    self.pool = pool
    self.surroundings = surroundings
  }

  /// The same store under other surroundings, such as another day.
  public func under(_ surroundings: Surroundings) -> CenterStore {
    CenterStore(
      path: path, identity: identity, isReadOnly: isReadOnly, isDemo: isDemo, pool: pool, surroundings: surroundings, damage: damage,
      terms: terms)
  }

  /// How much work it takes to try a secret that is made here.
  public var secretCost: SecretCost { surroundings.secretCost }

  /// Today in Cangzhou.
  public var today: Day { surroundings.now().day }

  /// Ends the connections; what was written is on disk already.
  public func close() throws(StoreError) {
    try StoreError.translating(path) { try pool.close() }
  }
}
