import Foundation
import Testing

// The short form. The long one is `Tests/Fuzzing/run`.

@Suite("Whatever comes in, nothing crashes, and what must hold holds")
struct FuzzingTests {
  /// How many inputs are made of the seeds of each target.
  private static let made = 1_000

  @Test("The seeds that are kept, and what a mutator with a fixed seed makes of them", arguments: FuzzTarget.all)
  func short(target: FuzzTarget) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Seeds/\(target.name)")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let seeds = try files.sorted { $0.path < $1.path }.map { Array(try Data(contentsOf: $0)) }
    #expect(!seeds.isEmpty, "\(target) has no seeds")
    var mutator = Mutator(seeds, seed: 20_26)
    let inputs = seeds + (0..<Self.made).map { _ in mutator.next() }
    for input in inputs {
      do { try target.look(input) } catch { Issue.record("\(target): \(error), of \(Data(input).base64EncodedString())") }
    }
    print("fuzzing \(target): \(inputs.count) inputs")
  }

  @Test("Each target has a name of its own, and no folder of seeds is nobody's")
  func names() throws {
    let names = FuzzTarget.all.map(\.name)
    #expect(Set(names).count == names.count)
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Seeds")
    let folders = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(folders) == Set(names))
  }
}
