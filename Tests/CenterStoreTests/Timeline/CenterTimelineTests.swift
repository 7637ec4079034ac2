import CenterStore
import GRDB
import Regulation
import Testing

@Suite("Everything that happened to a center is told in its order, to each what they may know")
struct CenterTimelineTests {
  typealias City = RoundCity
  private static let why = RoundCity.why

  /// Material handed in, a sheet from paper, a duty entered and taken out, a change that was agreed to, a file that names the center anew.
  private func story() throws -> City {
    let city = try City()
    try city.handIn("C1", by: City.host, on: City.day(4, 1))
    let store = city.store(on: City.day(6, 1))
    try store.assignExpert(year: 2026, center: "C1", expert: "x1", by: City.bureau)
    try store.enterSheet(
      year: 2026, center: "C1", expert: "x1", PaperSheet(points: PerIndicator(repeating: .zero), paper: Self.why), by: City.bureau)
    let record = try DutyRecord(.autonomy, part: .staffing, on: City.day(5, 3), text: Self.why, today: City.day(6, 1))
    try store.enterDuties([record], of: "C1", by: City.host)
    let entry = try #require(try store.dutyFile(of: "C1", by: City.host).entries.first)
    try store.removeDuty(.record(entry.id), of: "C1", reason: Self.why, by: City.bureau)
    let number = try store.requestChange(
      of: "C1", ChangePetition(changes: [.field(PlainText("激光"))], grounds: Self.why, evidence: Self.why), by: City.host)
    try store.stepChange(number, .forward(remark: .empty), by: City.department)
    try store.stepChange(number, .apply(document: .empty, old: []), by: City.bureau)
    var changed = try city.store(on: City.day(6, 3)).center(code: "C1", by: City.bureau)
    changed.director = try PlainText("何主任")
    // A code that begins like another is another's.
    var other = changed
    (other.code, other.name) = (try PlainText("C12"), try PlainText("沧州市别的技术创新中心"))
    let outcome = try city.store(on: City.day(6, 3)).importCenters([Numbered(2, other), Numbered(3, changed)], by: Scratch.admin)
    #expect(outcome.problems.isEmpty)
    return city
  }

  private func told(_ happening: CenterHappening) -> String {
    let words =
      switch happening.matter {
      case .certified(let document, let application): "certified \(document ?? "–") \(application ?? "–")"
      case .imported: "imported"
      case .recorded(let changes): changes.map { "\($0.field) \($0.before)>\($0.after)" }.joined(separator: ";")
      case .round(_, .step(let step)): step.kind.rawValue
      case .round(_, .paperSheet): "paper"
      case .round: "panel"
      case .sheet(_, let expert, let isSubmitted): "sheet \(expert.login) \(isSubmitted)"
      case .result(let result, let isImported): "result \(result.year) \(result.score) \(isImported)"
      case .begun(let kind, let number, subject: _): "\(kind.rawValue) \(number)"
      case .step(let kind, number: _, step: _, let article): "\(kind.rawValue) step \(article)"
      case .revoked(let revocation, at: _): "revoked \(revocation.ground.rawValue)"
      case .reorganised(let event): "reorganised \(event.decision.successor)"
      case .document(_, let title, let kind): "document \(title) \(kind)"
      case .duty(let duty): "duty \(duty.subject == .record(.autonomy, .staffing)) \(duty.isRemoved) \(duty.text)"
      }
    return "\(happening.on.description.dropFirst(5)) \(words) \(happening.office?.rawValue ?? "–")\(happening.name == nil ? "" : "!")"
  }

