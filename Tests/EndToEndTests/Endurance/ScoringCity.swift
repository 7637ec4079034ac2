import Foundation
import RandomForTests
import Testing

/// A city in which three experts score one center, line by line.
struct ScoringCity {
  static let experts = ["e1", "e2", "e3"]
  let cztic: Program

  init() throws {
    cztic = try SmallCity.copy()
    try cztic.expect(0, "round", "open", "2030", "--sheets", "1")
    try cztic.expect(0, "assign", "2030", "--per-center", "3")
    for login in Self.experts {
      let run = try cztic.run(Self.command(login, cztic.store), input: "yes\nyes\nyes\nquit\n")
      if run.status != 0 { throw Tmux.Mismatch(description: run.messages) }
    }
  }

  /// How an expert scores line by line.
  static func command(_ login: String, _ store: String, _ language: String = "en") -> [String] {
    ["score", "C1", "--plain", "--round", "2030", "--as", login, "--store", store, "--lang", language]
  }
}

/// Something that an expert entered: points, and a comment that nobody enters twice.
struct Entered: Sendable, Hashable {
  let login: String
  let indicator: String
  let note: String
  /// Whether the program called it saved.
  var isSaved = false
}

/// An expert at the program's pipes.
final class Scorer {
  let talk: Talk
  private let login: String

  init(_ login: String, in city: ScoringCity, environment: [String: String] = [:]) throws {
    self.login = login
    talk = try Talk(ScoringCity.command(login, city.cztic.store), environment: environment)
  }

  /// Enters points and a comment for an indicator, and waits for what is said.
  func enter(_ note: String, _ random: inout SeededRandom) -> Entered {
    let indicator = ScoringJourney.indicators.randomElement(using: &random)?.code ?? ""
    var entered = Entered(login: login, indicator: indicator, note: note)
    talk.say("go \(indicator)")
    talk.say("\(Int.random(in: 0...2, using: &random)).\(Int.random(in: 10...99, using: &random)) c \(note)")
    entered.isSaved = talk.hear { $0.hasPrefix("Saved: \(indicator) has ") }
    return entered
  }
}
