/// What the regulation and the city say, as data: the files of this folder, embedded in the binary, so that a copied binary still works.
public enum RegulationData {
  /// The regulation's table of indicators (附表), one evaluation point a line.
  public static var indicators: [UInt8] { PackageResources.indicators_tsv }
  /// The data items (数据项) behind the indicators.
  public static var facts: [UInt8] { PackageResources.facts_tsv }
  /// What must fit together among the data items.
  public static var checks: [UInt8] { PackageResources.checks_tsv }
  /// The county-level units and zones of Cangzhou, and its municipal departments.
  public static var places: [UInt8] { PackageResources.places_tsv }
  /// The public holidays and the days that are worked instead, by year, as the State Council gives them out.
  public static var holidays: [UInt8] { PackageResources.holidays_tsv }
}
