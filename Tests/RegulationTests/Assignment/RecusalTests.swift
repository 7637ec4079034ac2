import Testing

@testable import Regulation

@Suite("Recusal (回避)")
struct RecusalTests {
  static let names = OrganizationNames([
    ["沧州海岳激光有限公司", "沧州激光设备厂", "海岳激光"], ["沧州运河大学", "沧州运河学院"], ["沧州渤海药业有限公司", "渤海药业"],
  ])
  static let center = CenterTies(organizations: [.init("沧州海岳激光有限公司", .host), .init("沧州运河大学", .coBuilder)])

  private func reasons(_ employer: PlainText, _ former: [PlainText] = [], _ center: CenterTies = RecusalTests.center) -> [Recusal] {
    let expert = ExpertTies(login: "expert1", name: "李某", employer: employer, formerEmployers: former)
    return Recusal.reasons(expert: expert, center: center, names: Self.names)
  }

  @Test(
    "an expert employed by the host or a co-builder steps aside, also through a former or short name and full-width letters",
    arguments: [
      ("沧州海岳激光有限公司", CenterTies.Side.host), ("沧州激光设备厂", .host), ("海岳激光", .host), ("沧州运河学院", .coBuilder), ("沧州运河大学", .coBuilder),
    ] as [(PlainText, CenterTies.Side)])
  func employed(_ employer: PlainText, _ side: CenterTies.Side) {
    let found = reasons(employer)
    #expect(found.count == 1)
    if case .employed(_, let found)? = found.first { #expect(found == side) } else { Issue.record("not employed") }
    #expect(found.first?.article == "回避")
  }

  @Test("the names match both ways: the center may be filed under the former name")
  func otherWay() {
    let center = CenterTies(organizations: [.init("沧州激光设备厂", .host)])
    #expect(reasons("海岳激光", [], center).count == 1)
  }

  @Test("every former employer that is listed counts")
  func formerly() {
    #expect(reasons("渤海药业", ["河北某所", "沧州运河学院"]) == [.formerlyEmployed("沧州运河大学", .coBuilder)])
  }

  private func reasons(until: String?, on day: String, employer: PlainText = "沧州运河学院") throws -> [Recusal] {
    let expert = ExpertTies(
      login: "expert1", name: "李某", employer: "渤海药业", former: [FormerEmployment(employer, until: until.flatMap { Day(parsing: $0) })])
    let today = try #require(Day(parsing: day))
    return Recusal.reasons(expert: expert, center: Self.center, names: Self.names, on: today)
  }

  @Test(
    "an employment counts for three years after its last day, to the day, and always where that day is not known",
    arguments: [
      ("2023-05-06", "2026-05-06", true), ("2023-05-05", "2026-05-06", false), ("2023-05-07", "2026-05-06", true),
      ("2026-05-06", "2026-05-06", true), ("2026-12-31", "2026-05-06", true), (nil, "2026-05-06", true),
      ("2025-02-28", "2028-02-29", true), ("2025-02-27", "2028-02-29", false), ("2024-02-29", "2027-02-28", true),
      ("2024-02-29", "2027-03-01", false), ("2010-01-01", "2026-05-06", false),
    ] as [(String?, String, Bool)])
  func threeYears(_ until: String?, _ day: String, _ counts: Bool) throws {
    #expect(try reasons(until: until, on: day) == (counts ? [.formerlyEmployed("沧州运河大学", .coBuilder)] : []))
    // Whoever left an organization that has nothing to do with the center may score it.
    #expect(try reasons(until: until, on: day, employer: "河北某所").isEmpty)
  }

  @Test("who works there now steps aside whenever an earlier employment ended, and every former one counts where no day is given")
  func nowAndEver() throws {
    let long = [FormerEmployment("海岳激光", until: Day(parsing: "2001-01-01"))]
    let today = try #require(Day(parsing: "2026-05-06"))
    let expert = ExpertTies(login: "expert1", name: "李某", employer: "沧州激光设备厂", former: long)
    #expect(Recusal.reasons(expert: expert, center: Self.center, names: Self.names, on: today) == [.employed("沧州海岳激光有限公司", .host)])
    let left = ExpertTies(login: "expert1", name: "李某", employer: "渤海药业", former: long)
    #expect(Recusal.reasons(expert: left, center: Self.center, names: Self.names, on: today).isEmpty)
    #expect(Recusal.reasons(expert: left, center: Self.center, names: Self.names) == [.formerlyEmployed("沧州海岳激光有限公司", .host)])
  }

  @Test(
    "a committee member is known by login, else by name, and by employer where both give one, now or before",
    arguments: [
      ("expert1", "张某", "别处", true), ("expert2", "李某", "渤海药业", false), (nil, "李某", "", true), (nil, "李某", "渤海药业", true),
      (nil, "李某", "沧州运河学院", true), (nil, "李某", "河北某所", false), (nil, "张某", "渤海药业", false), (nil, "李　某", "渤海药业", true),
    ] as [(String?, PlainText, PlainText, Bool)])
  func committee(_ login: String?, _ name: PlainText, _ employer: PlainText, _ sits: Bool) {
    var center = CenterTies(organizations: [])
    center.committees = [.init(body: "管理委员会", person: .init(login: login, name: name, employer: employer))]
    #expect(reasons("沧州渤海药业有限公司", ["沧州运河大学"], center) == (sits ? [.committee("管理委员会")] : []))
  }

  @Test(
    "a conflict is its expert's alone, and counts without a reason too",
    arguments: [("expert1", true), ("Expert1", false), ("expert2", false)])
  func conflicts(_ login: String, _ aside: Bool) {
    var center = CenterTies(organizations: [])
    center.conflicts = [.init(login: login, reason: "")]
    #expect(reasons("渤海药业", [], center) == (aside ? [.declared("")] : []))
  }

  @Test("others may score: another employer, none, and a name that only looks alike")
  func free() {
    for employer: PlainText in ["渤海药业", "", "沧州海岳激光有限公司工会", "海岳"] { #expect(reasons(employer).isEmpty) }
    #expect(reasons("", [], CenterTies(organizations: [.init("", .host)])).isEmpty)
  }

  @Test("ASCII and full-width letters are the same name")
  func width() { #expect(OrganizationNames([]).same("ＡＢ（沧州）研究所", "AB(沧州)研究所")) }

  @Test(
    "whom the host asks to step aside is known by name, and where it names an employer by that as well",
    arguments: [("李某", "", true), ("李　某", "", true), ("李某", "沧州渤海药业有限公司", true), ("李某", "沧州运河大学", false), ("王某", "", false)])
  func requested(person: PlainText, employer: PlainText, stepsAside: Bool) {
    var center = CenterTies(organizations: [])
    center.requests = [.init(person: .init(name: person, employer: employer), reason: "诉讼未决")]
    #expect(reasons("沧州渤海药业有限公司", [], center) == (stepsAside ? [.requested("诉讼未决")] : []))
  }

  @Test("a declared conflict, a seat on a committee and being named for a co-builder are reasons too")
  func declared() {
    var center = CenterTies(organizations: [])
    center.conflicts = [.init(login: "expert1", reason: "师生关系"), .init(login: "expert2", reason: "")]
    center.committees = [.init(body: "技术指导委员会", person: .init(name: "李某", employer: "渤海药业"))]
    center.coBuilderPeople = [.init(body: "沧州运河大学", person: .init(login: "expert1", name: "李", employer: ""))]
    #expect(reasons("沧州渤海药业有限公司", [], center) == [.committee("技术指导委员会"), .namedForCoBuilder("沧州运河大学"), .declared("师生关系")])
    center.committees = [.init(body: "技术指导委员会", person: .init(name: "李某", employer: "沧州运河大学"))]
    center.coBuilderPeople = [.init(body: "沧州运河大学", person: .init(login: "expert3", name: "李某", employer: ""))]
    center.conflicts = []
    #expect(reasons("沧州渤海药业有限公司", [], center).isEmpty)
  }
}
