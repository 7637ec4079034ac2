import Regulation
import Testing

/// Eight grounds with all their parts; who is heard before anything is decided; who decides.
@Suite("Article 30: revoking a center")
struct RevocationTests {
  typealias Scene = MatterScene

  static func made(_ ground: RevocationGround) throws -> RevocationCase {
    try RevocationCase(
      ground, findings: Dictionary(uniqueKeysWithValues: ground.parts.map { ($0, Scene.text) }), evidence: Scene.text,
      round: ground.isOfRound ? 2026 : nil)
  }

  /// Proposed on Monday, 2 November 2026; five working days end on the 9th.
  static func proposed(_ ground: RevocationGround) throws -> Revocation {
    Revocation(try made(ground), on: Scene.day(11, 2), calendar: Scene.calendar)
  }

  @Test("There are eight grounds, numbered as article 30 numbers them, and every part belongs to one of them")
  func grounds() {
    #expect(RevocationGround.allCases.map(\.article) == (1...8).map { "30(\($0))" })
    #expect(RevocationGround.allCases.flatMap(\.parts) == RevocationPart.allCases)
    #expect(RevocationGround.allCases.map(\.parts.count) == [1, 1, 2, 2, 2, 2, 3, 1])
    #expect(RevocationGround.allCases.filter(\.isOfRound) == [.unqualified, .absent])
  }

  @Test("A case is made with every part of its ground only, and with evidence", arguments: RevocationGround.allCases)
  func parts(_ ground: RevocationGround) throws {
    let whole = try Self.made(ground)
    #expect(whole.findings.map(\.part) == ground.parts)
    for part in ground.parts {
      for open in [nil, PlainText.empty] {
        var findings = Dictionary(uniqueKeysWithValues: ground.parts.map { ($0, Scene.text) })
        findings[part] = open
        let refusal = #expect(throws: Refusal.self) {
          try RevocationCase(ground, findings: findings, evidence: Scene.text, round: 2026)
        }
        #expect(refusal?.article == ground.article && refusal?.phrase.zh.contains(part.phrase.zh) == true)
      }
    }
    let findings = Dictionary(uniqueKeysWithValues: ground.parts.map { ($0, Scene.text) })
    if ground.isOfRound {
      #expect(throws: Refusal.self) { try RevocationCase(ground, findings: findings, evidence: .empty) }
      #expect(try RevocationCase(ground, findings: findings, evidence: .empty, round: 2026).round == 2026)
    } else {
      #expect(throws: Refusal.self) { try RevocationCase(ground, findings: findings, evidence: .empty) }
      #expect(try RevocationCase(ground, findings: findings, evidence: Scene.text, round: 2026).round == nil)
    }
  }

  @Test("What a closed round proposes is a whole case: the figure, or that it took no part")
  func ofRound() throws {
    let low = RevocationCase(.unqualified(Points(59_99)), round: 2026)
    #expect(low.ground == .unqualified && low.round == 2026 && low.findings.map(\.text) == ["2026 年度绩效评估得分 59.99 分"])
    let gone = RevocationCase(.absent, round: 2026)
    #expect(gone.ground == .absent && gone.findings.map(\.part) == [.noPart])
  }

  static let places: [MatterPlace<Revocation>] = {
    let (day, text) = (Scene.day, Scene.text)
    guard let fraud = try? proposed(.falsified), let own = try? proposed(.ownRequest) else { return [] }
    let replied = Scene.after(fraud, [(.reply(text), .host, day(11, 4))])
    let revoked = Scene.after(replied, [(.revoke(reason: text, document: text), .bureau, day(11, 5))])
    return [
      .init(name: "proposed, no reply yet", matter: fraud, today: day(11, 9), stage: .proposed, lawful: [.reply, .keep]),
      .init(name: "proposed, the days over", matter: fraud, today: day(11, 10), stage: .proposed, lawful: [.reply, .revoke, .keep]),
      .init(name: "replied", matter: replied, today: day(11, 4), stage: .proposed, lawful: [.reply, .revoke, .keep]),
      .init(
        name: "replied, of a center that is gone", matter: replied, today: day(11, 4), status: .reorganised, stage: .proposed,
        lawful: [.lapse]),
      .init(
        name: "proposed, of a center that is revoked", matter: fraud, today: day(11, 4), status: .revoked, stage: .proposed,
        lawful: [.lapse]),
      .init(
        name: "lapsed", matter: Scene.after(fraud, [(.lapse(MatterLapse(.revoked, document: text)), .bureau, day(11, 4))], .revoked),
        today: day(11, 5), status: .revoked, stage: .lapsed, lawful: []),
      .init(name: "the host's own request", matter: own, today: day(11, 2), stage: .proposed, lawful: [.revoke, .keep, .withdraw]),
      .init(name: "revoked", matter: revoked, today: day(11, 6), status: .revoked, stage: .decided, lawful: [.publish]),
      .init(
        name: "published", matter: Scene.after(revoked, [(.publish(on: day(11, 6), where: text), .bureau, day(11, 6))]), today: day(11, 9),
        status: .revoked, stage: .published, lawful: []),
      .init(
        name: "kept", matter: Scene.after(fraud, [(.keep(reason: text), .admin, day(11, 3))]), today: day(11, 10), stage: .kept, lawful: []),
      .init(
        name: "taken back", matter: Scene.after(own, [(.withdraw(reason: text), .host, day(11, 3))]), today: day(11, 4),
        stage: .withdrawn, lawful: []),
    ]
  }()

  @Test(
    "From a state each step is lawful or refused with article and words, by each role alike in the menu and in the act", arguments: places)
  func table(_ place: MatterPlace<Revocation>) throws {
    try Scene.check(place) { kind in
      switch kind {
      case .reply: .reply(Scene.text)
      case .revoke: .revoke(reason: Scene.text, document: Scene.text)
      case .keep: .keep(reason: Scene.text)
      case .publish: .publish(on: place.today, where: Scene.text)
      case .withdraw: .withdraw(reason: Scene.text)
      case .lapse: .lapse(MatterLapse(place.status, document: Scene.text))
      }
    }
  }

  @Test("The table knows every state and every step")
  func whole() {
    #expect(Set(Self.places.map(\.stage)) == Set(RevocationStage.allCases))
    #expect(Self.places.reduce(into: Set()) { $0.formUnion($1.lawful) } == Set(RevocationStepKind.allCases))
  }

  @Test(
    "What a step leaves on file is asked for: words, a reason, a document, a place, and a day between the decision and today",
    arguments: [
      (2, .reply(.empty), .host), (2, .revoke(reason: .empty, document: Scene.text), .bureau),
      (2, .revoke(reason: Scene.text, document: .empty), .bureau), (2, .keep(reason: .empty), .bureau),
      (6, .withdraw(reason: .empty), .host), (7, .publish(on: Scene.day(11, 6), where: .empty), .bureau),
      (7, .publish(on: Scene.day(11, 7), where: Scene.text), .bureau), (7, .publish(on: Scene.day(11, 4), where: Scene.text), .bureau),
    ] as [(Int, RevocationStep, Role)])
  func onFile(_ number: Int, _ step: RevocationStep, _ role: Role) throws {
    let place = Self.places[number]
    var after = place.matter
    let refusal = #expect(throws: Refusal.self) { try after.take(step, by: role, place.situation) }
    #expect(refusal?.article == "30" && after == place.matter)
  }
}