  @Test("The bureau reads all of it, and by whom")
  func staff() throws {
    let timeline = try story().store(on: City.day(6, 4)).timeline(ofCenter: "C1", by: City.bureau)
    #expect(
      timeline.map(told) == [
        "03-01 certified – – –", "03-01 imported bureau!", "04-01 submit host!", "06-01 panel bureau!", "06-01 paper bureau!",
        "06-01 duty true false 理由充分 host!", "06-01 duty true true 理由充分 bureau!", "06-01 change BG2026-0001 host!",
        "06-01 change step 31 department!", "06-01 change step 31 bureau!", "06-01 field 新材料>激光 bureau!", "06-03 director >何主任 bureau!",
      ])
    #expect(zip(timeline, timeline.dropFirst()).allSatisfy { $0.link < $1.link || $0.on < $1.on })
  }

  @Test(
    "Its host and its department read no experts, and names of their own people only; everybody else what the registry tells",
    arguments: [
      (City.host, ["certified", "imported", "submit", "duty", "duty", "change", "change", "change", "field", "director"], ["host"]),
      (
        City.department, ["certified", "imported", "submit", "duty", "duty", "change", "change", "change", "field", "director"],
        ["department"]
      ),
      (City.otherHost, ["certified", "imported", "field", "director"], []),
      (City.otherDepartment, ["certified", "imported", "field", "director"], []),
      (Acting("x1", .desk), ["certified", "imported", "field", "director"], []),
    ])
  func others(who: Acting, words: [String], named: [String]) throws {
    let timeline = try story().store(on: City.day(6, 4)).timeline(ofCenter: "C1", by: who)
    #expect(timeline.map { told($0).split(separator: " ")[1] }.map(String.init) == words)
    #expect(Set(timeline.filter { $0.name != nil }.compactMap { $0.office?.rawValue }) == Set(named))
  }

  @Test(
    "Results stand on the day of their publication, the reorganisation and the end of a title beside them; a center that is not there is none"
  )
  func ends() throws {
    let city = try City()
    for code in ["C1", "C2"] { try city.score(code, ["x1": 0, "x2": 0, "x3": 0]) }
    let store = city.store(on: City.day(8, 3))
    let old = ResultRecord(center: try PlainText("C2"), score: Points(61_50), grade: .qualified, rank: nil)
    _ = try city.store(on: City.day(4, 2)).importResults(year: 2022, [Numbered(2, old)], by: City.bureau)
    #expect(try store.timeline(ofCenter: "C2", by: City.host).map(told).last == "04-02 result 2022 61.50 true –")
    try store.stepRound(2026, .settle, by: City.bureau)
    #expect(try store.timeline(ofCenter: "C1", by: City.bureau).contains { if case .result = $0.matter { true } else { false } } == false)
    try store.stepRound(2026, .publish(workingDays: 5), by: City.bureau)
    try store.reorganise(
      [PlainText("C1")], into: PlainText("C3"), on: City.day(8, 3), document: PlainText("沧科字〔2026〕5号"), reason: Self.why, by: City.bureau)
    let timeline = try store.timeline(ofCenter: "C1", by: City.otherHost)
    #expect(
      timeline.map(told).suffix(3) == [
        "08-03 result 2026 100.00 false –", "08-03 status active>reorganised bureau", "08-03 reorganised C3 bureau",
      ])
    #expect(throws: StoreError.noSuch(.center, "C9")) { try store.timeline(ofCenter: "C9", by: City.otherHost) }
  }

  @Test(
    "What a request changed of the host everybody reads with its old value, at each of its centers; its main business those who read the request"
  )
  func changes() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    let petition = try ChangePetition(
      changes: [
        .hostName(PlainText("甲集团")), .registration(in: PlainText("东光县"), department: PlainText("献县科学技术局")),
        .mainBusiness(PlainText("物流")),
      ], grounds: Self.why, evidence: Self.why)
    let number = try store.requestChange(of: "C1", petition, by: City.host)
    try store.stepChange(number, .forward(remark: .empty), by: City.department)
    try store.stepChange(number, .apply(document: .empty, old: []), by: City.bureau)
    func read(_ code: String, _ who: Acting) throws -> [String] {
      try store.timeline(ofCenter: code, by: who).filter { if case .recorded = $0.matter { true } else { false } }.map(told)
    }
    let host = ["06-01 host 甲公司>甲集团 bureau", "06-01 registered_in >东光县 bureau"]
    #expect(try read("C1", City.otherHost) == host && read("C3", City.otherHost) == host)
    #expect(try read("C1", City.host) == ["06-01 main_business >物流 bureau"] + host)
  }

  @Test("A question over the chain is answered from the index, not by reading all of it")
  func indexed() throws {
    let city = try story()
    let plan = try city.scratch.otherHand().rows(
      """
      EXPLAIN QUERY PLAN SELECT seq FROM audit WHERE act IN (\(Self.acts))
      AND substr(change, 12, 200) >= 'center/C1"' AND substr(change, 12, 200) < 'center/C1~'
      """
    ).map { $0["detail"] as String }
    #expect(plan.contains { $0.contains("audit_of_centers") })
  }

  private static let acts =
    "'change.step', 'director.step', 'revocation.step', 'center.reorganise', 'duty.enter', 'duty.remove', 'sheet.submit', 'sheet.takeback'"
}
