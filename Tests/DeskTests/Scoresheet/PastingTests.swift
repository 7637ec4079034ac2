import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@Suite("Pasting points")
@MainActor
struct PastingTests: AtASheet {
  private func paste(_ text: String, _ desk: DeskForTests) {
    desk.terminal.paste(text)
    desk.runtime.settle()
  }

  @Test("a pasted figure is taken, other text is not")
  func figure() throws {
    let desk = try sit(at: "3.3")
    paste("5.5", desk)
    desk.press(KeyPress(.enter))
    #expect(try points(desk, "3.3") == 550)
    paste("第3项", desk)
    #expect(desk.runtime.top?.isCapturing == false)
    #expect(desk.shows("粘贴的“第3项”不是得分"))
  }

  @Test(
    "a column fills downwards and is never joined into one figure",
    arguments: ["1\n2\n", "1\r\n2\r\n", "1\r2", "1\t2", "１\n ２ \n", "1\r\r2\r\r", "1\n\n2\n"])
  func column(text: String) throws {
    let desk = try sit(at: "4.2")
    paste(text, desk)
    #expect(try points(desk, "4.2") == 100 && points(desk, "5.1") == 200)
    #expect(desk.runtime.top?.isCapturing == false)
    desk.checkFrame()
  }

  @Test("nineteen lines of a spreadsheet all land, a blank one passes its indicator over")
  func nineteen() throws {
    let desk = try sit(at: "1.1")
    paste((1...19).map { $0 == 5 ? "" : "\($0).0%" }.joined(separator: "\r\n") + "\r\n", desk)
    for code in IndicatorCode.all {
      let weight = desk.sitting.system[code].weight
      let expected = PointsEntry.points(share: Points(whole: code.index + 1), of: Points(whole: weight))
      #expect(try desk.fixture.sheet("CZ-01").points[code] == (code.index == 4 ? nil : expected))
    }
    #expect(desk.runtime.top?.isCapturing == false)
  }

  @Test("what is no figure, or too much, stops the paste there with words")
  func stopping() throws {
    for wrong in ["优", "77", "1 2"] {
      let desk = try sit(at: "4.1")
      paste("1\n\(wrong)\n3\n4", desk)
      #expect(try points(desk, "4.1") == 100 && points(desk, "4.2") == nil && points(desk, "5.1") == nil)
      #expect(desk.runtime.top?.isCapturing == true)
      #expect(desk.shows("其余 2 行未填入"))
      desk.type("2\n")
      #expect(try points(desk, "4.2") == 200)
    }
  }

  @Test("lines beyond the last indicator are told and overwrite nothing")
  func beyond() throws {
    let desk = try sit(at: "5.3")
    paste("1\n2\n3\n", desk)
    #expect(try points(desk, "5.3") == 100 && points(desk, "5.4") == 200)
    #expect(desk.shows("其余 1 行未填入"))
  }

  @Test("a figure in hand gives way to the pasted one")
  func inHand() throws {
    let desk = try sit(at: "4.2")
    desk.type("1")
    paste("2", desk)
    desk.type("\n")
    #expect(try points(desk, "4.2") == 200)
  }
}
