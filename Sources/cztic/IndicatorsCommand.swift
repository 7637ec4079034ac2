import ArgumentParser
import Interchange
import Regulation
import TableFiles

/// `cztic indicators`: the indicator system of the regulation's table; needs no store.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators", abstract: "Print the indicator system: evaluation points, weights, data items.")

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Flag(help: "Print it as a JSON document, in Chinese as the regulation has it.")
  var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let system = try IndicatorSystem.standard.get()
      if json { return Output.json(IndicatorListing.json(system)) }
      for line in IndicatorListing.lines(system, options.language) { Output.line(line) }
    }
  }
}
