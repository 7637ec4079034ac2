import Regulation
import TableFiles

extension Opening {
  /// Reads a file that opens sheets. Whether its signature holds is another question.
  public init(reading bytes: [UInt8]) throws(ProofProblem) { self = try Opening.read(bytes).value }

  /// Reads a file that opens sheets, and says what is signed.
  static func read(_ bytes: [UInt8]) throws(ProofProblem) -> (value: Opening, file: ReadFile) {
    let file = try ReadFile(bytes, kind, ["kind", "round", "publication", "sheets", "key"])
    let year = try file.member("round", ReadFile.integer(file.members["round"]).flatMap { Int(exactly: $0) })
    let sheets = try file.each("sheets") { sheet($0, year) }
    let opening = Opening(year: year, publication: try file.digest("publication"), sheets: sheets, key: try file.bytes("key", 32))
    try file.finish(opening.json)
    return (opening, file)
  }

  private static func sheet(_ value: JSONValue, _ year: Int) -> OpenedSheet? {
    guard let center = value["center"]?.string, let alias = value["alias"]?.string,
      let salt = value["salt"]?.string.flatMap({ Hex.bytes($0) }), salt.count == 32,
      let lines = value["points"]?.array?.compactMap(\.string), lines.count == IndicatorCode.count
    else { return nil }
    var points = PerIndicator<Points>(repeating: .zero)
    for (code, line) in zip(IndicatorCode.all, lines) {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == code.description, let figure = try? Points(parsing: String(parts[1])) else { return nil }
      points[code] = figure
    }
    return OpenedSheet(year: year, center: center, alias: alias, salt: salt, points: points)
  }
}
