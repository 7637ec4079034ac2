import Regulation
import Testing

/// Asked for in writing, looked at by the department, decided by the bureau, the old value kept.
@Suite("Article 31: changing what is on file of a center")
struct ChangeRequestTests {
  typealias Scene = MatterScene

  static func petition(_ changes: [CenterChange] = [.centerName("沧州市新材料技术创新中心")]) throws -> ChangePetition {
    try ChangePetition(changes: changes, grounds: Scene.text, evidence: Scene.text)
  }

  @Test(
    "A petition says what, why and what proves it, and nothing twice",
    arguments: [
      [], [.hostName(.empty)], [.centerName("甲"), .field("新材料"), .centerName("乙")], [.registration(in: .empty, department: "任丘市科技局")],
      [.registration(in: "任丘市", department: .empty)], [.coBuilders(["甲", .empty])], [.coBuilders(["甲", "甲 "])], [.other(.empty)],
    ] as [[CenterChange]])
  func petitions(_ changes: [CenterChange]) throws {
    let refusal = #expect(throws: Refusal.self) { try Self.petition(changes) }
    #expect(refusal?.article == "31")
  }

  @Test("Grounds and evidence are asked for; no co-builders at all are lawful")
  func grounds() throws {
    #expect(throws: Refusal.self) { try ChangePetition(changes: [.field("新材料")], grounds: .empty, evidence: Scene.text) }
    #expect(throws: Refusal.self) { try ChangePetition(changes: [.field("新材料")], grounds: Scene.text, evidence: .empty) }
    #expect(try Self.petition([.coBuilders([])]).newDepartment == nil)
  }

