import CenterStore
import Foundation
import Regulation
import Synchronization

/// A store in a folder of its own, that goes away with it.
final class Scratch: Sendable {
  let folder: URL
  let store: CenterStore
  static let bureau = Acting("bureau", .command)
  static let admin = Acting("admin", .command)

  /// A clock that ticks one millisecond at every look, and salts that count: everything comes out the same each time.
  static func surroundings(_ day: String = "2026-06-01") -> Surroundings {
    let ticker = Ticker(start: Moment(Day(parsing: day) ?? Day(number: 0), seconds: 3600 * 9).milliseconds)
    var surroundings = Surroundings(
      now: { ticker.next() }, randomBytes: { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) } })
    // As little work as there can be: tests try many passwords.
    surroundings.secretCost = SecretCost(rounds: 1, blockSize: 1, parallelism: 1)
    return surroundings
  }

  /// - Parameter durably: whether every commit is synced to disk; a test that writes thousands of times needs no syncs.
  init(day: String = "2026-06-01", durably: Bool = true) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try CenterStore.create(
      folder.appendingPathComponent("store.sqlite").path, durably: durably, surroundings: Scratch.surroundings(day))
    _ = try store.importUsers(
      [
        Numbered(2, UserRecord(login: try PlainText("bureau"), name: try PlainText("市局"), role: .bureau)),
        Numbered(3, UserRecord(login: try PlainText("viewer"), name: try PlainText("访客"), role: .viewer)),
      ], by: Scratch.admin)
  }

  /// A store that is a copy of another, as it stands.
  init(copying other: Scratch) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("store.sqlite").path
    try other.otherHand().copy(to: path)
    store = try CenterStore.open(path, surroundings: Scratch.surroundings())
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Three centers in two fields, three experts; one works for the host of C1 under its former name.
  func fill() throws {
    _ = try store.importOrganizations(
      [Numbered(2, OrganizationRecord(name: try PlainText("沧州渤海激光有限公司"), kind: .enterprise, aliases: [try PlainText("渤海激光厂")]))],
      by: Scratch.bureau)
    func center(_ row: Int, _ code: String, _ name: String, _ host: String, _ day: String) throws -> Numbered<CenterRecord> {
      Numbered(
        row,
        CenterRecord(
          code: try PlainText(code), name: try PlainText(name), host: try PlainText(host), hostKind: .enterprise,
          coBuilders: code == "C2" ? [try PlainText("运河大学")] : [], department: try PlainText("泊头市科学技术局"),
          field: try PlainText("新材料"), certifiedOn: Day(parsing: day) ?? Day(number: 0)))
    }
    _ = try store.importCenters(
      [
        center(2, "C1", "沧州市激光切割技术创新中心", "沧州渤海激光有限公司", "2021-03-01"),
        center(3, "C2", "沧州市铸造技术创新中心", "泊头铸造集团", "2024-12-31"),
        center(4, "C3", "沧州市管道技术创新中心", "盐山管业", "2025-01-01"),
      ], by: Scratch.bureau)
    func expert(_ row: Int, _ login: String, _ employer: String, former: [String] = []) throws -> Numbered<ExpertRecord> {
      Numbered(
        row,
        ExpertRecord(
          login: try PlainText(login), name: try PlainText("专家\(login)"), employer: try PlainText(employer),
          formerEmployers: try former.map { try PlainText($0) }, fields: [try PlainText("新材料")]))
    }
    _ = try store.importExperts(
      [
        expert(2, "e1", "海河理工学院"), expert(3, "e2", "燕赵研究所", former: ["渤海激光厂"]), expert(4, "e3", "运河大学"),
      ], by: Scratch.bureau)
  }

  /// A round of 2026 with a full sheet of one expert, every indicator at one share.
  func sheet(_ center: String, _ expert: String, hundredthsOff: Int = 0) throws -> [Numbered<ScoreRecord>] {
    let system = try IndicatorSystem.standard.get()
    return try IndicatorCode.all.enumerated().map { index, code in
      let points = Points(system[code].fullPoints.hundredths - (index == 0 ? hundredthsOff : 0))
      return Numbered(
        index + 2,
        ScoreRecord(center: try PlainText(center), expert: try PlainText(expert), indicator: code, points: points, comment: .empty))
    }
  }
}

/// A clock that moves on by a millisecond at every look.
private final class Ticker: Sendable {
  private let time: Mutex<Int64>

  init(start: Int64) { time = Mutex(start) }

  func next() -> Moment {
    time.withLock {
      $0 += 1
      return Moment(milliseconds: $0)
    }
  }
}
