import GRDB
import Regulation

extension CenterStore {
  /// The code that the next center would have, in the manner of the registry: the stem of the center that was certified last, with this year
  /// where it holds a year, and the number after the highest one of that stem. Where the registry is empty: `YS2026-0001`.
  ///
  /// - Returns: a code that no center has; `nil` where the codes are no stem with a number.
  public func nextCenterCode(by who: Acting) throws(StoreError) -> PlainText? { try nextCenterCodes(1, by: who).first }

  /// The codes that the next so many centers would have, one number after the other.
  ///
  /// - Returns: none where the codes are no stem with a number.
  public func nextCenterCodes(_ count: Int, by who: Acting) throws(StoreError) -> [PlainText] {
    let year = surroundings.now().day.year
    return try read(by: who) { db, _ in
      let last = try String.fetchOne(db, sql: "SELECT code FROM center ORDER BY certified_on DESC, code DESC LIMIT 1")
      guard let (stem, width) = CodeManner.next(after: last, in: year) else { return [] }
      let codes = try String.fetchCursor(
        db, sql: "SELECT code FROM center WHERE substr(code, 1, ?) = ?", arguments: [stem.count, stem])
      var highest = 0
      while let code = try codes.next() { highest = max(highest, Int(code.dropFirst(stem.count)) ?? 0) }
      return try (0..<max(0, count)).map { place in
        let number = String(highest + 1 + place)
        return try PlainText(stem + String(repeating: "0", count: max(0, width - number.count)) + number)
      }
    }
  }
}

/// How the codes of a registry are made.
private enum CodeManner {
  /// What the next code begins with, and how many digits its number has at least.
  static func next(after code: String?, in year: Int) -> (stem: String, width: Int)? {
    guard let code else { return ("YS\(year)-", 4) }
    let digits = code.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard (1...9).contains(digits) else { return nil }
    var stem = String(code.dropLast(digits))
    // A year before the number is that of the certification.
    if stem.hasSuffix("-"), let old = Int(stem.dropLast().suffix(4)), (1990...9999).contains(old) {
      stem = stem.dropLast(5) + "\(year)-"
    }
    return (stem, digits)
  }
}