  @Test("A move out of the city stands against 9.1, another main business may lead to 30(7), and neither is refused")
  func flags() throws {
    let places = try Places.standard.get()
    func articles(_ changes: CenterChange...) throws -> [String] {
      try Self.petition(changes).flags(places, fields: [PlainText("新材料")]).map(\.article)
    }
    #expect(try articles(.registration(in: "任丘市", department: "任丘市科技局")) == [])
    #expect(try articles(.registration(in: "天津市滨海新区", department: "任丘市科技局"), .mainBusiness("物流")) == ["9.1", "30(7)"])
    let listed = try PlainText(try #require(places.fields.first).zh)
    #expect(try articles(.hostName("甲"), .centerName("乙"), .coBuilders([]), .field(listed), .other("丁")) == [])
    #expect(try articles(.field("不存在领域")) == ["3"])
    #expect(try Self.petition([.registration(in: "任丘市", department: "任丘市科技局")]).newDepartment == "任丘市科技局")
  }

  static let places: [MatterPlace<ChangeRequest>] = {
    let (day, text) = (Scene.day, Scene.text)
    guard let petition = try? petition() else { return [] }
    let filed = ChangeRequest(petition)
    let forwarded = Scene.after(filed, [(.forward(remark: .empty), .department, day(3, 3))])
    func after(_ matter: ChangeRequest, _ step: ChangeStep, _ role: Role) -> ChangeRequest {
      Scene.after(matter, [(step, role, day(3, 4))])
    }
    let today = day(3, 5)
    return [
      .init(name: "filed", matter: filed, today: today, stage: .filed, lawful: [.returnForCorrection, .forward, .withdraw]),
      .init(
        name: "returned", matter: after(filed, .returnForCorrection(reason: text), .department), today: today, stage: .returned,
        lawful: [.submit, .withdraw]),
      .init(name: "forwarded", matter: forwarded, today: today, stage: .forwarded, lawful: [.sendBack, .apply, .refuse, .withdraw]),
      .init(
        name: "forwarded, of a center that is revoked", matter: forwarded, today: today, status: .revoked, stage: .forwarded,
        lawful: [.lapse]),
      .init(
        name: "sent back, of a center that went into another", matter: after(forwarded, .sendBack(reason: text), .bureau), today: today,
        status: .reorganised, stage: .sentBack, lawful: [.lapse]),
      .init(
        name: "lapsed", matter: Scene.after(filed, [(.lapse(MatterLapse(.reorganised, document: text)), .bureau, day(3, 4))], .reorganised),
        today: today, status: .reorganised, stage: .lapsed, lawful: []),
      .init(
        name: "sent back", matter: after(forwarded, .sendBack(reason: text), .bureau), today: today, stage: .sentBack,
        lawful: [.submit, .withdraw]),
      .init(
        name: "handed in again",
        matter: Scene.after(
          forwarded, [(.sendBack(reason: text), .bureau, day(3, 4)), (.submit(petition), .host, day(3, 4))]), today: today, stage: .filed,
        lawful: [.returnForCorrection, .forward, .withdraw]),
      .init(
        name: "changed", matter: after(forwarded, .apply(document: text, old: [text]), .bureau), today: today, stage: .applied, lawful: []),
      .init(name: "refused", matter: after(forwarded, .refuse(reason: text), .admin), today: today, stage: .refused, lawful: []),
      .init(name: "taken back", matter: after(filed, .withdraw(reason: text), .host), today: today, stage: .withdrawn, lawful: []),
    ]
  }()

  @Test(
    "From a state each step is lawful or refused with article and words, by each role alike in the menu and in the act", arguments: places)
  func table(_ place: MatterPlace<ChangeRequest>) throws {
    let petition = try Self.petition([.field("新材料")])
    try Scene.check(place) { kind in
      switch kind {
      case .submit: .submit(petition)
      case .returnForCorrection: .returnForCorrection(reason: Scene.text)
      case .forward: .forward(remark: .empty)
      case .sendBack: .sendBack(reason: Scene.text)
      case .apply: .apply(document: .empty, old: [.empty])
      case .refuse: .refuse(reason: Scene.text)
      case .withdraw: .withdraw(reason: Scene.text)
      case .lapse: .lapse(MatterLapse(place.status, document: .empty))
      }
    }
  }

  @Test("The table knows every state and every step")
  func whole() {
    #expect(Set(Self.places.map(\.stage)) == Set(ChangeStage.allCases))
    #expect(Self.places.reduce(into: Set()) { $0.formUnion($1.lawful) } == Set(ChangeStepKind.allCases))
  }

  @Test(
    "What gives back, refuses or takes back says why",
    arguments: [
      (0, .returnForCorrection(reason: .empty), .department), (0, .withdraw(reason: .empty), .host),
      (2, .sendBack(reason: .empty), .bureau),
      (2, .refuse(reason: .empty), .bureau),
    ] as [(Int, ChangeStep, Role)])
  func reasons(_ number: Int, _ step: ChangeStep, _ role: Role) {
    let place = Self.places[number]
    var after = place.matter
    let refusal = #expect(throws: Refusal.self) { try after.take(step, by: role, place.situation) }
    #expect(refusal?.phrase.zh == "须写明理由" && after == place.matter)
  }

  @Test("What was changed keeps the old value beside the new one; what comes again is what the host corrected")
  func values() throws {
    var request = ChangeRequest(try Self.petition())
    let situation = Scene.situation(Scene.day(3, 3))
    try request.take(.returnForCorrection(reason: Scene.text), by: .department, situation)
    let corrected = try Self.petition([.field("新材料"), .hostName("沧州甲")])
    try request.take(.submit(corrected), by: .host, situation)
    #expect(request.petition == corrected)
    try request.take(.forward(remark: "属实"), by: .department, situation)
    try request.take(.apply(document: "沧科字〔2026〕9号", old: ["激光", "沧州乙"]), by: .bureau, situation)
    guard case .applied(let applied) = request.state else { return #expect(Bool(false), "it is changed") }
    #expect(applied.old == ["激光", "沧州乙"] && applied.on == Scene.day(3, 3) && request.petition.changes[0].value == "新材料")
  }
}
