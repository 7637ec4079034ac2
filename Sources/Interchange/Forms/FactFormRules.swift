import Regulation
import Wording
import Workbooks

/// What an evaluation form as a workbook holds its figures against while they are written: their kinds, and the checks between them that keep a form from
/// being handed in (article 27). A check waits until all that it speaks of is there; what looks at the year before or at the center stays to the desk.
struct FactFormRules {
  /// The longest formula, and the longest words, that a spreadsheet takes.
  private static let longest = 255

  private let system: IndicatorSystem
  private let rows: [FactKey: Int]
  private let letter: String
  private var checks: [FactKey: [(formula: String, words: Phrase)]] = [:]

  /// - Parameters:
  ///   - places: the places of the form in their order, the first in the row under the header.
  ///   - letter: the column of the values.
  init(_ system: IndicatorSystem, _ places: [FactKey], letter: String) {
    self.system = system
    self.letter = letter
    rows = Dictionary(places.enumerated().map { ($1, $0 + 2) }, uniquingKeysWith: { first, _ in first })
    let years = Set(places.compactMap(\.year)).sorted()
    for check in system.checks where check.severity == .error {
      guard case .always(let comparison) = check.expression else { continue }
      for year in check.isYearly ? years.map(Optional.some) : [nil] { add(comparison, year) }
    }
  }

  /// What a spreadsheet makes sure of at a place.
  func check(of fact: Fact, at place: FactKey) -> CellCheck? {
    guard let kind = CellCheck(fact.kind) else { return nil }
    guard let row = rows[place], let own = FactFormRules.formula(of: kind, cell: "\(letter)\(row)"), let checks = checks[place] else {
      return kind
    }
    var (parts, words) = ([own], kind.refusal)
    for check in checks {
      let longer = words + Phrase(zh: "；", en: "; ") + check.words
      let formula = "=AND(\((parts + [check.formula]).joined(separator: ",")))"
      if max(formula.utf8.count, longer.zh.unicodeScalars.count, longer.en.unicodeScalars.count) > FactFormRules.longest { break }
      parts.append(check.formula)
      words = longer
    }
    return parts.count == 1 ? kind : .formula("=AND(\(parts.joined(separator: ",")))", words)
  }

  private mutating func add(_ comparison: FactComparison, _ year: Int?) {
    guard let left = sum(comparison.left, year), let right = sum(comparison.right, year) else { return }
    let cells = left.cells + right.cells
    let sign = comparison.relation.rawValue
    let holds = "ROUND(\(left.formula),2)\(sign)ROUND(\(right.formula),2)"
    let formula = "OR(COUNT(\(cells.map(\.range).joined(separator: ",")))<\(cells.reduce(0) { $0 + $1.count }),\(holds))"
    let words = self.words(comparison)
    for place in left.places + right.places { checks[place, default: []].append((formula, words)) }
  }

  private typealias Cells = (range: String, count: Int)

  /// A sum as a spreadsheet writes it, with the cells that it is of; `nil` for one that speaks of what does not stand in the form.
  private func sum(_ sum: FactSum, _ year: Int?) -> (formula: String, cells: [Cells], places: [FactKey])? {
    var (terms, cells, places): ([String], [Cells], [FactKey]) = ([], [], [])
    for term in sum.terms {
      let cell: String
      switch term.quantity {
      case .one: cell = "1"
      case .fact(let code):
        let place = [FactKey(code, year: year), FactKey(code)].first { rows[$0] != nil }
        guard let place, let row = rows[place] else { return nil }
        cell = "\(letter)\(row)"
        cells.append((cell, 1))
        places.append(place)
      case .total(let code):
        let own = rows.filter { $0.key.code == code }.sorted { $0.value < $1.value }
        guard let first = own.first?.value, let last = own.last?.value, last - first == own.count - 1 else { return nil }
        let range = "\(letter)\(first):\(letter)\(last)"
        cell = "SUM(\(range))"
        cells.append((range, own.count))
        places += own.map(\.key)
      case .before, .years: return nil
      }
      terms.append(term.factor == 1 ? cell : "\(term.factor)*\(cell)")
    }
    return (terms.joined(separator: "+"), cells, places)
  }

  private static func formula(of check: CellCheck, cell: String) -> String? {
    switch check {
    case .whole(let range): "AND(ISNUMBER(\(cell)),\(cell)>=\(range.lowerBound),\(cell)<=\(range.upperBound),\(cell)=INT(\(cell)))"
    case .number(let range): "AND(ISNUMBER(\(cell)),\(cell)>=\(Int(range.lowerBound)),\(cell)<=\(Int(range.upperBound)))"
    case .choice, .formula: nil
    }
  }

  private func words(_ comparison: FactComparison) -> Phrase {
    let relation: Phrase =
      switch comparison.relation {
      case .atMost: Phrase(zh: "应不大于", en: " must not be above ")
      case .atLeast: Phrase(zh: "应不小于", en: " must not be below ")
      case .equal: Phrase(zh: "应等于", en: " must equal ")
      }
    return words(comparison.left) + relation + words(comparison.right)
  }

  private func words(_ sum: FactSum) -> Phrase {
    let terms = sum.terms.map { term -> Phrase in
      let name: Phrase =
        switch term.quantity {
        case .one, .years: Phrase(same: "")
        case .fact(let code), .before(let code): Phrase(same: code.description)
        case .total(let code): Phrase(zh: "各年\(code)之和", en: "all years of \(code)")
        }
      return term.factor == 1 ? name : Phrase(same: "\(term.factor)×") + name
    }
    return Phrase(zh: terms.map(\.zh).joined(separator: "＋"), en: terms.map(\.en).joined(separator: " + "))
  }
}

extension CellCheck {
  /// What a data item of a kind may hold; nil for words.
  init?(_ kind: FactKind) {
    switch kind {
    case .count: self = .whole(0...999_999_999)
    case .money, .area: self = .number(0...9_999_999_999)
    case .percent: self = .number(0...100)
    case .choice(let choices): self = .choice(choices)
    case .text, .derived: return nil
    }
  }
}
