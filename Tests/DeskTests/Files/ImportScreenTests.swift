import CenterStore
import DeskRuntime
import Foundation
import Interchange
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Files come in on the desk: looked at first, written when nothing is wrong, taken back with u")
struct ImportScreenTests {
  private func desk(
    _ login: String = "bureau", columns: Int = 80, rows: Int = 24, language: Language = .zh, workers: (any Workers)? = nil,
    files: KeyValuePairs<String, String> = [:]
  ) throws -> DeskForTests {
    let fixture = try DeskFixture()
    for (place, file) in files.enumerated() {
      try FileScene.put(file.value, as: file.key, of: Acting(login, .desk), in: fixture.store, on: "2026-06-0\(9 - place)")
    }
    let desk = try DeskForTests(fixture, login, columns: columns, rows: rows, language: language, workers: workers)
    return desk
  }

  private let importKey = KeyPress(.character("i"), .alt)

  private func changed(_ store: CenterStore) throws -> String {
    "code,name,host,host_kind,department,certified_on,director\r\n"
      + (try ["CZ-01", "CZ-02"].map { code in
        let line = try store.registryLine(code: code, by: DeskFixture.bureau)
        let director = code == "CZ-01" ? "孙晓" : line.director
        return "\(code),\(line.name),\(line.host),enterprise,\(line.department),\(line.certifiedOn),\(director)\r\n"
      }).joined()
  }

  @Test("From the registry: the newest file first, what it would change, F2 writes it, u takes it back")
  func wholeWay() throws {
    let desk = try desk(files: ["新增.csv": FileScene.centers, "旧的.csv": "a,b\r\n"])
    desk.open(RegistryScreen(desk.sitting))
    desk.press(importKey)
    #expect(desk.text.contains("inbox/bureau") && desk.text.contains("新增.csv") && desk.text.contains("2026-06-09"))
    desk.press(KeyPress(.enter))
    #expect(desk.text.contains("预览，尚未写入：新增 1 条") && desk.shows("CZ-21"), "\(desk.text)")
    let head = try desk.fixture.store.chainHead(by: DeskFixture.bureau).number
    desk.press(KeyPress(.function(2)))
    #expect(desk.text.contains("已导入：新增 1 条") && desk.text.contains("u 撤销"), "\(desk.text)")
    #expect(try desk.fixture.store.registryLine(code: "CZ-21", by: DeskFixture.bureau).director == "钱若水")
    #expect(try desk.fixture.store.chainHead(by: DeskFixture.bureau).number == head + 1)
    desk.press(KeyPress(.function(2)))
    #expect(desk.text.contains("已导入"))
    desk.press(.character("u"))
    #expect(desk.text.contains("已撤销"), "\(desk.text)")
    #expect(throws: StoreError.self) { try desk.fixture.store.registryLine(code: "CZ-21", by: DeskFixture.bureau) }
    // Looked at again it is new again.
    desk.press(KeyPress(.function(5)))
    #expect(desk.text.contains("预览，尚未写入：新增 1 条"))
  }

  @Test("Wrong cells are told with row, column, value and remedy, and nothing is taken in until the file is mended")
  func errors() throws {
    let desk = try desk(files: ["错.csv": FileScene.wrong])
    desk.open(RegistryScreen(desk.sitting))
    desk.press(importKey, KeyPress(.enter))
    #expect(desk.text.contains("有 2 处错误，全部不导入") && desk.shows("第 2 行") && desk.shows("工厂") && desk.shows("须为以下之一"), "\(desk.text)")
    desk.press(KeyPress(.function(2)))
    #expect(desk.text.contains("文件有错"))
    desk.press(KeyPress(.function(3)))
    #expect(desk.terminal.copied.last?.contains("第 3 行，认定日期（certified_on）列：“去年”") == true)
    try FileManager.default.removeItem(atPath: desk.fixture.store.path + ".files/inbox/bureau/错.csv")
    try FileScene.put(FileScene.centers, as: "错.csv", of: DeskFixture.bureau, in: desk.fixture.store)
    desk.press(KeyPress(.function(5)))
    #expect(desk.text.contains("新增 1 条"))
  }

  @Test("A field that changes is shown as it was and will be; what is there already cannot be taken in")
  func changes() throws {
    let desk = try desk()
    try FileScene.put(changed(desk.fixture.store), as: "改.csv", of: DeskFixture.bureau, in: desk.fixture.store)
    desk.open(RegistryScreen(desk.sitting))
    desk.press(importKey, KeyPress(.enter))
    #expect(desk.text.contains("修改 1 条，未变 1 条") && desk.text.contains("→ 孙晓"), "\(desk.text)")
    desk.press(KeyPress(.function(2)))
    desk.press(KeyPress(.function(5)))
    #expect(desk.text.contains("2 条都与现有内容相同"), "\(desk.text)")
    desk.press(KeyPress(.function(2)))
    #expect(desk.text.contains("没有可导入的"))
  }

