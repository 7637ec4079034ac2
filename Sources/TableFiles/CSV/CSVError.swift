import Wording

/// Where the text of a CSV file breaks its own rules, so that what follows cannot be told apart any more.
public struct CSVError: Error, Hashable, Sendable {
  /// What is broken.
  public enum Kind: Hashable, Sendable {
    /// A quotation mark opens a cell and none closes it.
    case unclosedQuote
    /// A quotation mark inside a cell that is not quoted.
    case strayQuote
    /// Text between the closing quotation mark and the next separator.
    case textAfterQuote
    /// More cells in one row than a spreadsheet has columns.
    case tooManyCells
  }

  /// What is broken.
  public let kind: Kind
  /// The row in which the broken cell begins; the first row of the file is 1.
  public let row: Int
  /// The cell in its row, the first is 0.
  public let cell: Int
  /// The beginning of the broken cell, harmless.
  public let excerpt: SafeExcerpt

  /// What is wrong, and what to do.
  public var phrase: Phrase {
    switch kind {
    case .unclosedQuote:
      Phrase(
        zh: "此处的引号没有闭合，请补上；单元格内的引号须写两个", en: "opens with a quotation mark that is never closed; close it, and double those inside a cell")
    case .strayQuote:
      Phrase(zh: "中间出现引号；请将整个单元格放在引号内，其中的引号写两个", en: "has a quotation mark in the middle; quote the whole cell and double those inside it")
    case .textAfterQuote:
      Phrase(zh: "闭合的引号之后还有文字；单元格内的引号须写两个", en: "goes on after its closing quotation mark; double the quotation marks inside a cell")
    case .tooManyCells:
      Phrase(
        zh: "一行超过 \(CSVReader.widest) 个单元格，请删去多余的列", en: "stands beyond the \(CSVReader.widest) cells that a row may have; take columns out"
      )
    }
  }
}
