import ArgumentParser

/// The review desk of the technology innovation centers of Cangzhou.
@main
struct Cztic: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cztic", abstract: "The review desk of the technology innovation centers of Cangzhou.")
}
