import Glibc

/// A cell as the file has it.
struct SheetCell {
  /// What its value is said to be.
  enum Kind {
    case number, shared, formulaText, inlineText, truth, error, date

    init(_ written: UnsafePointer<CChar>) {
      switch XMLName(written) {
      case "s": self = .shared
      case "str": self = .formulaText
      case "inlineStr": self = .inlineText
      case "b": self = .truth
      case "e": self = .error
      case "d": self = .date
      default: self = .number
      }
    }
  }

  let kind: Kind
  let style: Int
  let hasFormula: Bool
  /// What stands in its value.
  let value: [UInt8]
  /// The text that stands in the cell itself.
  let text: CellText
}
