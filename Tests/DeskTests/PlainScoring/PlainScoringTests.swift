import CenterStore
import Regulation
import Testing
import Wording

@testable import Desk

@Suite("Scoring line by line")
struct PlainScoringTests {
  @Test("an indicator is told by code, name, weight and evaluation points, a thought a line; points go to disk and on to the next open one")
  func entering() throws {
    let talk = try PlainTalk.pledged()
    try talk.hold("4.5", "８０％", "2.25")
    #expect(talk.said.contains("1.1 组织体系，满分 5 分"))
    #expect(talk.says("评估要点：2.中心内设机构、研究内容对研究方向的支撑作用。"))
    #expect(talk.said.contains("尚未评分。"))
    #expect(talk.said.contains("已保存：1.1 得 4.50 分。"))
    #expect(talk.said.contains("已保存：1.2 得 4.00 分。"))
    #expect(try [talk.points("1.1"), talk.points("1.2"), talk.points("2.1"), talk.points("2.2")] == ["4.50", "4.00", "2.25", nil])
    #expect(talk.said.last == "已评 3/19，合计 10.75 分，均已保存，未提交。")
  }

  @Test(
    "what is no figure, or above the weight, is named with what to write, and nothing is saved",
    arguments: ["5.01", "-1", "1.234", "101%", "4.5 c"])
  func wrong(figure: String) throws {
    let talk = try PlainTalk.pledged()
    try talk.hold(figure)
    #expect(talk.says("1.1 的得分“\(figure)”"))
    #expect(try talk.points("1.1") == nil && talk.said.last == "已评 0/19，合计 0.00 分。")
  }

  @Test("a figure alone is points, and an indicator is gone to by a word; a figure in another's place says how to go there and is undone")
  func figureOrCode() throws {
    let talk = try PlainTalk.pledged()
    try talk.hold("4", "-", "3.2", "撤销", "到 3.2", "3.5", language: .zh)
    #expect(talk.said.contains("已保存：1.1 得 3.20 分，原为 4.00 分；写“撤销”可恢复。"))
    #expect(talk.said.contains("要转到指标 3.2，请写：到 3.2"))
    #expect(talk.said.contains("已保存：1.1 得 4.00 分，原为 3.20 分。"))
    #expect(talk.says("3.2 发表论文专著，满分 3 分"))
    #expect(talk.says("3.2 的得分“3.5”不能大于 3.00"))
    #expect(talk.said.contains("要转到指标 3.5，请写：到 3.5"))
    #expect(try talk.points("1.1") == "4.00" && talk.points("3.2") == nil)
  }

  @Test("an empty line goes on and a dash goes back, and both stop at the ends")
  func moving() throws {
    let talk = try PlainTalk.pledged()
    try talk.hold("-")
    #expect(talk.says("这是第一项。"))
    try talk.hold("", "－", "go 5.4", "")
    #expect(talk.said.filter { $0.hasPrefix("1.1 ") }.count == 2 && talk.says("这是最后一项。还有 19 项未评"))
    try talk.hold("到 9.9")
    #expect(talk.says("没有指标“9.9”；请写 1.1 至 5.4 中的编号"))
  }

  @Test("points and their comment stand in one line, in either language; one undo takes both back")
  func figureWithComment() throws {
    let talk = try PlainTalk.pledged()
    try talk.hold("4.5 c 会议记录完整", "80% 评语：层次合理", language: .zh)
    #expect(talk.said.contains("已保存：1.1 得 4.50 分，并有评语。") && talk.said.contains("已保存：1.2 得 4.00 分，并有评语。"))
    #expect(try talk.points("1.1") == "4.50" && talk.comment("1.1") == "会议记录完整" && talk.comment("1.2") == "层次合理")
    try talk.hold("go 1.1", "3 c 另有说明", "undo")
    #expect(try talk.points("1.1") == "4.50" && talk.comment("1.1") == "会议记录完整")
    try talk.hold("go 1.1", "3 c a\u{1B}[2J")
    #expect(try talk.says("1.1 的评语未保存：") && talk.points("1.1") == "4.50")
  }

  @Test("a comment is written behind a word in either language, told again, and taken away with a dash")
  func comments() throws {
    let talk = try PlainTalk.pledged()
    try talk.hold("c 会议记录完整", "评语：层次合理", "c", "评语 -")
    #expect(talk.said.contains("已保存：1.1 的评语。") && talk.said.contains("评语：层次合理"))
    #expect(talk.said.contains("已保存：1.1 没有评语。"))
    #expect(try talk.fixture.sheet("CZ-01").comments[DeskFixture.code("1.1")].isEmpty)
    try talk.hold("c a\u{1B}[2J")
    #expect(talk.says("1.1 的评语未保存："))
  }

  @Test("the facts are told a data item a line, with their years, notes, words and place among the peers")
  func facts() throws {
    let talk = try PlainTalk.pledged()
    try talk.hold("数据", "go 3.3", "?facts")
    #expect(talk.said.contains { $0.contains("2023 年 1、2024 年 2、2025 年 未填（会议记录正在整理，尚未归档）") })
    #expect(talk.says("管理委员会每年研究年度计划和预算。 技术指导委员会就防腐涂层"))
    #expect(talk.said.contains { $0.contains("2023 年 3、2024 年 4、2025 年 5") && $0.contains("5 家中居第 1 四分位") })
    try talk.hold("f", language: .en)
    #expect(talk.says("2023: 1, 2024: 2, 2025: left empty (会议记录正在整理，尚未归档)"))
  }

  @Test("list, missing and total tell how the sheet stands, with the grade that it can still become")
  func standing() throws {
    let talk = try PlainTalk.pledged()
    try talk.fixture.fill("CZ-01", leaving: "4.2")
    try talk.hold("list")
    #expect(talk.said.count { $0.contains("，满分 ") } == 20 && talk.answer.contains("4.2 产业贡献：未评，满分 15"))
    try talk.hold("未评", "total")
    #expect(talk.says("还有 1 项未评：4.2。") && talk.answer.contains { $0.contains("“合格”至“优秀”（办法第28条）") || $0.contains("“合格”") })
    try talk.hold("9", "合计")
    #expect(talk.answer.contains { $0.hasPrefix("上次：2024 年 81.20") })
  }

  @Test("help tells every word; what is none of them says so")
  func help() throws {
    let talk = try PlainTalk.pledged()
    try talk.hold("帮助")
    for entry in PlainWord.entries {
      #expect(talk.answer.contains { line in entry.spellings.allSatisfy { line.contains($0) } })
    }
    try talk.hold("Help", "ｈｅｌｐ", language: .en)
    #expect(talk.said.filter { $0.hasPrefix("undo, u, 撤销:") }.count == 2)
    try talk.hold("什么", "是")
    #expect(talk.says("“什么”不是得分，也不是这里的词") && talk.says("现在没有要回答的"))
  }

  @Test("points are taken away by a word")
  func clearing() throws {
    let talk = try PlainTalk.pledged()
    try talk.hold("清除", "4", "-", "clear")
    #expect(talk.says("1.1 尚未评分。") && talk.said.contains("已保存：1.1 未评分，原为 4.00 分。"))
    #expect(try talk.points("1.1") == nil)
  }

  @Test("nothing is heard after quit", arguments: ["退出", "结束", "end", "q"])
  func quitting(word: String) throws {
    let talk = try PlainTalk.pledged()
    try talk.hold("4", word, "3")
    #expect(try talk.points("1.2") == nil && talk.said.last == "已评 1/19，合计 4.00 分，均已保存，未提交。")
  }
}
