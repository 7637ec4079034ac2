import CenterStore
import Regulation
import Testing
import Wording

@testable import Desk

@Suite("Pledging, submitting and what goes wrong, line by line")
struct PlainSubmittingTests {
  @Test("recusal: the three promises come first, one by one; without one of them nothing opens")
  func pledge() throws {
    let talk = PlainTalk(try DeskFixture())
    try talk.hold("yes", "什么", "否", "4")
    #expect(talk.says("保密：评估材料") && talk.says("诚信：依据") && talk.said.contains("请回答“是”或“否”。"))
    #expect(talk.said.last == "未作承诺，评分表不能打开（回避）。")
    #expect(try !talk.fixture.store.hasPledged(year: 2026, by: DeskFixture.zhou))
    try talk.hold("是", "是", "是", "4")
    #expect(talk.says("CZ-01 沧州市油气管道防腐技术创新中心：河北青岚管道装备有限公司、渤海样例大学"))
    #expect(talk.said.contains("承诺已签署。") && talk.said.contains("已保存：1.1 得 4.00 分。"))
  }

  @Test("recusal: a conflict is declared with its reason before the pledge; with the center in hand, that ends it")
  func conflict() throws {
    let talk = PlainTalk(try DeskFixture())
    try talk.hold("y", "y", "回避 CZ-06 顾问", "回避 CZ-02", "回避 CZ-02 曾任其顾问", "conflict CZ-01 advised its host", "y")
    #expect(talk.says("“CZ-06”不是分配给您的中心；请写 CZ-01 CZ-02"))
    #expect(talk.says("请写明事由，如：回避 CZ-02"))
    #expect(talk.said.contains("已申报回避：CZ-02，该中心不再由您评分。"))
    let declared = try talk.fixture.store.conflicts(by: DeskFixture.zhou).map(\.center.string).sorted()
    #expect(declared == ["CZ-01", "CZ-02"])
    #expect(try !talk.fixture.store.hasPledged(year: 2026, by: DeskFixture.zhou))
  }

  @Test("submitting says what is missing and goes there; then what a careful colleague says, and asks")
  func submitting() throws {
    let talk = try PlainTalk.pledged()
    try talk.fixture.fill("CZ-01", leaving: "4.2")
    try talk.hold("submit", "15", "提交", "否")
    #expect(talk.says("还不能提交。还有 1 项未评：4.2。") && talk.says("19 项均已评分，合计"))
    #expect(talk.said.contains("4.2 得零分或满分而未写评语（附表）") && talk.said.contains("未提交。"))
    try talk.hold("submit")
    #expect(talk.said.contains("没有回答，评分表未提交。"))
    #expect(try talk.fixture.sheet("CZ-01").state == .draft)
    try talk.hold("submit", "是", "4")
    #expect(talk.says("已提交，合计") && talk.says("评分表已提交；如需修改，先写“撤回”（办法第25条）。"))
    #expect(try talk.fixture.sheet("CZ-01").state == .submitted)
    try talk.hold("takeback", "y", "到 4.2", "12")
    #expect(talk.says("核定结果前可以撤回（办法第25条）") && talk.says("已撤回，可以修改。"))
    #expect(try talk.fixture.sheet("CZ-01").state == .draft && talk.points("4.2") == "12.00")
  }

  @Test("what another desk of the same login wrote meanwhile is not overwritten unheard; written again, the line stands")
  func conflictingDesks() throws {
    let talk = try PlainTalk.pledged()
    let elsewhere = {
      try talk.fixture.store.score(
        year: 2026, center: "CZ-01", indicator: DeskFixture.code("1.1"), ScoreEntry(points: .some(Points(300))), by: DeskFixture.zhou)
    }
    #expect(throws: StoreError.self) { try talk.hold("4", between: [0: elsewhere]) }
    #expect(talk.says("1.1 未保存：您的账号在另一处写下：3.00 分。") && talk.says("此处写的是：4.00 分。"))
    #expect(talk.said.last == "未能保存：1.1。其余均已保存。")
    #expect(try talk.points("1.1") == "3.00")
    try talk.fixture.store.score(
      year: 2026, center: "CZ-01", indicator: DeskFixture.code("1.1"), ScoreEntry(points: .some(nil)), by: DeskFixture.zhou)
    try talk.hold("4", "4", between: [0: elsewhere])
    #expect(try talk.points("1.1") == "4.00" && talk.said.last == "已评 1/19，合计 4.00 分，均已保存，未提交。")
  }

  @Test("article 25: a round that is settled meanwhile takes nothing more, and says so; an earlier sheet is for reading")
  func settled() throws {
    let talk = try PlainTalk.pledged()
    try talk.fixture.fill("CZ-01")
    try talk.fixture.store.submitSheet(year: 2026, center: "CZ-01", by: DeskFixture.zhou)
    try talk.fixture.store.settleRound(2026, by: DeskFixture.bureau)
    try talk.hold("4", "takeback")
    #expect(talk.says("2026 年度评估已核定，评分表只供查看（办法第25条）"))
    #expect(try talk.fixture.sheet("CZ-01").state == .submitted)
  }

  @Test("who is no expert, and whose center it is not, is not permitted, whether center and round exist or not")
  func refusals() throws {
    let talk = try PlainTalk.pledged()
    func status(_ hold: () throws -> Void) -> Int32? {
      do {
        try hold()
        return 0
      } catch { return (error as? StoreError)?.exitStatus }
    }
    #expect(status { try talk.hold(by: DeskFixture.bureau) } == 77)
    #expect(status { try talk.hold(center: "CZ-08") } == 77)
    #expect(status { try talk.hold(center: "CZ-99") } == 77)
    #expect(status { try talk.hold(round: 2031) } == 77)
    #expect(status { try talk.hold(round: 2026) } == 0)
  }
}
