import CWorkbooks
import Glibc
import Wording

/// What a spreadsheet makes sure of while a cell is filled in.
public enum CellCheck: Sendable, Hashable {
  /// A whole number of a range.
  case whole(ClosedRange<Int>)
  /// A number of a range.
  case number(ClosedRange<Double>)
  /// One of these, which are offered in a list. A spreadsheet takes 255 characters of them; where there are more, nothing is checked.
  case choice([String])
  /// What a formula says of the cell and others; and the words for who writes something else, 255 characters at most.
  case formula(String, Phrase)

  /// What is said to somebody who writes something else.
  public var refusal: Phrase {
    switch self {
    case .whole(let range):
      Phrase(
        zh: "须为 \(range.lowerBound) 至 \(range.upperBound) 的整数", en: "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    case .number(let range):
      Phrase(
        zh: "须为 \(Int(range.lowerBound)) 至 \(Int(range.upperBound)) 的数，最多两位小数",
        en: "must be a number from \(Int(range.lowerBound)) to \(Int(range.upperBound)), with two decimals at most")
    case .choice: Phrase(zh: "请从列表中选择", en: "choose from the list")
    case .formula(_, let words): words
    }
  }

  func write(
    _ library: cw_writer, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ place: UInt16, _ language: Language
  ) {
    var rule = lxw_data_validation()
    var strings: [UnsafeMutablePointer<CChar>?] = []
    func kept(_ text: String) -> UnsafeMutablePointer<CChar>? {
      let copy = strdup(text)
      strings.append(copy)
      return copy
    }
    defer { for string in strings { free(string) } }
    rule.error_message = kept(refusal[language])
    rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    switch self {
    case .whole(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      (rule.minimum_number, rule.maximum_number) = (Double(range.lowerBound), Double(range.upperBound))
    case .number(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      (rule.minimum_number, rule.maximum_number) = (range.lowerBound, range.upperBound)
    case .formula(let formula, _):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
      rule.value_formula = kept(formula)
    case .choice(let words):
      if words.joined(separator: ",").unicodeScalars.count > 255 || words.contains(where: { $0.contains(",") }) { return }
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      var list = words.map(kept) + [nil]
      list.withUnsafeMutableBufferPointer {
        rule.value_list = $0.baseAddress
        _ = library.worksheet_data_validation_range(sheet, row, place, row, place, &rule)
      }
      return
    }
    _ = library.worksheet_data_validation_range(sheet, row, place, row, place, &rule)
  }
}
