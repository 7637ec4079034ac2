import CenterStore
import Search
import Widgets

/// What is looked for in the list of applications, and where: numbers, names, hosts and departments, by characters, pinyin or initials.
struct ApplicationsSearch: Sendable {
  /// What is looked for; it stays when the list is in hand again.
  var field = TextField()
  /// Whether what is typed goes into the search.
  var isInHand = false
  private var arena = SearchArena.empty

  /// What is looked for.
  var query: SearchQuery { SearchQuery(field.text) }

  /// Looks in these applications from now on.
  mutating func take(_ applications: [ApplicationSummary]) {
    var builder = SearchArena.Builder(rows: applications.count)
    for (place, application) in applications.enumerated() {
      builder.add(
        id: Int64(place), name: application.name, code: application.number, others: [application.host, application.department])
    }
    arena = builder.finish()
  }

  /// The places of the applications that match; `nil` where nothing is looked for.
  var hits: Set<Int>? { query.isEmpty ? nil : Set(arena.hits(query).map { Int(arena.ids[Int($0)]) }) }
}

/// What the list of applications is narrowed to besides how far they have come.
struct ApplicationsFilter: Sendable, Hashable {
  /// The year of the call.
  var year: Int?
  /// The competent department.
  var department: String?

  /// Whether everything is let through.
  var isEmpty: Bool { self == ApplicationsFilter() }

  /// Whether an application is let through.
  func admits(_ application: ApplicationSummary) -> Bool {
    (year ?? application.year) == application.year && (department ?? application.department) == application.department
  }
}
