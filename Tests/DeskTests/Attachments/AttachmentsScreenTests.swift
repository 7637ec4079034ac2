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
      try Pictures.check(desk.terminal.frames.last, "\(scene.rawValue)-\(size)")
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
}
