import Regulation
import Testing

@testable import CenterStore

@Suite("Texts are released without the names and logins of experts (article 25)")
struct NameMaskTests {
  private static let mask = NameMask([
    ("上官守拙", 6), ("x6", 6), ("上官守", nil), ("周戊", nil), ("x4", nil), ("李丁", 1), ("li", 1), ("李 丁一", 2), ("expert1", 2),
    ("Li Ding", 3), ("阿依古丽·买买提", 4), ("王一", 7), ("王一", 8), ("赵二", 9), ("赵二", nil),
  ])

  @Test(
    "However a name is written, it is read; what only looks like one stands",
    arguments: [
      ("周戊、上官守拙、上官 守拙说好", "专家、专家6、专家6说好"), ("李 丁", "专家1"), ("李\u{3000}丁", "专家1"), ("李\u{200B}丁好", "专家1好"),
      ("李\u{200D}丁", "专家1"), ("李\u{FEFF} \u{A0}丁", "专家1"), ("李\n丁", "专家1"), ("李丁 一", "专家2"), ("李丁二", "专家1二"), ("李、丁", "李、丁"),
      ("上官守旧", "专家旧"), ("上官", "上官"), (" 上 官 守 拙 ", "专家6"), ("上官守拙上官守拙", "专家6专家6"),
      ("x4、X4，ｘ４和x4说", "专家、专家，专家和专家说"), ("x\u{200B}4", "专家"), ("x 4", "x 4"), ("x40、ax4、x4_b、é x4é", "x40、ax4、x4_b、é x4é"),
      ("expert1同意", "专家2同意"), ("quality, li, LI-li (li)", "quality, 专家1, 专家1-专家1 (专家1)"), ("li\u{301}", "li\u{301}"),
      ("with Li Ding.", "with 专家3."), ("LI  DING", "专家3"), ("LiDing", "专家3"), ("Ｌｉ　Ｄｉｎｇ", "专家3"), ("Li Dingo", "专家1 Dingo"),
      ("阿依古丽·买买提", "专家4"), ("阿依古丽 · 买买提", "专家4"), ("王一", "专家"), ("赵二", "专家9"), ("", ""), ("没有人名", "没有人名"),
      ("第一段\n第二段", "第一段\n第二段"),
    ])
  func reads(text: String, masked: String) throws { #expect(try Self.mask.text(text) == PlainText(masked, .paragraphs)) }

  @Test("A text that grows over the limit by its masks is cut there, and stays readable")
  func limit() throws {
    let text = try NameMask([("a", 10)]).text(String(repeating: "a、", count: PlainText.limit / 2)).string
    #expect(text.count == PlainText.limit && text.hasPrefix("专家10、专家10、") && text.hasSuffix("…"))
  }

  @Test("The whole pool is masked: who scored, who declined, who was never drawn; in another's round who is none of its pool is not")
  func pool() throws {
    let city = try RoundCity()
    let open = city.store(on: RoundCity.day(6, 1))
    try open.assignExpert(year: 2026, center: "C1", expert: "x5", by: RoundCity.bureau)
    try open.releaseExpert(year: 2026, center: "C1", expert: "x5", reason: RoundCity.why, by: Acting("x5", .desk))
    try city.score("C1", ["x1": 0, "x2": 1_00, "x3": 2_00])
    let comment = try PlainText("专家 1、X5、专家5、x4说好，x99不在")
    _ = try open.importScores(
      year: 2026,
      [
        Numbered(
          2,
          ScoreRecord(
            center: PlainText("C1"), expert: PlainText("x2"), indicator: IndicatorCode.all[1], points: Points(500), comment: comment))
      ], by: RoundCity.bureau)
    let later = city.store(on: RoundCity.day(8, 3))
    try later.settleRound(2026, by: RoundCity.bureau)
    try later.publishRound(2026, workingDays: 5, by: RoundCity.bureau)
    let result = try later.centerResult(year: 2026, center: "C1", by: RoundCity.host)
    let own = try #require(result.sheets.first { $0.total == Points(100_00) }).number
    #expect(result.sheets.flatMap(\.comments.values).filter { !$0.isEmpty }.map(\.string) == ["专家\(own)、专家、专家、专家说好，x99不在"])
  }
}
