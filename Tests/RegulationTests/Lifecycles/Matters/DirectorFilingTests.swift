import Regulation
import Testing

/// Considered by the committee, decided by the host, filed with department and bureau; asked about, never refused.
@Suite("Article 16: the filing of a director")
struct DirectorFilingTests {
  typealias Scene = MatterScene

  static func considered() throws -> DirectorFiling {
    try DirectorFiling(
      director: "李主任", considered: .init(on: Scene.day(3, 2), minutes: "管委会纪要〔2026〕1号"), today: Scene.day(3, 3))
  }

  @Test(
    "It begins with a name and with a meeting that was held and has minutes",
    arguments: [("", "纪要", 2), ("李", "", 2), ("李", "纪要", 4)])
  func beginning(_ name: String, _ minutes: String, _ date: Int) throws {
    let (name, minutes) = (try PlainText(name), try PlainText(minutes))
    let refusal = #expect(throws: Refusal.self) {
      try DirectorFiling(director: name, considered: .init(on: Scene.day(3, date), minutes: minutes), today: Scene.day(3, 3))
    }
    #expect(refusal?.article == "16")
  }

  static let places: [MatterPlace<DirectorFiling>] = {
    let (day, text) = (Scene.day, Scene.text)
    guard let begun = try? considered() else { return [] }
    let today = day(3, 10)
    func after(_ matter: DirectorFiling, _ steps: (DirectorStep, Role)...) -> DirectorFiling {
      Scene.after(matter, steps.map { ($0, $1, day(3, 9)) })
    }
    let decided = after(begun, (.decide(on: day(3, 4), document: text), .host))
    let filed = after(decided, (.file, .host))
    return [
      .init(name: "considered", matter: begun, today: today, stage: .considered, lawful: [.decide, .withdraw]),
      .init(name: "decided", matter: decided, today: today, stage: .decided, lawful: [.file, .withdraw]),
      .init(name: "filed", matter: filed, today: today, stage: .filed, lawful: [.note, .query]),
      .init(name: "asked about", matter: after(filed, (.query(text), .bureau)), today: today, stage: .asked, lawful: [.answer, .query]),
      .init(
        name: "answered", matter: after(filed, (.query(text), .bureau), (.answer(text), .host)), today: today, stage: .filed,
        lawful: [.note, .query]),
      .init(
        name: "on file with both", matter: after(filed, (.note, .admin), (.note, .department)), today: today, stage: .onFile, lawful: []),
      .init(
        name: "asked about, of a center that is revoked", matter: after(filed, (.query(text), .bureau)), today: today, status: .revoked,
        stage: .asked, lawful: [.lapse]),
      .init(
        name: "lapsed", matter: Scene.after(filed, [(.lapse(MatterLapse(.revoked, document: text)), .admin, day(3, 9))], .revoked),
        today: today, status: .revoked, stage: .lapsed, lawful: []),
      .init(name: "taken back", matter: after(begun, (.withdraw(reason: text), .host)), today: today, stage: .withdrawn, lawful: []),
    ]
  }()

  private static func step(_ kind: DirectorStepKind, _ status: CenterStatus) -> DirectorStep {
    switch kind {
    case .decide: .decide(on: Scene.day(3, 9), document: Scene.text)
    case .file: .file
    case .note: .note
    case .query: .query(Scene.text)
    case .answer: .answer(Scene.text)
    case .withdraw: .withdraw(reason: Scene.text)
    case .lapse: .lapse(MatterLapse(status, document: .empty))
    }
  }

  @Test(
    "From a state each step is lawful or refused with article and words, by each role alike in the menu and in the act", arguments: places)
  func table(_ place: MatterPlace<DirectorFiling>) throws { try Scene.check(place) { Self.step($0, place.status) } }

  @Test("Department and bureau take it on file, each once, in whatever order; it waits for whoever has not")
  func both() throws {
    for (first, second) in [(Role.department, Role.bureau), (.bureau, .department)] {
      var filing = Self.places[2].matter
      let situation = Self.places[2].situation
      try filing.take(.note, by: first, situation)
      #expect(filing.stage == (first == .department ? .noted : .filed) && filing.stage.waitsFor == second)
      #expect(throws: Refusal.self) { try filing.take(.note, by: first, situation) }
      #expect(filing.refusal(.query, by: first, situation) == nil)
      try filing.take(.note, by: second, situation)
      #expect(filing.stage == .onFile && filing.noted.map(\.by) == [first, second])
    }
  }

  @Test("No step refuses it")
  func refused() { #expect(DirectorStepKind.allCases == [.decide, .file, .note, .query, .answer, .withdraw, .lapse]) }

  @Test("The table knows every state but one, which the test of both knows, and every step")
  func whole() {
    #expect(Set(Self.places.map(\.stage)) == Set(DirectorStage.allCases).subtracting([.noted]))
    #expect(Self.places.reduce(into: Set()) { $0.formUnion($1.lawful) } == Set(DirectorStepKind.allCases))
  }

  @Test(
    "What a step leaves on file is asked for, and the host decides after the committee and not tomorrow",
    arguments: [
      (0, .decide(on: Scene.day(3, 9), document: .empty), .host), (0, .decide(on: Scene.day(3, 1), document: Scene.text), .host),
      (0, .decide(on: Scene.day(3, 11), document: Scene.text), .host), (0, .withdraw(reason: .empty), .host),
      (2, .query(.empty), .department), (3, .answer(.empty), .host),
    ] as [(Int, DirectorStep, Role)])
  func onFile(_ number: Int, _ step: DirectorStep, _ role: Role) throws {
    let place = Self.places[number]
    var after = place.matter
    let refusal = #expect(throws: Refusal.self) { try after.take(step, by: role, place.situation) }
    #expect(refusal?.article == "16" && after == place.matter)
  }

  @Test("One answer answers all that was asked")
  func answers() throws {
    let place = Self.places[2]
    var filing = place.matter
    try filing.take(.query("学历？"), by: .department, place.situation)
    try filing.take(.query("专职？"), by: .bureau, place.situation)
    #expect(filing.stage == .asked)
    try filing.take(.answer("博士，专职"), by: .host, place.situation)
    #expect(filing.queries.map { $0.answer?.text } == ["博士，专职", "博士，专职"] && filing.stage == .filed)
  }
}
