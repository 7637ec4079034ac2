import Foundation
import Testing

@testable import Proofs

@Suite("One figure by hand: the commands of the page, on a file that was made up")
struct ByHandTests {
  /// The commands of the page in order, on the files of a round, for a center of it.
  private func run(_ round: MadeRound, _ center: String, letter: String) throws -> [String] {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Proofs/Proofs.docc/OneFigureByHand.md")
    let text = try String(contentsOf: page, encoding: .utf8).replacing("YS2020-0003", with: center).replacing(
      "\\n2024\\n", with: "\\n2026\\n"
    )
    .replacing("\\nA\\n", with: "\\n\(letter)\\n").replacing("\"alias\": \"A\"", with: "\"alias\": \"\(letter)\"")
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hand-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(round.file).write(to: folder.appendingPathComponent("p.json"))
    try Data(round.all).write(to: folder.appendingPathComponent("o.json"))
    return try text.matches(of: /```sh\n([\s\S]*?)```/).map { block in
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      shell.arguments = ["-c", String(block.output.1)]
      shell.currentDirectoryURL = folder
      let output = Pipe()
      shell.standardOutput = output
      shell.standardError = FileHandle.nullDevice
      try shell.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      shell.waitUntilExit()
      return String(decoding: data, as: UTF8.self)
    }
  }

  @Test("Results and a sheet hash to what was bound, and the mean is the figure that was published")
  func page() throws {
    let round = try MadeRound(2)
    let publication = try Publication(reading: round.file)
    let center = try #require(try PublishedResults(reading: publication.results).centers.first)
    let outputs = try run(round, center.code, letter: "B")
    #expect(outputs.count == 6 && outputs[0].contains(center.score.description))
    let digests = outputs[1].split(separator: "\n")
    #expect(digests.count == 2 && digests[0].prefix(64) == digests[1].suffix(64))
    let bound = try #require(outputs[2].split(separator: "\n").last { $0.contains("\\tB\\t") })
    #expect(bound.contains(outputs[3].prefix(64)) && outputs[3].count > 64)
    let mean = try #require(Double(outputs[4].prefix { $0 != " " }))
    #expect(abs(mean * 100 - Double(center.score.hundredths)) <= 0.51, "\(mean)")
    // The last command wants bc, which is not everywhere.
    let number = outputs[5].trimmingCharacters(in: .whitespacesAndNewlines)
    if !number.isEmpty {
      #expect(String(repeating: "0", count: 16 - number.count) + number == CheckNumber(ofFile: round.file).description.filter { $0 != " " })
    }
  }
}
