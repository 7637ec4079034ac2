import Regulation
import Testing

@Suite("Articles are cited in one form")
struct CitationTests {
  @Test(
    "Items of one article stand side by side, and so do whole articles",
    arguments: [
      (["9.2"], "办法第9条第2项", "article 9.2"), (["10"], "办法第10条", "article 10"),
      (["9.2", "9.3", "10"], "办法第9条第2、3项、第10条", "articles 9.2, 9.3, 10"), (["14", "15"], "办法第14、15条", "articles 14, 15"),
    ])
  func list(articles: [String], zh: String, en: String) {
    #expect(Citation.list(articles).zh == zh)
    #expect(Citation.list(articles).en == en)
  }
}
