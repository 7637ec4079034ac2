import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Fields, industries and clusters by keys: staff keep the lists (articles 3 and 8)")
struct TermTests {
  private let fixture: DeskFixture

  init() throws { fixture = try DirectoryScene.fields() }

  private func desk(_ login: String, _ language: Language = .zh) throws -> DeskForTests {
    try DeskForTests(fixture, login, columns: 120, rows: 40, language: language)
  }

  private func term(_ name: String) throws -> TermLine? {
    try fixture.store.terms(by: DeskFixture.bureau).first { $0.record.name.string == name }
  }

  @Test("Staff enter a cluster with its county: it stands in the list, and its page shows the centers of the county; undone it is retired")
  func cluster() throws {
    let bureau = try desk("bureau")
    bureau.open(FieldDirectory.screen(bureau.sitting))
    bureau.press(KeyPress(.insert))
    bureau.type("3")
    bureau.press(KeyPress(.tab))
    bureau.type("青县蔬菜集群")
    bureau.press(KeyPress(.tab))
    bureau.type("Qingxian vegetables")
    bureau.press(KeyPress(.tab))
    bureau.type("青县")
    bureau.checkFrame()
    bureau.press(KeyPress(.function(2)))
    #expect(try term("青县蔬菜集群")?.record.kind == .cluster)
    // The cursor stands on what is new.
    #expect(bureau.line.contains("青县蔬菜集群") && bureau.line.contains("县域集群"))
    bureau.press(KeyPress(.enter))
    #expect(bureau.shows("Qingxian vegetables") && bureau.shows("该县（市、区）的中心") && bureau.shows("CZ-10"))
    bureau.checkFrame()
    bureau.type("u")
    #expect(try term("青县蔬菜集群")?.retiredOn != nil)
  }

  @Test(
    "A name that nothing on file says is corrected on its page, which follows it, and undone there; one that is on file says where it is")
  func renamed() throws {
    try fixture.store.enterTerm(
      TermRecord(kind: .field, name: fixture.text("商业航夭"), english: fixture.text("Space")), by: DeskFixture.bureau)
    let bureau = try desk("bureau")
    bureau.open(FieldDirectory.page(bureau.sitting, .field, "商业航夭"))
    bureau.press(KeyPress(.function(2)), KeyPress(.backspace))
    bureau.type("天")
    bureau.checkFrame()
    bureau.press(KeyPress(.function(2)))
    #expect(try term("商业航天") != nil && bureau.shows("商业航天") && !bureau.shows("商业航夭"))
    bureau.type("u")
    #expect(try term("商业航夭") != nil && bureau.shows("商业航夭"))
    bureau.open(FieldDirectory.page(bureau.sitting, .field, "肃宁针纺服装集群"))
    bureau.press(KeyPress(.function(2)))
    bureau.type("Knitwear")
    for key in [KeyPress(.function(2)), KeyPress(.function(2)), KeyPress(.backspace), KeyPress(.function(2))] { bureau.press(key) }
    #expect(bureau.runtime.top is ActScreen && bureau.shows("已在案（") && bureau.shows("个中心"))
    bureau.checkFrame()
  }

  @Test("A new entry that is left asks first and keeps nothing: the next one begins empty")
  func left() throws {
    let bureau = try desk("bureau")
    bureau.open(FieldDirectory.screen(bureau.sitting))
    bureau.press(KeyPress(.insert), KeyPress(.tab))
    bureau.type("青县蔬")
    bureau.press(KeyPress(.escape))
    #expect(bureau.runtime.isModal)
    agree(bureau)
    #expect(!(bureau.runtime.top is ActScreen))
    bureau.press(KeyPress(.insert))
    #expect(!bureau.shows("青县蔬"))
  }

  private func agree(_ desk: DeskForTests) { desk.press(KeyPress(.left), KeyPress(.enter)) }

  @Test("What is wrong with a name stands beside its field, and what was written stays")
  func refused() throws {
    let bureau = try desk("bureau")
    bureau.open(FieldDirectory.screen(bureau.sitting))
    bureau.press(KeyPress(.insert))
    bureau.press(KeyPress(.tab))
    bureau.type("管道装备")
    bureau.press(KeyPress(.tab))
    bureau.type("Pipes")
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.runtime.top is ActScreen && bureau.shows("名录中已有") && bureau.shows("Pipes") && !bureau.shows("未能完成"))
    bureau.checkFrame()
  }

  @Test("What a center names and no list holds is put into the list from its page, and has an English name on every screen from then on")
  func listed() throws {
    let bureau = try desk("bureau", .en)
    bureau.open(FieldDirectory.page(bureau.sitting, .field, "肃宁针纺服装集群"))
    bureau.press(KeyPress(.function(2)))
    bureau.type("Suning knitwear")
    bureau.press(KeyPress(.function(2)))
    #expect(try term("肃宁针纺服装集群")?.record.kind == .field)
    bureau.open(CenterFileScreen(bureau.sitting, code: "CZ-10"))
    #expect(bureau.shows("Suning knitwear"))
  }

  @Test(
    "A retired field stays on the application that has it and is offered for no other; a call that names it can be changed and keeps it")
  func retired() throws {
    let bureau = try desk("bureau")
    bureau.open(FieldDirectory.page(bureau.sitting, .field, "管道装备"))
    bureau.press(KeyPress(.function(5)))
    bureau.type("并入高端装备")
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows("已停用") && bureau.shows("不供新的选用"))
    bureau.checkFrame()
    let call = try #require(try fixture.store.calls(by: DeskFixture.bureau).first).call
    let kept = try PlainText("管道装备")
    #expect(call.priorityFields.contains(kept))
    #expect(!bureau.sitting.names.offered().contains { $0.zh == "管道装备" })
    #expect(bureau.sitting.names.offered(keeping: call.priorityFields).last?.zh == "管道装备")
    // How many experts are enough is changed, and nothing else: the retired priority is still ticked.
    bureau.open(CallForm.screen(bureau.sitting, over: call, years: []))
    for _ in 0..<4 { bureau.press(KeyPress(.tab)) }
    bureau.press(KeyPress(.backspace))
    bureau.type("5")
    for _ in 0..<3 { bureau.press(KeyPress(.tab)) }
    bureau.type("人手充足")
    bureau.checkFrame()
    bureau.press(KeyPress(.function(2)))
    bureau.type("y")
    let changed = try #require(try fixture.store.calls(by: DeskFixture.bureau).first).call
    #expect(changed.minimumExperts == 5 && changed.priorityFields == call.priorityFields)
  }

  @Test("For whoever is no staff the key says whose the lists are")
  func forbidden() throws {
    let viewer = try desk("viewer")
    viewer.open(FieldDirectory.screen(viewer.sitting))
    viewer.press(KeyPress(.insert))
    #expect(viewer.shows("由市科技局维护"))
    viewer.open(FieldDirectory.page(viewer.sitting, .field, "管道装备"))
    viewer.press(KeyPress(.function(5)))
    #expect(viewer.shows("由市科技局维护") && viewer.shows("在册"))
  }
}
