import ApplicationsForTests
import Testing

@testable import Regulation

@Suite("Articles 9.3, 9.5 and 9.7: technology, people, name")
struct Article9CenterTests {
  @Test(
    "Article 9.3: own intellectual property or proprietary technology: one that holds is enough, whatever is known of the other",
    arguments: [
      (1, true, .pass), (1, false, .pass), (1, nil, .pass), (2, nil, .pass), (0, true, .pass), (nil, true, .pass), (0, false, .fail),
      (0, nil, .unknown),
      (nil, false, .unknown), (nil, nil, .unknown),
    ] as [(Int?, Bool?, EligibilityFinding.Verdict)])
  func either(_ property: Int?, _ technology: Bool?, _ verdict: EligibilityFinding.Verdict) throws {
    let form = ApplicationForm.eligible.with {
      $0.ownIP = property
      $0.proprietaryTechnology = technology
    }
    #expect(try form.verdict("9.3") == verdict)
  }

  @Test(
    "Article 9.5: ten fixed staff are enough, nine are not",
    arguments: [(10, .pass), (11, .pass), (9, .fail), (0, .fail), (nil, .unknown)] as [(Int?, EligibilityFinding.Verdict)])
  func staff(_ staff: Int?, _ verdict: EligibilityFinding.Verdict) throws {
    #expect(try ApplicationForm.eligible.with { $0.fixedStaff = staff }.verdict("9.5") == verdict)
    #expect(try ApplicationForm.eligible.with { $0.fixedStaff = staff }.check()["9.5"]?.basis == .counted)
  }

  @Test(
    "Article 9.5: a leader is named; a blank name is none",
    arguments: [("甲", .pass), ("", .fail), ("　 ", .fail), (nil, .unknown)] as [(String?, EligibilityFinding.Verdict)])
  func leader(_ leader: String?, _ verdict: EligibilityFinding.Verdict) throws {
    let leader = try leader.map(PlainText.of)
    #expect(try ApplicationForm.eligible.with { $0.leader = leader }.verdict("9.5") == verdict)
  }

  static let texts: [(String, WritableKeyPath<ApplicationForm, PlainText?> & Sendable)] = [
    ("name", \.center.name), ("research direction", \.center.researchDirection), ("research content", \.center.researchContent),
    ("goals", \.center.goals),
  ]

  @Test("Article 9.7: name, direction, content and goals are stated; an empty one fails, a missing one is unknown", arguments: texts)
  func stated(_ name: String, _ path: WritableKeyPath<ApplicationForm, PlainText?> & Sendable) throws {
    #expect(try ApplicationForm.eligible.verdict("9.7") == .pass)
    #expect(try ApplicationForm.eligible.with { $0[keyPath: path] = nil }.verdict("9.7") == .unknown)
    #expect(try ApplicationForm.eligible.with { $0[keyPath: path] = "" }.verdict("9.7") == .fail)
  }

  @Test(
    "Article 9.7: a name of another form is a doubt, not a refusal",
    arguments: [
      ("沧州市激光技术创新中心", true), ("沧州市技术创新中心", false), ("沧州激光技术创新中心", false), ("沧州市激光工程中心", false),
      ("河北省沧州市激光技术创新中心", false), (" 沧州市激光技术创新中心 ", true),
    ])
  func form(_ name: String, _ usual: Bool) throws {
    let name = try PlainText.of(name)
    let eligibility = try ApplicationForm.eligible.with { $0.center.name = name }.check()
    #expect(eligibility["9.7"]?.verdict == .pass)
    #expect(eligibility.flags.contains { $0.article == "9.7" } == !usual)
    #expect(eligibility.verdict == .yes)
  }

  @Test("Article 9.7: the name is unlike any active center’s, however it is spelt")
  func taken() throws {
    let name = "沧州市Ａ激光技术创新中心"
    let form = try ApplicationForm.eligible.with { $0.center.name = try PlainText.of(name) }
    func verdict(_ other: PlainText) throws -> EligibilityFinding.Verdict? {
      try form.verdict("9.7", knowing: .init(activeCenters: [.init(code: "C7", name: other)]))
    }
    #expect(try verdict("沧州市A激光技术创新中心") == .fail)
    #expect(try verdict("沧州市 a 激光 技术创新中心") == .fail)
    #expect(try verdict("沧州市B激光技术创新中心") == .pass)
    #expect(try form.verdict("9.7", knowing: .init(activeCenters: [])) == .pass)
    #expect(try form.verdict("9.7") == .pass)
    let whose = try form.check(knowing: .init(activeCenters: [.init(code: "C7", name: "沧州市A激光技术创新中心")]))["9.7"]
    #expect(whose?.message.zh.contains("C7 沧州市A激光技术创新中心") == true)
  }

  @Test(
    "Article 8: a field outside the call’s priorities is flagged, not refused",
    arguments: [
      ("新材料", ["新材料"], false), (" 新材料 ", ["新材料"], false), ("新能源", ["新材料"], true), ("新能源", ["新材料", "新能源"], false), ("新能源", nil, false),
      ("新能源", [], false), (nil, ["新材料"], false), ("", ["新材料"], false),
    ] as [(String?, [String]?, Bool)])
  func field(_ field: String?, _ priorities: [String]?, _ flagged: Bool) throws {
    let field = try field.map(PlainText.of)
    let priorities = try priorities?.map(PlainText.of)
    let eligibility = try ApplicationForm.eligible.with {
      $0.center.field = field
      $0.callFields = priorities
    }.check()
    #expect(eligibility.flags.contains { $0.article == "8" } == flagged)
    #expect(eligibility.verdict == .yes)
  }
}