  @Test("Where the store changed since it was looked at, it is looked at again and nothing is written; other changes do not matter")
  func overtaken() throws {
    let desk = try desk()
    let store = desk.fixture.store
    try FileScene.put(changed(store), as: "改.csv", of: DeskFixture.bureau, in: store)
    desk.open(RegistryScreen(desk.sitting))
    desk.press(importKey, KeyPress(.enter))
    try FileScene.put(changed(store).replacing("孙晓", with: "李四"), as: "改2.csv", of: DeskFixture.bureau, in: store)
    let other = Importer(store: store, by: DeskFixture.bureau)
    _ = try other.run(.centers, .init(Array(changed(store).replacing("孙晓", with: "李四").utf8), name: "x"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.text.contains("已重新预览，尚未写入") && desk.text.contains("李四 → 孙晓"), "\(desk.text)")
    #expect(try store.registryLine(code: "CZ-01", by: DeskFixture.bureau).director == "李四")
    try store.declareConflict(center: "CZ-02", expert: "he", reason: PlainText("师生"), by: DeskFixture.bureau)
    desk.press(KeyPress(.function(2)))
    #expect(try store.registryLine(code: "CZ-01", by: DeskFixture.bureau).director == "孙晓")
    // Whoever changed it since is told, and nothing is undone.
    _ = try other.run(.centers, .init(Array(changed(store).replacing("孙晓", with: "李四").utf8), name: "x"))
    desk.press(.character("u"))
    #expect(desk.text.contains("CZ-01 其后由 bureau 改动"), "\(desk.text)")
    #expect(try store.registryLine(code: "CZ-01", by: DeskFixture.bureau).director == "李四")
  }

  @Test("Esc ends the reading: a bar is shown, nothing is written, and it can be looked at again")
  func cancel() throws {
    let workers = HeldWorkers()
    let desk = try desk(workers: workers, files: ["新增.csv": FileScene.centers])
    func settle() {
      while !workers.isIdle {
        workers.release()
        desk.runtime.settle()
      }
    }
    settle()
    desk.open(RegistryScreen(desk.sitting))
    settle()
    desk.press(importKey)
    settle()
    desk.press(KeyPress(.enter))
    // What kind it is, then the looking, which waits.
    workers.release()
    desk.runtime.settle()
    #expect(desk.text.contains("预览 新增.csv") && desk.text.contains("请稍候"), "\(desk.text)")
    desk.press(KeyPress(.escape))
    #expect(desk.text.contains("正在中止"))
    settle()
    #expect(desk.text.contains("已中止，什么也没有写入"), "\(desk.text)")
    desk.press(KeyPress(.function(2)))
    #expect(desk.text.contains("先预览"))
    desk.press(KeyPress(.function(5)))
    settle()
    #expect(desk.text.contains("新增 1 条"))
  }

  @Test("Scores of the round under way, by their header alone; another kind can be chosen")
  func kinds() throws {
    let scores = "中心编号,专家账号,指标,得分\r\nCZ-03,zhou,1.1,4.5\r\n"
    let desk = try desk(files: ["评分.csv": scores])
    desk.runtime.paletteEntries = { desk.sitting.paletteEntries($0) }
    desk.press(.character(":"))
    desk.type("导入文件\n")
    desk.press(KeyPress(.enter))
    #expect(desk.text.contains("导入：评分") && desk.text.contains("2026 年度") && desk.shows("CZ-03 zhou 1.1"), "\(desk.text)")
    desk.press(KeyPress(.function(4)))
    #expect(desk.text.contains("这个文件是什么表") && desk.text.contains("看来是"))
    desk.press(KeyPress(.escape))
  }

  @Test(
    "An empty folder says where files have to lie; whose role takes nothing in is offered nothing, and a file of a kind that one may not")
  func refusals() throws {
    let empty = try desk()
    empty.open(RegistryScreen(empty.sitting))
    empty.press(importKey)
    #expect(empty.text.contains("还没有文件") && empty.text.contains("inbox/bureau") && empty.text.contains("sftp"))
    #expect(!empty.text.contains("F4 可选"))
    let guest = try desk("viewer")
    guest.open(RegistryScreen(guest.sitting))
    #expect(guest.runtime.top?.offersImport == false && guest.runtime.top?.offersExport == true && guest.sitting.importEntry == nil)
    let expert = try desk("zhou", files: ["新增.csv": FileScene.centers])
    expert.press(importKey, KeyPress(.enter))
    #expect(expert.text.contains("您的角色不能导入这种表"), "\(expert.text)")
  }

  @Test("Whoever sits at the machine may choose a file that lies elsewhere; over a line nothing leads there")
  func elsewhere() throws {
    let fixture = try DeskFixture()
    let folder = URL(fileURLWithPath: fixture.store.path).deletingLastPathComponent().path
    try FileScene.centers.write(toFile: folder + "/甲.csv", atomically: true, encoding: .utf8)
    let terminal = TestTerminal(columns: 120, rows: 40)
    let runtime = Runtime.forTests(on: terminal, preferences: .init(language: .zh))
    let sitting = try Sitting(store: fixture.store, login: "bureau", runtime: runtime, reachesFiles: true)
    runtime.push(ImportFilesScreen(sitting, wanted: []))
    func press(_ keys: [KeyPress]) {
      terminal.feed(keys.map { .input(.key($0)) })
      runtime.settle()
    }
    press([KeyPress(.function(4))])
    press((folder + "/甲.csv").map { KeyPress.character($0) } + [KeyPress(.enter)])
    #expect(terminal.text.joined().contains("新增 1 条"))
    #expect(HostFiles.path("~/a") == NSHomeDirectory() + "/a" && HostFiles.path("../b", in: "/tmp/c") == "/tmp/b")
    let remote = try desk()
    #expect(!ImportFilesScreen(remote.sitting, wanted: []).bindings.contains { $0.action == "path" })
  }

  @Test("The screens look as somebody has seen them, whatever the size and the language")
  func pictures() throws {
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try desk(
        columns: size.columns, rows: size.rows, language: size.language, files: ["错.csv": FileScene.wrong, "新增.csv": FileScene.centers])
      desk.open(RegistryScreen(desk.sitting))
      desk.press(importKey)
      try desk.checkPicture("importFiles-\(size)")
      desk.press(KeyPress(.enter))
      try desk.checkPicture("importErrors-\(size)")
      desk.press(KeyPress(.escape), KeyPress(.down), KeyPress(.enter))
      try desk.checkPicture("importPreview-\(size)")
    }
  }
}
