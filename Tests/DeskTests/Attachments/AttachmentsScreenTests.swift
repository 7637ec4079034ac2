import CenterStore
import Foundation
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Article 27: whoever reviews sees at the spot what proves a figure, and where it is")
struct AttachmentsScreenTests {
  /// A screen on which documents stand, and how one gets there.
  enum Scene: String, CaseIterable, Sendable {
    case factsDocuments, documents, centerFileDocuments

    @MainActor
    func show(_ fixture: DeskFixture, _ size: ScreenSize) throws -> DeskForTests {
      let login = self == .centerFileDocuments ? "yanshan" : "zhou"
      let desk = try DeskForTests(fixture, login, columns: size.columns, rows: size.rows, language: size.language)
      switch self {
      case .factsDocuments: desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-01", at: try DeskFixture.code("3.3")))
      case .documents:
        desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-01", at: try DeskFixture.code("3.3")))
        desk.type("d")
      case .centerFileDocuments:
        desk.open(CenterFileScreen(desk.sitting, code: "CZ-01"))
        desk.press(KeyPress(.end))
      }
      return desk
    }
  }

  private func fixture() throws -> DeskFixture {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    func attach(_ title: String, _ kind: String, file: String = "", paper: String = "", _ facts: [String]) throws {
      try fixture.store.attach(
        AttachmentEntry(
          title: fixture.text(title), kind: fixture.text(kind), date: DeskFixture.day("2026-03-10"), file: fixture.text(file),
          location: fixture.text(paper), digest: file.isEmpty ? nil : Digest256(of: Array(file.utf8)),
          proves: Set(facts.compactMap { FactCode($0).map { .fact($0) } })), to: .material(center: "CZ-01", year: 2026),
        by: DeskFixture.bureau)
    }
    try attach("专利证书汇编", "证书", file: "patents.pdf", paper: "知识产权室 2 号柜", ["3.3.a", "3.3.f"])
    try attach("专利受理通知书", "证书", paper: "知识产权室 3 号柜", ["3.3.a"])
    try attach("2025 年度财务审计报告", "审计报告", file: "audit-2025.pdf", ["2.1.b", "2.1.c"])
    return fixture
  }

  @Test("look as somebody has seen them", arguments: Scene.allCases)
  func pictures(scene: Scene) throws {
    let fixture = try fixture()
    for size in ScreenSize.all {
      let desk = try scene.show(fixture, size)
      desk.checkFrame("\(scene.rawValue) \(size)", allowing: ["专利证书汇编", "专利受理通知书", "年度财务审计报告", "审计报告", "知识产权室", "号柜"])
      try desk.checkPicture("\(scene.rawValue)-\(size)")
    }
  }

  @Test("From an indicator the key for documents shows those of its figures only, and back is where one was")
  func ofIndicator() throws {
    let fixture = try fixture()
    let desk = try Scene.documents.show(fixture, ScreenSize(columns: 120, rows: 40, language: .zh))
    #expect(desk.shows("专利证书汇编") && desk.shows("专利受理通知书") && !desk.shows("财务审计报告"))
    #expect(desk.shows("纸质件：知识产权室 2 号柜") && desk.shows("证明 3.3.f"))
    desk.press(KeyPress(.escape))
    #expect(desk.shows("3.3 专利和其他知识产权"))
    // The same key without a letter, for whoever has an input method on.
    desk.press(.control("d"))
    #expect(desk.shows("证明 3.3.f"))
  }

  @Test("A document that comes in while the sheet is open stands under its figure")
  func news() throws {
    let fixture = try fixture()
    let desk = try Scene.factsDocuments.show(fixture, ScreenSize(columns: 120, rows: 40, language: .zh))
    #expect(!desk.shows("软件著作权证书"))
    let code = try #require(FactCode("3.3.b"))
    try fixture.store.attach(
      AttachmentEntry(title: fixture.text("软件著作权证书"), proves: [.fact(code)]), to: .material(center: "CZ-01", year: 2026),
      by: DeskFixture.bureau)
    desk.runtime.top?.changed(StoreNews(items: [.init(act: "attachment.enter", login: "bureau")]))
    desk.runtime.settle()
    #expect(desk.shows("软件著作权证书"))
  }

  @Test("Who may not see the documents of a center finds none on its file: the key says why")
  func forbidden() throws {
    let fixture = try fixture()
    let desk = try DeskForTests(fixture, "viewer")
    desk.open(CenterFileScreen(desk.sitting, code: "CZ-01"))
    #expect(!desk.text.contains("专利证书汇编"))
    desk.type("d")
    #expect(!desk.text.contains("专利证书汇编") && desk.shows("没有您可以查看的附件"))
  }

