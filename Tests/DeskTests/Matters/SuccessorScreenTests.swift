import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("A new center that goes on in the place of others, by keys (articles 4(5), 9.1, 16 and 27)")
struct SuccessorScreenTests: MatterSuite {
  let fixture: DeskFixture

  init() throws { fixture = try MatterScene.fixture() }

  /// Fills in the form of a reorganisation of CZ-02.
  private func fill(_ bureau: DeskForTests, _ texts: [String?]) {
    openFile(bureau, "CZ-02")
    bureau.press(KeyPress(.function(2)), KeyPress(.down), KeyPress(.enter))
    for (place, text) in (texts + [nil, "沧科字〔2026〕20号", nil, "改制"]).enumerated() {
      if place > 0 { bureau.press(KeyPress(.tab)) }
      if let text { bureau.type(text) }
    }
    bureau.press(KeyPress(.function(2)))
  }

  private func words(_ desk: DeskForTests) -> String { desk.terminal.text.joined().filter { $0 != " " && $0 != "│" } }

  @Test(
    "The form asks for host and director, says what goes along in the round under way, and all of it is on file",
    arguments: [(Language.zh, 80, 24), (.en, 120, 40)])
  func goesAlong(language: Language, columns: Int, rows: Int) throws {
    let unit = try fixture.host(of: "CZ-01")
    let written = ["陶然", "沧州市管件技术创新中心", "沧科字", "号", "沈望舒", unit]
    let bureau = try DeskForTests(fixture, "bureau", columns: columns, rows: rows, language: language)
    fill(bureau, [nil, "CZ-20", "沧州市管件技术创新中心", unit, nil, "何工"])
    #expect(bureau.runtime.isModal)
    let told = words(bureau)
    #expect(told.contains(language == .zh ? "专家2人转入" : "2expertsalong"))
    #expect(told.contains(language == .zh ? "主任登记为何工" : "何工isenteredasdirector"))
    agree(bureau)
    let record = try fixture.store.center(code: "CZ-20", by: DeskFixture.bureau)
    #expect(record.host.string == unit && record.director?.string == "何工")

    // The host finds it to be handed in, and from where it came.
    let host = try DeskForTests(fixture, "host", columns: columns, rows: rows, language: language)
    host.open(MaterialsScreen(host.sitting, year: 2026))
    #expect(host.shows(language == .zh ? "单位：承接待交" : "host: taken over"))
    host.open(MaterialScreen(host.sitting, year: 2026, center: "CZ-20"))
    #expect(host.shows(language == .zh ? "承接 CZ-02：" : "Goes on for CZ-02:"))
    host.checkFrame(allowing: written)
    bureau.open(RoundFileScreen(bureau.sitting, year: 2026))
    bureau.type("/CZ-20\n")
    #expect(bureau.shows(language == .zh ? "承接：CZ-02" : "Goes on for: CZ-02"))
    bureau.checkFrame(allowing: written)
  }

  @Test("The file of the new center leads to the one before with Enter, shows its results as its own, and the row in hand is copied")
  func file() throws {
    try fixture.store.reorganise(
      [PlainText("CZ-02")], into: PlainText("CZ-20"), new: SuccessorRecord(name: PlainText("沧州市管件技术创新中心")),
      on: DeskFixture.today, document: PlainText("沧科字〔2026〕20号"), reason: MatterScene.text, by: DeskFixture.bureau)
    let viewer = try desk("viewer", columns: 120, rows: 40)
    openFile(viewer, "CZ-20")
    #expect(viewer.shows("原中心的结果") && viewer.shows("91.05"))
    viewer.checkFrame()
    viewer.type("y")
    #expect(viewer.terminal.copied.last == "基本信息")
    viewer.press(KeyPress(.down))
    viewer.type("y")
    #expect(viewer.terminal.copied.last == "CZ-20")
    viewer.press(KeyPress(.enter))
    #expect(viewer.shows("光标不在办理事项、其他中心、评估结果、附件或职责上"))
    let screen = try #require(viewer.runtime.top as? CenterFileScreen)
    let row = try #require(screen.state?.profile(screen.names).firstIndex { if case .center = $0 { true } else { false } })
    for _ in 1..<row { viewer.press(KeyPress(.down)) }
    viewer.type("y")
    #expect(viewer.terminal.copied.last?.hasPrefix("CZ-02\t") == true)
    viewer.press(KeyPress(.enter))
    #expect(viewer.shows("重组为") && viewer.runtime.top?.title.zh == "CZ-02")
  }

  @Test("Host and director of a center that is there are not asked for, and a new unit's kind is")
  func checks() throws {
    let bureau = try desk("bureau", columns: 120, rows: 40)
    fill(bureau, [nil, "CZ-03", nil, nil, nil, "何工"])
    #expect(bureau.shows("主任按第16条备案") && !bureau.runtime.isModal)
    let other = try desk("bureau", columns: 120, rows: 40)
    openFile(other, "CZ-04")
    other.press(KeyPress(.function(2)), KeyPress(.down), KeyPress(.enter))
    for (place, text) in [nil, "CZ-20", "沧州市管件技术创新中心", "某某新公司", nil, nil, nil, "沧科字〔2026〕20号", nil, "改制"].enumerated() {
      if place > 0 { other.press(KeyPress(.tab)) }
      if let text { other.type(text) }
    }
    other.press(KeyPress(.function(2)))
    agree(other)
    #expect(other.shows("单位类型未登记") && other.runtime.top is ActScreen)
  }
}
