import ArgumentParser
import Interchange
import Regulation
import TableFiles

/// `cztic indicators`: the indicator system of the regulation's table; needs no store.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators", abstract: "Print the indicator system: evaluation points, weights, data items.")

  @OptionGroup var options: Options

  @Flag(help: "Print it as a JSON document, in Chinese as the regulation has it.")
  var json = false

  func run() throws {
    let system = try IndicatorSystem.standard.get()
    if json {
      Output.document(IndicatorListing.json(system))
    } else {
      for line in IndicatorListing.lines(system, options.language) { Output.line(line) }
    }
  }
}
