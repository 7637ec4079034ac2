import ArgumentParser
import Interchange
import Regulation
import TableFiles

/// `cztic indicators`: the indicator system of the regulation's table; needs no store.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "indicators", zh: "列出指标体系：评价要点、权重、数据项。", en: "Print the indicator system: evaluation points, weights, data items.")

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Flag(help: .json)
  var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      try options.requireNamedLogin()
      let system = try IndicatorSystem.standard.get()
      if json { return Output.json(IndicatorListing.json(system)) }
      for line in IndicatorListing.lines(system, options.language) { Output.line(line) }
    }
  }
}
