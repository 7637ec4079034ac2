import CenterStore

/// What others (or this desk itself) changed in the store, as screens are told of it.
struct StoreNews: Sendable {
  /// One act of the audit chain.
  struct Item: Sendable {
    /// The name of the act: `sheet.score`.
    let act: String
    /// Who did it.
    let login: String
  }

  /// The acts, in order.
  let items: [Item]

  /// Whether any act begins so: `sheet.`, `import.`.
  func contains(_ prefixes: String...) -> Bool {
    items.contains { item in prefixes.contains { item.act.hasPrefix($0) } }
  }
}
