import CenterStore
import Search
import Wording

/// Finds fields of technology by what is typed into the search of the registry.
///
/// Whoever types 新材料, xincailiao, xcl or "new materials" may mean the centers of that field, or those that have it in their names. The hits
/// are the latter; the field is offered beside them, since its thousands of centers among the hits would bury what was looked for.
struct FieldFinder: Sendable {
  /// A field of the registry.
  struct Found: Sendable, Hashable {
    /// Its name in the registry.
    let term: String
    /// How many centers are of it.
    let count: Int
  }

  /// From how many characters on a search may mean a field: one alone is in the names of most.
  static let leastCharacters = 2
  /// More fields than this are no answer to what somebody looked for.
  static let most = 3

  /// Of more fields than this none is offered: where every center has words of its own there, they are no fields, and to read them all for every
  /// key would hold the next one up.
  static let mostKnown = 500

  private let fields: [Found]
  private let arena: SearchArena

  /// Knows no field.
  init() {
    fields = []
    arena = SearchArena.Builder(rows: 0).finish()
  }

  /// Knows the fields of a registry, each by its name in both languages.
  init(_ column: TermColumn, _ names: FieldNames) {
    let all = zip(column.terms, column.counts).filter { !$0.0.isEmpty }.map { Found(term: $0, count: $1) }
    fields = all.count > FieldFinder.mostKnown ? [] : all
    var builder = SearchArena.Builder(rows: fields.count)
    for (place, field) in fields.enumerated() { builder.add(id: Int64(place), name: field.term, code: names[field.term].en) }
    arena = builder.finish()
  }

  /// The fields that what is typed may mean; none where it may mean many.
  func fields(for text: String) -> [Found] {
    guard !fields.isEmpty, text.filter({ !$0.isWhitespace }).count >= FieldFinder.leastCharacters else { return [] }
    var session = SearchSession(arena, order: .natural(fields.count), query: SearchQuery(text))
    session.finish()
    guard session.hits.count <= FieldFinder.most else { return [] }
    let found = session.hits.map { fields[Int($0)] }
    // Whoever types jg means 激光, not the end of 食品加工.
    let begun = found.filter { session.query.ranges(in: $0.term).first?.lowerBound == 0 }
    return begun.isEmpty ? found : begun
  }
}

extension [FieldFinder.Found] {
  /// The fields and how many centers they have, for people; empty where there is none.
  func phrase(_ names: FieldNames) -> Phrase {
    let all = map { field in
      let name = names[field.term]
      return Phrase(zh: "“\(name.zh)”（\(field.count.grouped) 个）", en: "“\(name.en)” (\(field.count.grouped))")
    }
    return Phrase(zh: all.map(\.zh).joined(separator: "、"), en: all.map(\.en).joined(separator: ", "))
  }
}