  @Test("A document whose file is not kept here says so; one that is comes into the reader's inbox, or the reader hears that there is none")
  func fetching() throws {
    let fixture = try fixture()
    let subject = AttachmentSubject.material(center: "CZ-01", year: 2026)
    let source = URL(fileURLWithPath: fixture.store.path + ".source")
    try Data("第一条".utf8).write(to: source)
    let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 40)
    desk.open(AttachmentsScreen(desk.sitting, subject, name: Phrase(same: "CZ-01")))
    desk.press(KeyPress(.function(6)))
    #expect(desk.shows("没有存在本机"))
    for document in try fixture.store.attachments(of: subject, by: DeskFixture.bureau) {
      try fixture.store.detach(document.entry.title, from: subject, by: DeskFixture.bureau)
    }
    try fixture.store.attach(AttachmentEntry(title: fixture.text("章程")), to: subject, keeping: source.path, by: DeskFixture.bureau)
    desk.runtime.top?.changed(StoreNews(items: [.init(act: "attachment.enter", login: "bureau")]))
    desk.press(KeyPress(.function(6)))
    #expect(desk.runtime.isModal && desk.shows("inbox/bureau"))
    // In a narrow window too its key stands in the footer, before what only who enters documents does.
    let narrow = try DeskForTests(fixture, "bureau", columns: 80, rows: 24)
    narrow.open(
      AttachmentsScreen(narrow.sitting, subject, name: Phrase(same: "CZ-01"), entering: AttachmentEntering(items: [], chosen: nil)))
    #expect(narrow.terminal.text.last?.contains("取出文件") == true)
    desk.press(KeyPress(.escape))
    let inbox = fixture.store.path + ".files/inbox/bureau"
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    desk.press(KeyPress(.function(6)))
    #expect(desk.shows("与登记相符"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: inbox).count == 1)
  }

  @Test("A kept file that is gone since is told of at the key and in the list, with what to do")
  func gone() throws {
    let fixture = try DeskFixture()
    let subject = AttachmentSubject.material(center: "CZ-01", year: 2026)
    let source = URL(fileURLWithPath: fixture.store.path + ".source")
    try Data("第一条".utf8).write(to: source)
    try fixture.store.attach(AttachmentEntry(title: fixture.text("章程")), to: subject, keeping: source.path, by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 40)
    desk.open(AttachmentsScreen(desk.sitting, subject, name: Phrase(same: "CZ-01")))
    #expect(desk.shows("已存本机"))
    let digest = Digest256(of: Array("第一条".utf8)).description
    try FileManager.default.removeItem(atPath: "\(fixture.store.path).files/\(digest.prefix(2))/\(digest)")
    desk.press(KeyPress(.function(6)))
    #expect(desk.shows("“章程”的文件不见了") && desk.shows("cztic doctor"))
    desk.press(KeyPress(.enter))
    #expect(desk.shows("存于本机的文件不见了") && !desk.shows("已存本机"))
  }

  @Test(
    "A file of the inbox fills the empty title; of another file the digest can be written, and only a digest; the list of files has one key everywhere"
  )
  func entering() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    let inbox = fixture.store.path + ".files/inbox/host"
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    try Data("第一条".utf8).write(to: URL(fileURLWithPath: inbox + "/章程.pdf"))
    let desk = try DeskForTests(fixture, "host")
    func form() {
      desk.open(AttachmentsScreen(desk.sitting, .application(number), name: Phrase(same: number), entering: AttachmentEntering(items: [])))
      desk.type("n")
    }
    form()
    desk.press(KeyPress(.function(4)))
    #expect(desk.shows("到“文件名”栏可从列表选取"))
    for _ in 0..<3 { desk.press(KeyPress(.tab)) }
    desk.press(KeyPress(.function(4)), KeyPress(.enter), KeyPress(.function(2)))
    let kept = try #require(try fixture.store.attachments(of: .application(number), by: DeskFixture.host).first)
    #expect(kept.entry.title.string == "章程" && kept.isKept)
    let digest = Digest256(of: Array("协议".utf8))
    form()
    desk.type("协议")
    for _ in 0..<3 { desk.press(KeyPress(.tab)) }
    desk.type("协议.pdf")
    desk.press(KeyPress(.tab), KeyPress(.tab))
    desk.type(String(digest.description.dropLast()))
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("应为 64 位十六进制数字"))
    desk.press(KeyPress(.end))
    desk.type(String(digest.description.suffix(1)))
    desk.press(KeyPress(.function(2)))
    let document = try fixture.store.attachments(of: .application(number), by: DeskFixture.host).first { $0.entry.title.string == "协议" }
    #expect(document?.entry.digest == digest && document?.size == nil)
    #expect(desk.shows("大小未知"))
  }

  @Test(
    "Who enters a document that the call asks for, and has not ticked it on the form, is told where that is done (article 10)",
    arguments: [true, false])
  func ticking(isTicked: Bool) throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.draftApplication()
    var form = try fixture.store.application(number, by: DeskFixture.host).form
    if !isTicked { form.documents = [] }
    try fixture.store.saveApplication(number, form, by: DeskFixture.host)
    let desk = try DeskForTests(fixture, "host", columns: 120, rows: 40)
    desk.open(AttachmentsScreen(desk.sitting, .application(number), name: Phrase(same: number), entering: AttachmentEntering(items: [])))
    desk.type("n")
    desk.type("申报书")
    for _ in 0..<3 { desk.press(KeyPress(.tab)) }
    desk.type("申报书.pdf")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("“已备材料”中也须勾选") == !isTicked)
  }
}
