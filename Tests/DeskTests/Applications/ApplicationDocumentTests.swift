import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Articles 10 and 27: the documents of an application, and the committees that it names, by keys")
struct ApplicationDocumentTests {
  @Test("From a field of the form F4 enters a document for its condition; whoever reviews sees it at that condition")
  func entering() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication(failing: true)
    let host = try DeskForTests(fixture, "host")
    host.open(ApplicationFormScreen(host.sitting, number: number))
    // F3 goes to what is not met: the revenue of article 9.2.
    host.press(KeyPress(.function(3)), KeyPress(.function(4)))
    #expect(host.runtime.top is AttachmentsScreen)
    #expect(host.shows("没有证明此项的附件"))
    host.press(KeyPress(.insert))
    host.type("上年度财务审计报告")
    // Neither a file nor a place: the error stands beside the field.
    host.press(KeyPress(.function(2)))
    #expect(host.shows("纸质件存放在哪里"))
    host.press(KeyPress(.tab))
    host.type("财务科 3 号柜")
    host.press(KeyPress(.function(2)))
    let documents = try fixture.store.attachments(of: .application(number), by: DeskFixture.host)
    #expect(documents.map(\.entry.location.string) == ["财务科 3 号柜"])
    #expect(documents.first?.entry.proves == [.condition("9.2")])
    #expect(host.shows("财务科 3 号柜"))
    host.press(KeyPress(.escape))
    #expect(host.shows("附件（1）"))

    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    let department = try DeskForTests(fixture, "yanshan")
    department.open(ApplicationScreen(department.sitting, number: number))
    #expect(department.shows("附件 1 · 计算"))
    #expect(department.shows("纸质件：财务科 3 号柜"))
    department.press(KeyPress(.function(3)), .control("d"))
    #expect(department.runtime.top is AttachmentsScreen)
    #expect(department.shows("证明 办法第9条第2项"))
    // While it is in the department's hands, it enters documents too; who only reads enters nothing.
    department.press(KeyPress(.insert))
    #expect(department.runtime.top is ActScreen)
    try fixture.store.stepApplication(number, .decline(reason: fixture.text("条件不足")), by: DeskFixture.yanshan)
    let after = try DeskForTests(fixture, "host")
    after.open(ApplicationScreen(after.sitting, number: number))
    after.type("m")
    after.press(KeyPress(.insert))
    #expect(after.runtime.top is AttachmentsScreen)
  }

  @Test("What the register says of a document is corrected by e or F4, in both languages; what it proves elsewhere stays")
  func correcting() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let subject = AttachmentSubject.application(number)
    let digest = Digest256(of: Array("审计".utf8))
    try fixture.store.attach(
      AttachmentEntry(
        title: fixture.text("审计报稿"), file: fixture.text("audit.pdf"), location: fixture.text("财务科"), digest: digest,
        proves: [.condition("9.2")]), to: subject, by: DeskFixture.host)
    for language in Language.allCases {
      let host = try DeskForTests(fixture, "host", columns: 80, rows: 24, language: language)
      host.open(ApplicationScreen(host.sitting, number: number))
      host.type("m")
      #expect(host.shows(language == .zh ? "e 更正" : "e correct"))
      host.press(KeyPress(.function(4)))
      #expect(host.shows(language == .zh ? "更正附件登记" : "Correct a document") && host.shows("财务科"))
      host.checkFrame(allowing: ["审计报告", "财务科", "陶然"])
      host.press(KeyPress(.end), KeyPress(.backspace))
      host.type(language == .zh ? "告" : "文")
      host.press(KeyPress(.function(2)))
      #expect(host.shows(language == .zh ? "附件登记已更正" : "The document is corrected"))
    }
    let document = try #require(try fixture.store.attachments(of: subject, by: DeskFixture.host).first)
    #expect(document.entry.title.string == "审计报文" && document.entry.digest == digest && document.entry.proves == [.condition("9.2")])
    // Another file name is another file.
    let host = try DeskForTests(fixture, "host")
    host.open(ApplicationScreen(host.sitting, number: number))
    host.type("me")
    host.press(KeyPress(.tab), KeyPress(.tab), KeyPress(.tab))
    host.press(KeyPress(.end))
    host.type("x")
    host.press(KeyPress(.function(2)))
    #expect(try fixture.store.attachments(of: subject, by: DeskFixture.host).map(\.entry.digest) == [nil])
  }

  @Test("A department enters its letter of recommendation for the step that it took, which goes by its name")
  func letter() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    try fixture.store.stepApplication(number, .recommend(reason: nil), by: DeskFixture.yanshan)
    let desk = try DeskForTests(fixture, "yanshan")
    desk.open(ApplicationScreen(desk.sitting, number: number))
    desk.type("mn")
    #expect(desk.shows("第 2 步 推荐 2026-06-10") && !desk.shows("第 1 步"))
    desk.type("推荐函")
    for _ in 0..<4 { desk.press(KeyPress(.tab)) }
    desk.type("档案室")
    desk.press(KeyPress(.tab), KeyPress(.tab), .character(" "), KeyPress(.function(2)))
    #expect(desk.shows("证明 第 2 步 推荐"))
    desk.type("x")
    #expect(desk.shows("更正和移除由市科技局办理"))
  }

  @Test("A host neither corrects nor removes what proves a step: the keys say why")
  func records() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    try fixture.store.attach(
      AttachmentEntry(title: fixture.text("审查记录"), location: fixture.text("档案室"), proves: [.step(1)]), to: .application(number),
      by: DeskFixture.bureau)
    try fixture.store.stepApplication(number, .returnForCorrection(reason: fixture.text("补正")), by: DeskFixture.yanshan)
    let host = try DeskForTests(fixture, "host")
    host.open(AttachmentsScreen(host.sitting, .application(number), name: Phrase(same: number), entering: AttachmentEntering(items: [])))
    for key in ["e", "x"] {
      host.type(key)
      #expect(host.runtime.top is AttachmentsScreen && host.shows("由市科技局登记和更正"))
    }
  }

  @Test("Tab goes through the parts of a file, and p to what was done, at 80 columns and beside each other", arguments: [80, 120])
  func parts(columns: Int) throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.reviewedApplication()
    let bureau = try DeskForTests(fixture, "bureau", columns: columns, rows: 24)
    bureau.open(ApplicationScreen(bureau.sitting, number: number))
    #expect(bureau.shows("申报条件（办法第9、10条）"))
    bureau.type("p")
    #expect(bureau.shows("办理经过") && bureau.shows("初审合格"))
    bureau.press(KeyPress(.tab))
    #expect(bureau.shows("依托单位：盐山星垣管件有限公司"))
  }

  @Test("Committees are written one member a line, checked while typing, kept through an import, and their members step aside")
  func committees() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let host = try DeskForTests(fixture, "host")
    host.open(ApplicationFormScreen(host.sitting, number: number))
    func inHand() -> Bool { host.shows("✗ 第15条") || host.shows("? 第15条") }
    for _ in 0..<60 where !inHand() { host.press(KeyPress(.tab)) }
    #expect(inHand())
    host.type("周文澜，沧州云帆食品有限公司，主任")
    host.press(KeyPress(.enter))
    host.type("苏映雪，盐山星垣管件有限公司，院长")
    #expect(host.shows("第 2 行"))
    for _ in 0..<2 { host.press(KeyPress(.backspace)) }
    host.type("负责人")
    #expect(host.shows("2 人中 1 人"))
    host.pass(.milliseconds(500))
    let form = try fixture.store.application(number, by: DeskFixture.host).form
    #expect(form.committees?.advisory?.map(\.duty) == [.chair, .officer])
    #expect(form.committees?.management == nil)

    try fixture.store.stepApplication(number, .submit, by: DeskFixture.host)
    try fixture.store.stepApplication(number, .recommend(reason: nil), by: DeskFixture.yanshan)
    try fixture.store.stepApplication(number, .accept, by: DeskFixture.bureau)
    try fixture.store.stepApplication(number, .passCheck(reason: nil), by: DeskFixture.bureau)
    let candidates = try fixture.store.reviewCandidates(number, by: DeskFixture.bureau)
    let zhou = candidates.first { $0.login == "zhou" }
    #expect(zhou?.recusal != nil)
    #expect(zhou?.recusal?.phrase.zh.contains("技术指导委员会") == true)
  }

  @Test(
    "Admitting what is late begins with the last day that stands in the way",
    arguments: [
      (ApplicationStage.draft, CallDeadline.host), (.returned, .department), (.submitted, .department), (.sentBack, .correction),
    ])
  func late(stage: ApplicationStage, deadline: CallDeadline) {
    #expect(stage.deadline == deadline)
  }
}
