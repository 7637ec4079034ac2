import RegulationData
import Wording

/// The performance evaluation indicator system (绩效评估指标体系) of the regulation's table (附表), with the data items and checks
/// that the evaluation form is made from. A value of this type has been checked: see ``load(indicators:facts:checks:)``.
///
/// ```swift
/// let system = try IndicatorSystem.standard.get()
/// system[code].weight        // 7 for 3.3
/// system.fact(code)?.label.zh
/// ```
public struct IndicatorSystem: Sendable {
  /// Names this version of the table; every round pins the one that it was opened under.
  public let version: String
  /// What the table is called.
  public let name: Phrase
  /// The five first-level indicators, with all that stands under them.
  public let groups: [IndicatorGroup]
  /// The nineteen second-level indicators.
  public let indicators: PerIndicator<Indicator>
  /// All data items, ordered by code.
  public let facts: [Fact]
  /// How the derived figures are computed, in an order in which each rests only on those before it.
  public let derivations: [FactDerivation]
  /// What must fit together, in the order of the data.
  public let checks: [FactCheck]

  private let factIndex: [FactCode: Int]

  init(
    version: String, name: Phrase, groups: [IndicatorGroup], indicators: PerIndicator<Indicator>, facts: [Fact],
    derivations: [FactDerivation], checks: [FactCheck]
  ) {
    self.version = version
    self.name = name
    self.groups = groups
    self.indicators = indicators
    self.facts = facts
    self.derivations = derivations
    self.checks = checks
    factIndex = Dictionary(uniqueKeysWithValues: facts.enumerated().map { ($1.code, $0) })
  }

  /// The table of the regulation in force, loaded once from the data inside the program.
  public static let standard: Result<IndicatorSystem, DataError> = Result { () throws(DataError) in
    try load(indicators: RegulationData.indicators, facts: RegulationData.facts, checks: RegulationData.checks)
  }

  /// The second-level indicator of a code.
  public subscript(code: IndicatorCode) -> Indicator { indicators[code] }

  /// The data item of a code; `nil` where the form has none.
  public func fact(_ code: FactCode) -> Fact? { factIndex[code].map { facts[$0] } }

  /// The most points of each indicator.
  public var weights: PerIndicator<Points> { PerIndicator<Points>(each: { indicators[$0].fullPoints }) }
}
