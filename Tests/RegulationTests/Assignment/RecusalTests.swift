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

  @Test("others may score: another employer, none, and a name that only looks alike")
  func free() {
    for employer: PlainText in ["渤海药业", "", "沧州海岳激光有限公司工会", "海岳"] { #expect(reasons(employer).isEmpty) }
    #expect(reasons("", [], CenterTies(organizations: [.init("", .host)])).isEmpty)
  }

  @Test("ASCII and full-width letters are the same name")
  func width() { #expect(OrganizationNames([]).same("ＡＢ（沧州）研究所", "AB(沧州)研究所")) }

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
