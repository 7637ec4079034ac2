import TableFiles

/// How the numbers of cells look, by the numbers of their styles.
final class Styles: XMLVisitor {
  /// The look of each style.
  private(set) var looks: [NumberLook] = []
  private var codes: [Int: NumberLook] = [:]
  private var isInCells = false

  /// Reads a part; without one all numbers look as they are.
  static func read(_ part: ZipPart?) throws(WorkbookFault) -> [NumberLook] {
    guard let part else { return [] }
    let styles = Styles()
    try XMLStream.walk(part, styles)
    return styles.looks
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(WorkbookFault) {
    switch name {
    case "cellXfs" where depth == 2: isInCells = true
    case "numFmt" where depth == 3:
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] { codes[id] = NumberLook(code: code) }
    case "xf" where depth == 3 && isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      looks.append(codes[id] ?? NumberLook(builtIn: id))
    default: break
    }
  }

  func end(_ name: XMLName, depth: Int) throws(WorkbookFault) -> Bool {
    if depth == 2 { isInCells = false }
    return false
  }
}
