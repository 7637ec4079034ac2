/// Which experts are connected by sheets: two who scored one center are, and whoever is connected with either.
public struct SheetGroups: Sendable, Hashable {
  /// Experts who are connected with each other and with nobody else.
  public struct Group: Sendable, Hashable {
    /// Their logins.
    public let logins: Set<String>
    /// How many sheets they have.
    public let sheets: Int

    /// The login that stands first in order.
    var first: String { logins.min { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? "" }
  }

  /// The groups: most sheets first, of equal ones in order of their first login.
  public let groups: [Group]

  /// Whether one chain of sheets connects all.
  public var isConnected: Bool { groups.count <= 1 }
  /// The logins of the group with the most sheets; nobody where there is no sheet.
  public var largest: Set<String> { groups.first?.logins ?? [] }

  /// Sorts sheets into groups.
  ///
  /// - Parameter sheets: the center's code and the expert's login of each.
  public init(_ sheets: [(center: String, login: String)]) {
    var parents: [Node: Node] = [:]
    func root(_ start: Node) -> Node {
      var node = start
      while let parent = parents[node] {
        // Each look shortens the way of the next.
        if let above = parents[parent] { parents[node] = above }
        node = parent
      }
      return node
    }
    for sheet in sheets {
      let (left, right) = (root(.center(sheet.center)), root(.expert(sheet.login)))
      if left != right { parents[left] = right }
    }
    let groups = Dictionary(grouping: sheets) { root(.expert($0.login)) }.values.map {
      Group(logins: Set($0.map(\.login)), sheets: $0.count)
    }
    self.groups = groups.sorted {
      $0.sheets == $1.sheets ? $0.first.utf8.lexicographicallyPrecedes($1.first.utf8) : $0.sheets > $1.sheets
    }
  }

  private enum Node: Hashable {
    case center(String)
    case expert(String)
  }
}
