import CenterStore
import Foundation
import Offline
import Regulation

/// A small city whose round is being scored: `C1` and `C2` are assigned to `e1`, `C1` to `e2` as well, `C3` to `e2` alone.
final class Bench: Sendable {
  static let year = 2026
  static let bureau = Acting("bureau", .command)
  static let expert = Acting("e1", .command)
  static let other = Acting("e2", .command)
  /// As little work as there can be.
  static let cost = SecretCost(rounds: 1, blockSize: 1, parallelism: 1)
  static let phrase = "K7QM-3WXA-9PRT"

  let folder: URL
  let store: CenterStore

  private static let made = Result { try Bench(anew: true) }

  /// A copy of a city that is made once.
  convenience init() throws {
    let made = try Bench.made.get()
    try self.init { path in
      try FileManager.default.copyItem(atPath: made.path("copy.sqlite"), toPath: path)
      return try CenterStore.open(path)
    }
  }

  private init(_ make: (_ path: String) throws -> CenterStore) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try make(folder.appendingPathComponent("store.sqlite").path)
  }

  /// A city of its own, which no other is a copy of.
  init(anew: Bool) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try CenterStore.create(folder.appendingPathComponent("store.sqlite").path, durably: false)
    func text(_ string: String) throws -> PlainText { try PlainText(string) }
    let admin = Acting("admin", .command)
    _ = try store.importUsers([Numbered(2, UserRecord(login: text("bureau"), name: text("市局"), role: .bureau))], by: admin)
    let centers = try ["C1", "C2", "C3"].enumerated().map { place, code in
      Numbered(
        place + 2,
        CenterRecord(
          code: try text(code), name: try text("沧州市\(code)技术创新中心"), host: try text("\(code)公司"), hostKind: .enterprise,
          coBuilders: [try text("样例大学")], department: try text("献县科学技术局"), field: try text("新材料"),
          certifiedOn: Day(parsing: "2020-01-01") ?? Day(number: 0)))
    }
    _ = try store.importCenters(centers, by: admin)
    let experts = try ["e1", "e2"].enumerated().map { place, login in
      Numbered(place + 2, ExpertRecord(login: try text(login), name: try text("专家\(login)"), employer: try text("评估事务所")))
    }
    _ = try store.importExperts(experts, by: admin)
    try store.openRound(Bench.year, RoundPlan(reason: try text("首轮")), by: Bench.bureau)
    for (center, login) in [("C1", "e1"), ("C2", "e1"), ("C1", "e2"), ("C3", "e2")] {
      try store.assignExpert(year: Bench.year, center: center, expert: login, by: Bench.bureau)
    }
    try fact("C1", 3)
    _ = try store.importAttachments(
      year: Bench.year,
      [Numbered(2, AttachmentRecord(center: text("C1"), title: text("章程"), kind: text("文件"), facts: [Bench.item].compactMap(\.self)))],
      by: Bench.bureau)
    for who in [Bench.expert, Bench.other] { try store.pledge(year: Bench.year, by: who) }
    _ = try store.backUp(to: path("copy.sqlite"), by: admin)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static var item: FactCode? { FactCode("1.1.a") }

  func fact(_ center: String, _ count: Int) throws {
    guard let item = Bench.item else { return }
    _ = try store.importFacts(
      year: Bench.year, [Numbered(2, FactRecord(center: PlainText(center), fact: item, year: nil, value: .count(count), note: .empty))],
      by: Bench.bureau)
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Takes sheets away; nothing is written.
  func take(_ centers: [String] = [], by who: Acting = Bench.expert) throws -> OfflineSheets {
    try store.takeSheetsAway(year: Bench.year, centers: centers, by: who)
  }

  /// Takes sheets away into a file, and opens it.
  func file(_ name: String = "away.cztic", by who: Acting = Bench.expert) throws -> OfflineFile {
    let bytes = try SealedSheets.seal(try take(by: who), Bench.phrase, .made, cost: Bench.cost)
    try OfflineFile.write(bytes, to: path(name))
    return try OfflineFile.open(path(name), phrase: Bench.phrase)
  }

  /// What an expert enters at the desk.
  func score(
    _ center: String = "C1", _ code: Int = 0, points: Points?? = nil, comment: String? = nil, by who: Acting = Bench.expert
  ) throws {
    try store.score(
      year: Bench.year, center: center, indicator: IndicatorCode.all[code],
      ScoreEntry(points: points, comment: try comment.map { try PlainText($0) }), by: who)
  }

  func sheet(_ center: String = "C1", by who: Acting = Bench.expert) throws -> Sheet {
    try store.sheet(year: Bench.year, center: center, by: who)
  }

  /// Gives every indicator its full points at the desk.
  func fill(_ center: String = "C1", by who: Acting = Bench.expert) throws {
    let system = try IndicatorSystem.standard.get()
    for (place, code) in IndicatorCode.all.enumerated() { try score(center, place, points: .some(system[code].fullPoints), by: who) }
  }

  /// How many links the chain has.
  func links() throws -> Int64 { try store.auditLength(by: Bench.bureau) }
}

extension OfflineSheets {
  /// What is entered away from the desk.
  mutating func enter(
    _ center: String = "C1", _ code: Int = 0, points: Points?? = nil, comment: String? = nil, draft: String? = nil,
    state: Sheet.State? = nil
  ) throws {
    var sheets = self.sheets
    guard let place = sheets.firstIndex(where: { $0.center.string == center }) else { return }
    var mark = sheets[place][IndicatorCode.all[code]]
    if let points { mark.points = points }
    if let comment { mark.comment = try PlainText(comment) }
    if let draft { mark.draft = try PlainText(draft) }
    sheets[place][IndicatorCode.all[code]] = mark
    if let state { sheets[place].state = state }
    take(sheets, at: Moment(milliseconds: 1), keeping: edits.count)
  }

  /// Gives every indicator its full points.
  mutating func fill(_ center: String = "C1") throws {
    let system = try IndicatorSystem.standard.get()
    for (place, code) in IndicatorCode.all.enumerated() { try enter(center, place, points: .some(system[code].fullPoints)) }
  }
}
