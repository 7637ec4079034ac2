import CenterStore
import Regulation
import Wording

@testable import Desk

/// A plain conversation on a store of its own: lines in, lines out.
final class PlainTalk {
  let fixture: DeskFixture
  /// All that was said.
  private(set) var said: [String] = []
  /// What was said to the last line.
  private(set) var answer: [String] = []

  init(_ fixture: DeskFixture) { self.fixture = fixture }

  /// With Zhou's pledge given.
  static func pledged() throws -> PlainTalk {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    return PlainTalk(fixture)
  }

  /// Holds a conversation from its beginning to the end of the lines.
  ///
  /// - Parameter between: what happens before a line is read, by its place.
  func hold(
    _ lines: String..., center: String = "CZ-01", round: Int? = nil, by who: Acting = DeskFixture.zhou, language: Language = .zh,
    between: [Int: () throws -> Void] = [:]
  ) throws {
    var scoring = try PlainScoring(fixture.store, center: center, round: round, by: who)
    var place = 0
    var failure: (any Error)?
    said = []
    answer = []
    defer { if let failure { said.append("\(failure)") } }
    try scoring.run(in: language) {
      do { try between[place]?() } catch { failure = error }
      guard place < lines.count else { return nil }
      defer { place += 1 }
      answer = []
      return lines[place]
    } say: { line in
      said.append(line)
      answer.append(line)
    }
  }

  /// Whether a line was said.
  func says(_ words: String) -> Bool { said.contains { $0.contains(words) } }

  /// The points that are on disk at an indicator of CZ-01.
  func points(_ indicator: String) throws -> String? {
    try fixture.sheet("CZ-01").points[DeskFixture.code(indicator)]?.description
  }

  /// The comment that is on disk at an indicator of CZ-01.
  func comment(_ indicator: String) throws -> String { try fixture.sheet("CZ-01").comments[DeskFixture.code(indicator)].string }
}
