import Foundation
import Regulation
import Testing

/// What is changed once results are on notice: by objections, and where a figure was lacking.
extension EvaluationRoundTests {
  @Test("An upheld objection re-opens its center alone, and leaves both figures on file (article 25)")
  func objection() throws {
    let day = Scene.day
    var round = try Scene.round(after: 5, [Scene.objection("B", on: day(8, 4)), Scene.upheld(1, on: day(8, 5))])
    let before = try Scene.situation(day(8, 6), totals: Scene.sheets)
    #expect(round.refusalToWriteSheets(of: "B", before) == nil && round.refusalToWriteSheets(of: "A", before) != nil)
    #expect(round.refusal(.close, by: .bureau, try Scene.situation(day(8, 11), totals: Scene.sheets))?.phrase.zh.contains("B") == true)
    var sheets = Scene.sheets
    sheets["B"] = [60_00, 60_00, 59_99, 60_01]
    sheets["A"] = [0, 0, 0]
    try round.take(.resettle("B"), by: .bureau, Scene.situation(day(8, 7), totals: sheets))
    let figures = try #require(round.state.settlement?.figures)
    #expect(figures["B"]?.score == Points(60_00) && figures["B"]?.sheets == 4 && figures["B"]?.grade == .qualified)
    #expect(figures["B"]?.replaced == [.init(score: Points(59_99), objection: 1, on: day(8, 7))])
    #expect(figures["A"]?.score == Points(92_00) && figures["A"]?.replaced.isEmpty == true)
    #expect(round.refusalToWriteSheets(of: "B", before) != nil)
    #expect(refusal(round, .resettle("B"), by: .bureau, try Scene.situation(day(8, 7), totals: sheets))?.article == "25")
    try round.take(.close, by: .bureau, Scene.situation(day(8, 11), totals: sheets))
    #expect(round.stage == .closed)
  }

  @Test("A center that was wrongly absent gets its first figure, and the file says that it had none")
  func absentee() throws {
    let day = Scene.day
    var round = try Scene.round(after: 5, [Scene.objection("Z", on: day(8, 4)), Scene.upheld(1, on: day(8, 5))])
    var sheets = Scene.sheets
    sheets["Z"] = [70_00, 71_00]
    #expect(refusal(round, .resettle("Z"), by: .bureau, try Scene.situation(day(8, 6), totals: sheets))?.phrase.zh.contains("2 份") == true)
    var unchanged = round
    try unchanged.take(.resettle("Z"), by: .bureau, Scene.situation(day(8, 6), totals: Scene.sheets))
    #expect(unchanged.state.settlement?.absent == ["Z"] && unchanged.state.settlement?.reopened.isEmpty == true)
    sheets["Z"] = [70_00, 71_00, 72_00]
    try round.take(.resettle("Z"), by: .bureau, Scene.situation(day(8, 6), totals: sheets))
    #expect(round.state.settlement?.absent == [])
    #expect(
      round.state.settlement?.figures["Z"]
        == RoundFigure(score: Points(71_00), sheets: 3, replaced: [.init(score: nil, objection: 1, on: day(8, 6))]))
  }

  @Test("A center that was published without a figure is scored on, and its first figure is on notice five working days (articles 12, 25)")
  func addition() throws {
    let day = Scene.day
    var sheets = Scene.sheets
    sheets["C"] = [80_00]
    var round = try Scene.round(after: 3)
    try round.take(.settle, by: .bureau, Scene.situation(day(8, 3), totals: sheets))
    let settled = try Scene.situation(day(8, 3), totals: sheets)
    #expect(round.refusalToWriteSheets(of: "C", settled) != nil)
    #expect(round.cautions(before: .publish, settled) == [.absent(["Z"]), .pending(["C"])])
    try round.take(.publish(workingDays: 5), by: .bureau, settled)
    #expect(round.refusalToWriteSheets(of: "C", settled) == nil && round.refusalToWriteSheets(of: "A", settled) != nil)
    let late = try Scene.situation(day(8, 12), totals: sheets)
    #expect(refusal(round, .close, by: .bureau, late)?.phrase.zh.contains("还有 1 个中心评分表不足") == true)
    #expect(refusal(round, .resettle("C"), by: .bureau, late)?.phrase.zh == "C 只有 1 份评分表，至少需要 3 份")
    sheets["C"] = [80_00, 81_00, 82_00]
    try round.take(.resettle("C"), by: .bureau, Scene.situation(day(8, 12), totals: sheets))
    let settlement = try #require(round.state.settlement)
    #expect(settlement.figures["C"] == RoundFigure(score: Points(81_00), sheets: 3) && settlement.pending.isEmpty)
    // Wednesday 12 August, five working days from Thursday on: the last is Wednesday 19 August.
    #expect(round.state.notice?.issuedOn == day(8, 3) && round.state.notice?.last == day(8, 19))
    #expect(refusal(round, .close, by: .bureau, try Scene.situation(day(8, 19), totals: sheets)) != nil)
    try round.take(.close, by: .bureau, Scene.situation(day(8, 20), totals: sheets))
  }

  @Test("An objection that came late, unsigned or without evidence is on file, holds nothing up and cannot be upheld (article 12)")
  func weak() throws {
    let day = Scene.day
    for entry in [Scene.objection("A", on: day(8, 11)), Scene.objection("A", on: day(8, 4), evidence: nil)] {
      let round = try Scene.round(after: 5, [entry])
      let situation = try Scene.situation(day(8, 11), totals: Scene.sheets)
      #expect(refusal(round, .close, by: .bureau, situation) == nil)
      #expect(refusal(round, .settleObjection(1, isUpheld: true, reason: Scene.text), by: .bureau, situation)?.article == "25")
      #expect(refusal(round, .settleObjection(1, isUpheld: false, reason: Scene.text), by: .bureau, situation) == nil)
      #expect(refusal(round, .settleObjection(2, isUpheld: false, reason: Scene.text), by: .bureau, situation) != nil)
    }
  }

  @Test("Who objected is told to nobody but the bureau, in a round that is open or closed")
  func objectors() throws {
    let day = Scene.day
    let dismissed: Scene.Entry = (.settleObjection(1, isUpheld: false, reason: Scene.text), .bureau, day(8, 5), Scene.sheets)
    let open = try Scene.round(after: 5, [Scene.objection("A", on: day(8, 4)), dismissed])
    let closed = try Scene.round(after: 5, [Scene.objection("A", on: day(8, 4)), dismissed, Scene.path[5]])
    for round in [open, closed] {
      let bare = round.withoutObjectors
      #expect(bare.stage == round.stage && bare.state.objections.map(\.center) == ["A"])
      #expect(
        bare.state.objections.allSatisfy { $0.objection.signedBy == nil && $0.objection.evidence == nil && $0.objection.grounds.isEmpty })
      #expect(bare.state.objections.first?.objection.settlement == round.state.objections.first?.objection.settlement)
    }
    #expect(try Scene.round(after: 3).withoutObjectors == Scene.round(after: 3))
    #expect(Scene.objection("A", on: day(8, 4)).step.withoutObjector.reason == nil)
    if case .object(_, _, let grounds, let signedBy, let evidence) = Scene.objection("A", on: day(8, 4)).step.withoutObjector {
      #expect(grounds.isEmpty && signedBy == nil && evidence == nil)
    }
  }
}
