import GRDB
import Regulation

/// The names of a file of centers, by the numbers that its reader gave them, as the records that they mean: each name is looked up once.
struct CenterNames {
  private var resolver: NameResolver
  /// The names so far, by their numbers.
  private(set) var names: [CenterBatch.Name] = []
  private var organizations: [Int64?] = []
  private var departments: [Int64?] = []
  private var kinds: [HostKind?] = []

  init(link: Int64, expecting rows: Int) { resolver = NameResolver(link: link, expecting: rows) }

  /// The hosts that were there and are of another kind by this file.
  var hostsOfOtherKind: [NameResolver.OtherwiseKnown] { resolver.hostsOfOtherKind }

  /// Takes the names that come next.
  mutating func add(_ more: [CenterBatch.Name]) {
    names += more
    organizations += repeatElement(nil, count: more.count)
    departments += repeatElement(nil, count: more.count)
    kinds += repeatElement(nil, count: more.count)
  }

  /// The host of a number, with its kind as the file says.
  mutating func host(_ number: Int, kind: HostKind, _ db: Database) throws -> Result<Int64, NameResolver.OtherKind> {
    let id = try organization(number, kind: kind, db)
    if kinds[number] == kind { return .success(id) }
    let host = try resolver.host(id, kind: kind, db)
    if case .success = host { kinds[number] = kind }
    return host
  }

  /// The organization of a number.
  mutating func organization(_ number: Int, kind: HostKind? = nil, _ db: Database) throws -> Int64 {
    if let id = organizations[number] { return id }
    let id = try resolver.organization(names[number].name, key: names[number].key, kind: kind, db)
    organizations[number] = id
    return id
  }

  /// The department of a number.
  mutating func department(_ number: Int, _ db: Database) throws -> Int64 {
    if let id = departments[number] { return id }
    let id = try resolver.department(PlainText(names[number].name), db)
    departments[number] = id
    return id
  }
}
