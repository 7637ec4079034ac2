import Regulation
import TableFiles
import Wording

/// What cells refer to: texts that they share, looks of numbers, the system of days. It makes of a cell what its row in a CSV file would hold.
struct WorkbookCells: Sendable {
  /// What a cell comes to.
  enum Content {
    case shared(Range<Int>)
    case bytes([UInt8])
    case faulty(String, Phrase)

    static func text(_ text: String) -> Content { .bytes(Array(text.utf8)) }
  }

  let texts: SharedTexts
  let looks: [NumberLook]
  let days: SheetDays

  /// What a cell comes to.
  ///
  /// - Parameter isDay: whether its column holds days, so that a bare number is one.
  func content(of cell: SheetCell, isDay: Bool) -> Content {
    let shown = String(decoding: cell.value.prefix(200), as: UTF8.self)
    if cell.text.isCut { return .faulty("", WorkbookCells.tooLong) }
    switch cell.kind {
    case .inlineText: return .bytes(cell.text.resolved)
    case .shared:
      guard let place = Int(shown), let range = texts.range(place) else {
        return shown.isEmpty ? .bytes([]) : .faulty(shown, WorkbookCells.noText)
      }
      return texts.cut.contains(place) ? .faulty("", WorkbookCells.tooLong) : .shared(range)
    case .formulaText: return .bytes(CellText.unescaped(cell.value))
    case .error: return .faulty(shown, WorkbookCells.error)
    case _ where cell.value.isEmpty: return cell.hasFormula ? .faulty("", WorkbookCells.uncounted) : .bytes([])
    case .truth: return .text(shown == "1" || shown == "true" ? "TRUE" : "FALSE")
    // 2024-01-05T00:00:00: a day alone.
    case .date: return .text(shown.hasSuffix("T00:00:00") || shown.hasSuffix("T00:00:00Z") ? String(shown.prefix(10)) : shown)
    case .number: return number(shown, style: cell.style, isDay: isDay)
    }
  }

  private func number(_ written: String, style: Int, isDay: Bool) -> Content {
    guard let number = PlainDecimal(written.utf8), let float = Double(written) else {
      return .faulty(written, WorkbookCells.noNumber)
    }
    switch looks.indices.contains(style) ? looks[style] : .general {
    case .day: return day(float, written)
    case .moment: return moment(float, written)
    case .percent: return .text(number.percentage.text() + "%")
    case .time: return .text(number.text())
    case .number(let whole, let decimals):
      let text = number.text(whole: whole, decimals: decimals)
      let serial = number.text()
      if isDay, serial.utf8.count == 5, let plain = Int(serial), SheetDays.plausible.contains(plain), let day = days.day(plain) {
        return .text(day.description)
      }
      return .text(text)
    }
  }

  private func day(_ number: Double, _ written: String) -> Content {
    guard abs(number) < 1e7, let day = days.day(Int(number.rounded(.down))) else { return .faulty(written, WorkbookCells.noDay) }
    return .text(day.description)
  }

  private func moment(_ number: Double, _ written: String) -> Content {
    guard abs(number) < 1e7 else { return .faulty(written, WorkbookCells.noDay) }
    let seconds = Int((number * 86_400).rounded())
    guard let day = days.day(seconds / 86_400) else { return .faulty(written, WorkbookCells.noDay) }
    let rest = seconds % 86_400
    if rest == 0 { return .text(day.description) }
    func two(_ figure: Int) -> String { figure < 10 ? "0\(figure)" : String(figure) }
    return .text("\(day) \(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))")
  }

  private static let tooLong = Phrase(
    zh: "超过一个单元格所能容纳的 32767 个字符，请缩短", en: "is longer than the 32,767 characters that a cell can hold; shorten it")
  private static let noText = Phrase(
    zh: "指向的文字不在文件中；请在表格软件中打开后另存", en: "refers to a text that the file lacks; open it in the spreadsheet and save it anew")
  private static let error = Phrase(zh: "是公式的错误值，请改正公式或直接填写", en: "is a formula's error; correct the formula or type the value")
  private static let uncounted = Phrase(
    zh: "公式还没有算出结果；请在 Excel 或 WPS 中打开并保存", en: "holds a formula that was never computed; open the file in the spreadsheet and save it")
  private static let noNumber = Phrase(
    zh: "不是表格软件写的数；请打开后另存", en: "is no number as a spreadsheet writes it; open the file there and save it anew")
  private static let noDay = Phrase(zh: "显示为日期，但没有这一天", en: "is shown as a day, but there is no such day")
}
