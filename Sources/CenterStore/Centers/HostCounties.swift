import GRDB
import Regulation

/// In which county centers lie: where the host is registered, whoever is its competent department (article 5).
///
/// Of a host of which no county is on file the county of its competent department is taken; under a municipal department it stays unknown.
struct HostCounties {
  /// What is on file, of `host` and `department`.
  static let column = """
    CASE WHEN host.county <> '' THEN host.county WHEN department.kind <> 'county' THEN ''
    WHEN department.jurisdiction <> '' THEN department.jurisdiction ELSE replace(department.name, '科学技术局', '') END
    """

  private let places: Places
  private var units: [String: String] = [:]

  init() throws { places = try Places.standard.get() }

  /// The county that a text of the column means, with the city and the province before it or without; a place elsewhere keeps its own name, and
  /// an empty one says that it is not known.
  mutating func county(_ text: String) throws -> String {
    if let known = units[text] { return known }
    let county = try places.unit(of: PlainText(text)) ?? text
    units[text] = county
    return county
  }
}
