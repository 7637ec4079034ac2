import Testing
import Widgets

@testable import Desk

@Suite("Names of centers where there is little room")
struct CenterNameTests {
  @Test(
    "keep what tells them apart",
    arguments: [
      ("沧州市激光切割技术创新中心", 60, "沧州市激光切割技术创新中心"), ("沧州市激光切割技术创新中心", 59, "激光切割"), ("沧州市激光切割技术创新中心", 26, "激光切割"), ("沧州市激光切割技术创新中心", 8, "激光切割"),
      ("沧州市高压管件成形技术创新中心", 10, "高压…成形"), ("沧州市高压管件成形技术创新中心", 11, "高压管…成形"), ("沧州市高端油气管道及海洋工程装备技术创新中心", 31, "高端油气管道及海洋工程装备"),
      ("沧州市压力容器焊接与应用（任丘市）技术创新中心", 28, "压力容器焊接与应用（任丘市）"), ("沧州市压力容器焊接与应用（任丘市）技术创新中心", 26, "压力容器焊接与应用（任丘…"),
      ("沧州市压力容器焊接与应用（任丘市）技术创新中心", 24, "压力容器焊接…（任丘市）"), ("沧州市数控铸造与应用（沧州高新技术产业开发区）技术创新中心", 27, "数控铸造与应用（沧州高新技…"),
      ("沧州市数控铸造与应用（沧州高新技术产业开发区）技术创新中心", 24, "数控铸造与应…业开发区）"), ("沧州市技术创新中心", 12, "技术创新中心"), ("渤海湾生态实验室", 29, "渤海湾生态实验室"),
      ("渤海湾生态实验室", 4, "渤…"), ("沧州市激光切割技术创新中心", 0, ""),
    ])
  func fitted(name: String, columns: Int, expected: String) {
    let measure = TextMeasure()
    let text = CenterName.fitted(name, to: columns, measure)
    #expect(text == expected)
    #expect(measure.columns(of: text) <= columns)
  }

  @Test("are never wider than their room, and never cut a character in half", arguments: 0...30)
  func everyWidth(columns: Int) {
    for isWide in [false, true] {
      let measure = TextMeasure(ambiguousIsWide: isWide)
      for name in ["沧州市弯管智能制造技术创新中心", "沧州市A4纸技术创新中心", "沧州市é́x技术创新中心"] {
        #expect(measure.columns(of: CenterName.fitted(name, to: columns, measure)) <= columns)
      }
    }
  }
}
