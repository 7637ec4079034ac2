import Regulation
import TableFiles
import Wording

/// Makes rows of the elements of a sheet, and pauses after each.
final class SheetReader: XMLVisitor {
  /// The columns in which a bare number is a day.
  var days: Set<Int> = []

  private let part: String
  private let book: WorkbookCells
  private var row: SheetRow?
  private var finished: SheetRow?
  private var last = 0
  private var isInData = false

  private var kind = SheetCell.Kind.number
  private var style = 0
  private var hasFormula = false
  private var isInValue = false
  private var value: [UInt8] = []
  private var text = CellText()

  init(_ part: String, _ book: WorkbookCells) {
    self.part = part
    self.book = book
  }

  /// The row that was read before the pause.
  func take() -> SheetRow? {
    defer { finished = nil }
    return finished
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(WorkbookFault) {
    switch depth {
    case 2: isInData = name == "sheetData"
    case 3 where isInData && name == "row": try beginRow(attributes)
    case 4 where row != nil && name == "c": try beginCell(attributes)
    case 5 where row != nil: beginContent(name)
    case 6...: text.begin(name)
    default: break
    }
  }

  func end(_ name: XMLName, depth: Int) throws(WorkbookFault) -> Bool {
    switch depth {
    case 2: isInData = false
    case 3:
      guard let row else { return false }
      finished = row
      self.row = nil
      return true
    case 4 where name == "c": try endCell()
    case 5: isInValue = false
    case 6...: text.end(name)
    default: break
    }
    return false
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if isInValue {
      if value.count + bytes.count <= CellText.limit { value += bytes } else { text.cut() }
    } else {
      text.append(bytes)
    }
  }

  private func beginRow(_ attributes: XMLAttributes) throws(WorkbookFault) {
    var number: Int? = last + 1
    attributes.each { if $0 == "r" { number = CellReference.number($1) } }
    guard let number, number > last, number <= CellReference.rows else { throw .torn(part: part) }
    last = number
    row = SheetRow(number: number)
  }

  private func beginCell(_ attributes: XMLAttributes) throws(WorkbookFault) {
    guard let current = row else { return }
    var place: Int? = current.width
    (kind, style, hasFormula, isInValue) = (.number, 0, false, false)
    attributes.each { name, written in
      switch name {
      case "r": place = CellReference(written)?.column
      case "t": kind = SheetCell.Kind(written)
      case "s": style = CellReference.number(written) ?? 0
      default: break
      }
    }
    guard let place, place >= current.width, place < CellReference.columns else { throw .torn(part: part) }
    row?.pad(to: place)
    value.removeAll(keepingCapacity: true)
    text = CellText()
  }

  private func beginContent(_ name: XMLName) {
    switch name {
    case "v": isInValue = true
    case "f": hasFormula = true
    default: break
    }
  }

  private func endCell() throws(WorkbookFault) {
    guard let current = row else { return }
    let cell = SheetCell(kind: kind, style: style, hasFormula: hasFormula, value: value, text: text)
    switch book.content(of: cell, isDay: days.contains(current.width)) {
    case .shared(let range): row?.append(book.texts.bytes[range])
    case .bytes(let bytes): row?.append(bytes)
    case .faulty(let value, let message): row?.append(faulty: value, message)
    }
    if current.bytes.count > SheetRow.limit { throw .tooLarge(part: part, limit: SheetRow.limit) }
  }
}
