import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The palette leads wherever the first screen leads, from every screen")
struct PaletteOfferTests {
  private let fixture: DeskFixture

  init() throws {
    fixture = try MatterScene.fixture()
    try MatterScene.fill(fixture)
  }

  private func names(_ desk: DeskForTests, _ text: String = "") -> [String] { desk.sitting.paletteEntries(text).map(\.choice.label.zh) }

  @Test(
    "Each role finds its places there with another screen before it",
    arguments: [
      ("bureau", ["2026 年度评分进度", "2026 年度排名", "申请", "申报通知", "变更、主任、撤销", "运行管理职责", "名册"]),
      ("host", ["申请", "申报通知", "变更、主任、撤销", "运行管理职责", "名册", "评估年度"]),
      ("yanshan", ["申请", "变更、主任、撤销", "运行管理职责", "名册"]), ("zhou", ["管理序列", "评估年度", "申请", "申报通知"]),
      ("viewer", ["管理序列", "评估年度", "申报通知", "公示"]),
    ])
  func places(login: String, expected: [String]) throws {
    let desk = try DeskForTests(fixture, login)
    desk.open(RulesScreen(desk.sitting))
    let found = names(desk)
    for name in expected { #expect(found.count { $0 == name } == 1, "\(login): \(name) in \(found)") }
  }

  @Test("What the keys of the screen do stands there once", arguments: ["bureau", "host", "yanshan", "zhou", "admin"])
  func once(login: String) throws {
    let desk = try DeskForTests(fixture, login)
    let keyed = Set(desk.runtime.top?.bindings.map(\.label.zh) ?? [])
    #expect(names(desk).filter(keyed.contains) == [])
    desk.open(DirectoriesScreen(desk.sitting))
    #expect(!names(desk).contains("公示"))
  }

  @Test(
    "What is done on a further screen is found from the first one by whoever may do it, and leads there",
    arguments: [
      ("bureau", "提出撤销", "提出撤销资格"), ("bureau", "分配", "分配专家"), ("bureau", "保存筛选", "保存筛选"), ("host", "变更", "申请变更"),
      ("yanshan", "审查", "审查评估材料"), ("admin", "代码", "发放一次性代码"),
    ])
  func deeds(login: String, typed: String, name: String) throws {
    let desk = try DeskForTests(fixture, login)
    let first = try #require(desk.runtime.top)
    let entry = try #require(desk.sitting.paletteEntries(typed).first { $0.choice.label.zh == name }, "\(names(desk, typed))")
    entry.run()
    desk.runtime.settle()
    #expect(desk.runtime.top !== first && desk.shows(name))
    #expect(!names(try DeskForTests(fixture, "viewer"), name).contains(name) || name == "保存筛选")
  }

  @Test("A matter is found by its number, and by the code of its center after that center")
  func matters() throws {
    let desk = try DeskForTests(fixture, "bureau")
    desk.runtime.paletteEntries = { [sitting = desk.sitting] in sitting.paletteEntries($0) }
    desk.type(":bg2026-0001\n")
    #expect((desk.runtime.top as? MatterScreen<ChangeRequest>)?.number == "BG2026-0001")
    let found = names(desk, "CZ-01")
    #expect(found.filter { $0.contains("2026-0001") }.count == 3 && found.last?.contains("2026-0001") == true, "\(found)")
    // Who has no part in them finds none.
    let viewer = try DeskForTests(fixture, "viewer")
    #expect(!names(viewer, "CX2026-0001").contains { $0.contains("CX2026") })
  }
}
