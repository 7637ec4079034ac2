import Foundation
import Proofs
import RandomForTests
import Testing

@Suite("A second implementation agrees about every published file, true or false")
struct ProofAgreementTests {
  /// A file as it lies there, and whether it is true.
  private struct Case {
    let name: String
    let file: [UInt8]
    let openings: [[UInt8]]
    let isTrue: Bool
  }

  @Test("200 rounds are true, 1,000 that were changed at one place are not, and both say so of each")
  func agreement() throws {
    var random = SeededRandom(14)
    var cases: [Case] = []
    let rounds = try (0..<200).map { try MadeRound(UInt64($0)) }
    for (seed, round) in rounds.enumerated() {
      cases.append(Case(name: "true \(seed)", file: round.file, openings: seed % 2 == 0 ? [round.all] : [round.one], isTrue: true))
    }
    // Half of the lies are told by whoever has the store: every digest, link and signature is right.
    var turn = 0
    while cases.count < 700 {
      if let changed = try Falsified(rounds[turn % rounds.count], turn, signs: turn % 3 != 0, &random) {
        cases.append(Case(name: "\(changed.what) \(turn)", file: changed.file, openings: changed.opening.map { [$0] } ?? [], isTrue: false))
      }
      turn += 1
    }
    while cases.count < 1_200 {
      let lie = MadeRound.Lie.allCases[turn % MadeRound.Lie.allCases.count]
      let round = try MadeRound(UInt64(turn), lie: lie)
      if round.hasLied {
        cases.append(Case(name: "\(lie) \(turn)", file: round.file, openings: lie == .score ? [round.all] : [], isTrue: false))
      }
      turn += 1
    }
    let ours = cases.map { one in
      Verification(of: one.file, openings: one.openings.map { ("opening", $0) }).isSound
    }
    for (one, sound) in zip(cases, ours) where sound != one.isTrue { Issue.record("\(one.name): \(sound)") }
    let theirs = try ProofAgreementTests.python(cases.map { ($0.file, $0.openings) })
    #expect(theirs.count == cases.count)
    for (place, verdict) in theirs.enumerated() where verdict.hasPrefix("true") != ours[place] {
      Issue.record("\(cases[place].name): \(ours[place]), and the other says \(verdict)")
    }
  }

  /// What the other implementation says of each, in one process.
  static func python(_ files: [(file: [UInt8], openings: [[UInt8]])]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("proofs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var lines: [String] = []
    for (place, one) in files.enumerated() {
      var names = ["\(place).json"]
      try Data(one.file).write(to: folder.appendingPathComponent(names[0]))
      for (number, opening) in one.openings.enumerated() {
        names.append("\(place)-\(number).json")
        try Data(opening).write(to: folder.appendingPathComponent(names[number + 1]))
      }
      lines.append(names.joined(separator: " "))
    }
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: folder.appendingPathComponent("list"))
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = [
      "/usr/bin/python3", URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("verify.py").path, "--list",
      "list",
    ]
    python.currentDirectoryURL = folder
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
