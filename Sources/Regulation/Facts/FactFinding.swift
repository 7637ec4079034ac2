import Wording

/// Something on a form that does not fit together, with the items and figures that clash.
public struct FactFinding: Sendable, Hashable {
  /// A figure that clashes.
  public struct Figure: Sendable, Hashable {
    /// Where it stands.
    public let place: FactKey
    /// The figure; `nil` for words.
    public let figure: Hundredths?
  }

  /// What does not hold.
  public let check: FactCheck
  /// In which year; `nil` for what is looked at over all of them.
  public let year: Int?
  /// The figures that clash, in the order in which the check names them, each once.
  public let figures: [Figure]
  /// What clashes, in words.
  public let phrase: Phrase

  /// Whether the form can be submitted nevertheless, with a remark.
  public var severity: FactCheck.Severity { check.severity }
  /// The article that it speaks of; `nil` for most.
  public var article: String? { check.article }
  /// Names the finding as long as the form stands: remarks are filed under it.
  public var identifier: String { "\(check.indicator) \(check.text)" + (year.map { " \($0)" } ?? "") }
}

extension FactReading {
  /// What a check finds in a year; `nil` where it holds or is suspended.
  func finding(_ check: FactCheck, year: Int?) -> FactFinding? {
    guard holds(check.expression, year: year) == false else { return nil }
    var places = check.expression.sums.flatMap { self.places($0, year: year) }
    if case .whenEmpty(_, let code) = check.expression, let place = place(code, year: year) { places.append(place) }
    var seen: Set<FactKey> = []
    let figures = places.filter { seen.insert($0).inserted }.map {
      FactFinding.Figure(place: $0, figure: figure($0.code, year: $0.year))
    }
    let lead = year.map { Phrase(zh: "\($0)年：", en: "\($0): ") } ?? Phrase(same: "")
    return FactFinding(check: check, year: year, figures: figures, phrase: lead + words(check.expression, year: year))
  }

  private func words(_ expression: FactExpression, year: Int?) -> Phrase {
    switch expression {
    case .always(let comparison): return words(comparison, year: year)
    case .when(let condition, let comparison): return words(condition, year: year) + words(comparison, year: year)
    case .whenEmpty(let condition, let code):
      return words(condition, year: year) + Phrase(zh: "“\(label(code).zh)”应不填", en: "“\(label(code).en)” must be left empty")
    case .zeroTogether(let left, let right):
      let (left, right) = (words(left, year: year), words(right, year: year))
      return Phrase(zh: "\(left.zh) 与 \(right.zh) 应同为零或同不为零", en: "\(left.en) and \(right.en) must both be 0 or neither")
    }
  }

  private func words(_ comparison: FactComparison, year: Int?) -> Phrase {
    let relation: Phrase =
      switch comparison.relation {
      case .atMost: Phrase(zh: " 应不大于 ", en: " must not be above ")
      case .atLeast: Phrase(zh: " 应不小于 ", en: " must not be below ")
      case .equal: Phrase(zh: " 应等于 ", en: " must equal ")
      }
    return words(comparison.left, year: year) + relation + words(comparison.right, year: year)
  }

  private func words(_ condition: FactCondition, year: Int?) -> Phrase {
    switch condition {
    case .fullYear: return Phrase(same: "")
    case .withoutCoBuilders: return Phrase(zh: "没有共建单位，", en: "there are no co-builders: ")
    case .zero(let sum):
      let sum = words(sum, year: year)
      return Phrase(zh: "\(sum.zh) 为零，", en: "where \(sum.en) is 0: ")
    }
  }

  private func words(_ sum: FactSum, year: Int?) -> Phrase {
    let terms = sum.terms.map { words($0, year: year) }
    return Phrase(zh: terms.map(\.zh).joined(separator: "＋"), en: terms.map(\.en).joined(separator: " + "))
  }

  private func words(_ term: FactSum.Term, year: Int?) -> Phrase {
    let times = term.factor == 1 ? "" : "\(term.factor)×"
    switch term.quantity {
    case .one: return Phrase(same: "\(term.factor)")
    case .years: return Phrase(zh: times + "年数 \(sheet.years.count)", en: times + "\(sheet.years.count) years")
    case .fact(let code): return Phrase(same: times) + named(code, figure(code, year: year), Phrase(same: ""))
    case .before(let code):
      return Phrase(same: times) + named(code, year.flatMap { figure(code, year: $0 - 1) }, Phrase(zh: "上年", en: "last year’s "))
    case .total(let code):
      let total = sheet.years.reduce(into: Hundredths.zero) { $0 += figure(code, year: $1) ?? .zero }
      return Phrase(same: times) + named(code, total, Phrase(zh: "各年合计", en: "all years’ "))
    }
  }

  private func named(_ code: FactCode, _ figure: Hundredths?, _ before: Phrase) -> Phrase {
    let label = label(code)
    let written = figure.flatMap { figure in system.fact(code).map { " " + $0.written(figure) } } ?? ""
    return Phrase(zh: "\(before.zh)“\(label.zh)”\(written)", en: "\(before.en)“\(label.en)”\(written)")
  }

  private func label(_ code: FactCode) -> Phrase { system.fact(code)?.label ?? Phrase(same: "\(code)") }
}
