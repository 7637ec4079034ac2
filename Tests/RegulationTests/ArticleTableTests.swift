import Foundation
import Testing

@Suite("The table article by article")
struct ArticleTableTests {
  private struct Entry {
    let articles: String
    let types: [String]
    let screens: [String]
    let suites: [String]
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func entries() throws -> [Entry] {
    let page = Self.root.appendingPathComponent("Sources/Regulation/Regulation.docc/Articles.md")
    func quoted(_ cell: String, _ sign: Character) -> [String] {
      // Every second piece stands between two signs.
      let pieces = cell.split(separator: sign, omittingEmptySubsequences: false)
      return pieces.indices.filter { !$0.isMultiple(of: 2) }.map { String(pieces[$0]) }
    }
    return try String(contentsOf: page, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      try #require(cells.count == 5, "\(line)")
      return Entry(articles: cells[0], types: quoted(cells[2], "`"), screens: quoted(cells[3], "`"), suites: quoted(cells[4], "\""))
    }
  }

  private func swift(in folder: String) throws -> String {
    let files = try #require(
      FileManager.default.enumerator(at: Self.root.appendingPathComponent(folder), includingPropertiesForKeys: nil))
    var text = ""
    for case let file as URL in files where file.pathExtension == "swift" { text += try String(contentsOf: file, encoding: .utf8) + "\n" }
    return text
  }

  /// The names that are declared in some text.
  private func declared(in text: String) -> Set<String> {
    Set(text.matches(of: /\b(?:struct|class|enum|protocol|actor|func|let|var|typealias) (\w+)/).map { String($0.output.1) })
  }

  @Test("names types and functions that are there")
  func types() throws {
    let names = try declared(in: swift(in: "Sources"))
    for entry in try entries() {
      #expect(!entry.types.isEmpty)
      for type in entry.types {
        for part in type.split(separator: ".") { #expect(names.contains(String(part)), "\(entry.articles): \(type)") }
      }
    }
  }

  @Test("names screens that are there")
  func screens() throws {
    let names = try declared(in: swift(in: "Sources/Desk"))
    for entry in try entries() {
      for screen in entry.screens { #expect(names.contains(screen), "\(entry.articles): \(screen)") }
    }
  }

  @Test("names suites of tests that are there")
  func suites() throws {
    let tests = try swift(in: "Tests")
    for entry in try entries() {
      #expect(!entry.suites.isEmpty)
      for suite in entry.suites { #expect(tests.contains("@Suite(\"\(suite)\")"), "\(entry.articles): \(suite)") }
    }
  }

  @Test("leaves out none of the articles of the way from the call to the registry, nor of the evaluation")
  func whole() throws {
    let articles = try entries().map(\.articles)
    for article in ["4 to 7", "5", "7", "8"] + (1...8).map({ "9.\($0)" }) + ["10", "11", "12", "25", "26", "27", "28", "32", "附表"] {
      #expect(articles.contains { $0 == article || $0.split(separator: ", ").contains(Substring(article)) }, "article \(article)")
    }
  }

  @Test("leaves out no article at all", arguments: 1...32)
  func complete(article: Int) throws {
    let covered = try entries().flatMap { entry in
      entry.articles.split(separator: ",").flatMap { part -> [Int] in
        let ends = part.matches(of: /(\d+)(?:\.\d+)?(?:\(\d+\))?/).compactMap { Int($0.output.1) }
        return part.contains(" to ") && ends.count == 2 ? Array(ends[0]...ends[1]) : ends
      }
    }
    #expect(covered.contains(article))
  }
}
