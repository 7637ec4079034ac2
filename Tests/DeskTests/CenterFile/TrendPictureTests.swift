import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import CenterStore
@testable import Desk

@Suite("The results of a center over the years")
struct TrendPictureTests {
  private func drawn(_ scores: [Int], columns: Int, language: Language = .zh, glyphs: GlyphSet = .unicode) -> Canvas {
    let results = scores.enumerated().map { place, score in
      PublicResult(year: 2016 + 2 * place, score: Points(score), grade: Grade(published: Points(score)), rank: nil)
    }
    var canvas = Canvas(size: Size(columns: columns, rows: TrendPicture.rows), glyphs: glyphs)
    let look = Look(language: language, asciiOnly: glyphs == .ascii)
    TrendPicture(results: results, look: look).draw(on: &canvas, in: canvas.area)
    return canvas
  }

  @Test("Two results are a line between two points, with the lines of 90 and 60 and the years beneath")
  func two() {
    #expect(
      drawn([6_709, 9_512], columns: 29).text == [
        "走势", "100                      ⢀⣀⠤●", " 90 ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄⢀⣀⠤⠔⠒⠉⠁⠄ ⠄", "             ⢀⣀⠤⠔⠒⠉⠁", "       ⢀⣀⠤⠔⠒⠉⠁", "    ●⠒⠉⠁",
        " 60 ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄", "", "    2016                 2018",
      ])
  }

  @Test(
    "The words are whole, the limits of the grades are in sight, first and last year stand beneath their points",
    arguments: [[6_709, 7_058], [9_900, 1_250], [0, 10_000], [5_999, 6_000, 8_999, 9_000], [7_000, 7_000, 7_000, 7_000, 7_000]],
    [20, 36, 60])
  func parts(scores: [Int], columns: Int) {
    for (language, glyphs) in [(Language.zh, GlyphSet.unicode), (.en, .unicode), (.zh, .ascii)] {
      let canvas = drawn(scores, columns: columns, language: language, glyphs: glyphs)
      let text = canvas.text
      #expect(text[0] == (language == .zh ? "走势" : "Trend"))
      #expect(text.contains { $0.hasPrefix(" 90") } && text.contains { $0.hasPrefix(" 60") })
      #expect(text.last?.contains("2016") == true && text.last?.contains(String(2016 + 2 * (scores.count - 1))) == true)
      #expect(canvas.flaws.isEmpty)
      #expect(text.joined().count { $0 == glyphs.chosen } == scores.count)
    }
  }

  @Test(
    "What is above a line is drawn above it, what is below it below, and on it only what is exactly there",
    arguments: [0, 1_000, 5_000, 5_001, 5_999, 6_000, 6_001, 6_709, 7_000, 7_999, 8_000, 8_999, 9_000, 9_001, 9_999, 10_000],
    [0, 5_999, 6_000, 9_000, 10_000])
  func edges(score: Int, beside other: Int) throws {
    let text = drawn([score, other], columns: 36).text
    func row(_ label: String) throws -> Int { try #require(text.firstIndex { $0.hasPrefix(label) }) }
    let place = try #require(text.firstIndex { $0.dropFirst(4).first == GlyphSet.unicode.chosen })
    for (line, label) in [(6_000, " 60"), (9_000, " 90")] {
      let limit = try row(label)
      #expect(score > line ? place < limit : score < line ? place > limit : place == limit, "\(score) at \(line)")
    }
  }

  @Test("A higher result is never drawn lower, over all hundredths from nothing to a hundred")
  func order() {
    let picture = TrendPicture(
      results: [PublicResult(year: 2026, score: .zero, grade: .unqualified, rank: nil)], look: Look(language: .zh, asciiOnly: false))
    let heights = (0...10_000).map { picture.height(of: Points($0)) }
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 <= $1 } && heights.first == 0 && heights.last == 27)
  }

  @Test("Too narrow for a line, it is left out without anything cut")
  func narrow() {
    #expect(drawn([6_709, 9_512], columns: 12).text.dropFirst().allSatisfy { $0.isEmpty })
  }
}
