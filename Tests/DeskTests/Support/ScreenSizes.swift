import Wording

/// A window and a language in which every screen is drawn.
struct ScreenSize: Sendable, CustomStringConvertible {
  let columns: Int
  let rows: Int
  let language: Language

  /// 80×24, 120×40 and 200×60, in both languages.
  static let all: [ScreenSize] = [(80, 24), (120, 40), (200, 60)].flatMap { columns, rows in
    Language.allCases.map { ScreenSize(columns: columns, rows: rows, language: $0) }
  }

  /// As it stands in the name of a picture: `80x24-zh`.
  var description: String { "\(columns)x\(rows)-\(language.rawValue)" }
}
