import CenterStore
import DemoData
import Foundation
import Regulation
import Testing

@Suite("Every guest has a store of their own, and nothing piles up")
struct GuestHallTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-hall-\(UUID().uuidString)")
  private let today = Day(parsing: "2026-06-01") ?? Day(number: 0)

  private func hall(seats: Int = 2, bytes: Int = 64 << 20) -> GuestHall { GuestHall(folder: folder, seats: seats, bytes: bytes) }
  private func taken() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("seat-") }
  }

  @Test("Two come, each to a store of their own; a third is told that all seats are taken, until one leaves")
  func seats() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try hall().enter(centers: 1, today: today)
    let second = try hall().enter(centers: 1, today: today)
    #expect(first.store.path != second.store.path && first.store.isDemo)
    #expect(throws: GuestHall.Refusal.full(seats: 2)) { try hall().enter(centers: 1, today: today) }
    first.leave()
    #expect(try taken().count == 1)
    try hall().enter(centers: 1, today: today).leave()
    second.leave()
    #expect(try taken().isEmpty)
  }

  @Test("What a process left behind that was killed is taken away by whoever comes next")
  func leftBehind() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["seat-1", "seat-2", "seat-3"] {
      let seat = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: seat, withIntermediateDirectories: true)
      try Data(count: 1000).write(to: seat.appendingPathComponent("store.sqlite"))
    }
    let seat = try hall().enter(centers: 1, today: today)
    #expect(try taken().count == 1)
    seat.leave()
  }

  @Test("A store does not grow beyond its limit: what would need more is not saved, and what is there stays")
  func size() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let seat = try hall(bytes: 1 << 20).enter(centers: 1, today: today)
    defer { seat.leave() }
    let (store, admin) = (seat.store, Acting("admin", .desk))
    let count = try store.registryCount(by: admin)
    var refused: StoreError?
    do {
      let text = try PlainText(String(repeating: "文", count: 3000))
      for number in 1...4000 { try store.keepFormDraft(of: PlainText("x\(number)"), ["text": text], by: admin) }
    } catch let error as StoreError { refused = error }
    #expect(refused == .full(path: store.path))
    #expect(try store.registryCount(by: admin) == count)
    let size = try FileManager.default.attributesOfItem(atPath: store.path)[.size] as? Int
    #expect(try #require(size) <= 1 << 20 || refused != nil)
  }

  @Test("A folder that cannot be used is told of")
  func unusable() throws {
    #expect(throws: GuestHall.Refusal.self) {
      try GuestHall(folder: URL(fileURLWithPath: "/dev/null/hall"), seats: 1, bytes: 1).enter(centers: 1, today: today)
    }
  }
}
