/// A place on the evaluation form: a data item, and the year where the item runs over years.
public struct FactKey: Sendable, Hashable, Comparable {
  /// The data item.
  public let code: FactCode
  /// The calendar year; `nil` for an item that has one value for the round.
  public let year: Int?

  /// Names a place.
  public init(_ code: FactCode, year: Int? = nil) {
    self.code = code
    self.year = year
  }

  /// Compares by item, then by year.
  public static func < (left: FactKey, right: FactKey) -> Bool {
    left.code == right.code ? (left.year ?? 0) < (right.year ?? 0) : left.code < right.code
  }
}

/// What stands at a place of the form.
public struct FactEntry: Sendable, Hashable, Codable {
  /// The value; `nil` where it was left empty, which is not 0.
  public var value: FactValue?
  /// Why it was left empty, or a remark; may be empty.
  public var note: PlainText

  /// Names what stands there.
  public init(_ value: FactValue?, note: PlainText = .empty) {
    self.value = value
    self.note = note
  }

  /// Whether the place counts as filled: by a value, or by a note that says why there is none.
  public var isFilled: Bool { value != nil || !note.isEmpty }
}

/// A center's evaluation form (评估情况表, article 27) as far as it is filled in.
public struct FactSheet: Sendable {
  /// The years that are asked, ascending.
  public let years: [Int]
  /// The year in which the center was certified.
  public let certificationYear: Int
  /// How many co-builders the center has; `nil` where that is not known.
  public let coBuilders: Int?
  /// What is written.
  public var entries: [FactKey: FactEntry]

  /// A center's form in a round.
  ///
  /// - Parameter entries: what is written; places that the form does not ask for are passed over.
  public init(roundYear: Int, certified: Day, coBuilders: Int?, entries: [FactKey: FactEntry] = [:]) {
    certificationYear = certified.year
    years = FactSheet.years(roundYear: roundYear, certified: certified)
    self.coBuilders = coBuilders
    self.entries = entries
  }

  /// The years that a form asks for: the three before the round, of which those before the certification are not asked.
  public static func years(roundYear: Int, certified: Day) -> [Int] {
    let first = max(roundYear - 3, certified.year)
    return first < roundYear ? Array(first..<roundYear) : []
  }

  /// The places of one data item: one a year, or one.
  public func places(of fact: Fact) -> [FactKey] {
    fact.per.isYearly ? years.map { FactKey(fact.code, year: $0) } : [FactKey(fact.code)]
  }

  /// The places that are still open: neither filled nor wanted empty by a check, derived items aside.
  public func open(_ system: IndicatorSystem) -> [FactKey] {
    let reading = FactReading(self, system)
    let unwanted = Set(
      system.checks.flatMap { check -> [FactKey] in
        guard case .whenEmpty(let condition, let code) = check.expression, let fact = system.fact(code) else { return [] }
        return places(of: fact).filter { reading.holds(condition, year: $0.year) == true }
      })
    return system.facts.filter { $0.kind != .derived }.flatMap(places).filter {
      entries[$0]?.isFilled != true && !unwanted.contains($0)
    }
  }

  /// The derived figures that can be computed; a place is missing while one of its inputs is empty or its divisor is 0.
  public func derived(_ system: IndicatorSystem) -> [FactKey: Hundredths] { FactReading(self, system).derived }

  /// What does not fit together, in the order of the checks, then by year. A check is suspended while one of its inputs is empty.
  public func findings(_ system: IndicatorSystem) -> [FactFinding] {
    let reading = FactReading(self, system)
    return system.checks.flatMap { check in
      (check.isYearly ? years.map(Optional.some) : [nil]).compactMap { reading.finding(check, year: $0) }
    }
  }
}
