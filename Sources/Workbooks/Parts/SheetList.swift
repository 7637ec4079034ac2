import TableFiles

/// The sheets of a workbook and the system of its days, as its main part tells them.
final class SheetList: XMLVisitor {
  /// A sheet.
  struct Entry: Sendable, Hashable {
    /// Its name, as the spreadsheet shows it.
    let name: String
    /// The name by which the relations know its part.
    let relation: String
    /// Whether the spreadsheet shows it.
    let isVisible: Bool
  }

  private(set) var entries: [Entry] = []
  /// Whether days are counted from 1904, as Excel on the Macintosh did.
  private(set) var countsFrom1904 = false

  func begin(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(WorkbookFault) {
    switch name {
    case "workbookPr" where depth == 2: countsFrom1904 = attributes.says("date1904")
    case "sheet" where depth == 3:
      let state = attributes["state"] ?? "visible"
      entries.append(Entry(name: attributes["name"] ?? "", relation: attributes["id"] ?? "", isVisible: state == "visible"))
    default: break
    }
  }
}
