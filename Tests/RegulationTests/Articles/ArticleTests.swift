import Foundation
import Testing
import Wording

@testable import Regulation

@Suite("The regulation in our own words")
struct ArticleTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private var articles: [Article] { ArticleChapter.all.flatMap(\.articles) }

  @Test("Every article from 1 to 32 is there, each in its place, with all items of 4 to 7, 9 and 30")
  func whole() {
    let numbers = articles.map(\.number).filter { $0.first?.isNumber == true }
    let whole: [String] = (1...32).map { String($0) }
    #expect(numbers.filter { Int($0) != nil } == whole)
    for (article, items) in [("4", 5), ("5", 3), ("6", 6), ("7", 3), ("30", 8)] {
      #expect(numbers.filter { $0.hasPrefix(article + "(") } == (1...items).map { "\(article)(\($0))" })
    }
    #expect(numbers.filter { $0.hasPrefix("9.") } == (1...8).map { "9.\($0)" })
    #expect(Set(articles.map(\.number)).count == articles.count)
  }

  @Test("What the text does not know is said")
  func unknown() {
    let told = ArticleChapter.notInTheText.articles.map(\.number)
    #expect(told == ["验收", "年度报告", "缓评", "限期整改", "省级评估"])
  }

  @Test("Title, words and rulings stand in both languages, in a sentence or two")
  func both() {
    for article in articles {
      for phrase in [article.title, article.words] + article.rulings {
        #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty, "\(article.number)")
        #expect(phrase.zh.count <= 90 && phrase.en.count <= 220, "\(article.number): \(phrase.zh.count) \(phrase.en.count)")
        #expect(phrase.zh.contains { $0.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }, "\(article.number)")
      }
    }
  }

  @Test("No twelve characters in a row are the regulation's")
  func ownWords() throws {
    let text = try Fixture.regulation().filter { !$0.isWhitespace }
    let signs = Array(text)
    let known = Set((0...(signs.count - 12)).map { String(signs[$0..<($0 + 12)]) })
    for article in articles {
      for phrase in [article.title, article.words] + article.rulings {
        let own = Array(phrase.zh.filter { !$0.isWhitespace })
        guard own.count >= 12 else { continue }
        for start in 0...(own.count - 12) {
          let run = String(own[start..<(start + 12)])
          #expect(!known.contains(run), "\(article.number): \(run)")
        }
      }
    }
  }

  @Test("Every citation that stands in the code leads to an entry of its own")
  func citations() throws {
    var cited: Set<String> = []
    let files = try #require(
      FileManager.default.enumerator(at: Self.root.appendingPathComponent("Sources"), includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" && !file.path.contains("/Regulation/Articles/") {
      let code = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter {
        !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//")
      }.joined(separator: "\n")
      cited.formUnion(
        code.matches(of: /(?:article: |Citation\.phrase\(|Citation\.bracketed\(|\.article\()"([^"\\]+)"/).map { String($0.output.1) })
      for match in code.matches(of: /办法第([0-9]+)条(?:第([0-9]+)项)?/) {
        let article = String(match.output.1)
        cited.insert(match.output.2.map { article == "9" ? "9.\($0)" : "\(article)(\($0))" } ?? article)
      }
    }
    cited.formUnion(EligibilitySubject.allCases.map(\.article))
    cited.formUnion(RevocationGround.allCases.map(\.article))
    cited.formUnion(EvaluationRoundStepKind.allCases.map(\.article))
    cited.formUnion(ApplicationStepKind.allCases.map(\.article))
    cited.formUnion(MatterKind.allCases.map(\.article))
    cited.remove("2018")
    #expect(cited.count > 20)
    for citation in cited { #expect(Article.cited(citation)?.number == citation, "\(citation)") }
  }

  @Test("An item of which nothing is told leads to its article; what no article has leads nowhere")
  func fallback() {
    #expect(Article.cited("28(1)")?.number == "28" && Article.cited("9.9")?.number == "9")
    #expect(Article.cited("33") == nil && Article.cited("") == nil)
    #expect(Article.cited("9.2")?.name == Phrase(zh: "第9条第2项", en: "Article 9.2"))
  }
}
