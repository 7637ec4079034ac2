import CenterStore
import Foundation
import Glibc
import Regulation
import Wording

/// A folder in which every visitor gets a throw-away demo store of their own: for an SSH account that anybody may use.
///
/// A seat is a folder with the store and a file that is locked as long as its visitor is there. What a process left behind that was killed is taken
/// away by whoever comes next, so that nothing piles up.
public struct GuestHall: Sendable {
  /// Where the seats are.
  public let folder: URL
  /// How many visitors may be there at once.
  public let seats: Int
  /// How large a visitor's store may become, in bytes.
  public let bytes: Int

  /// Describes a hall.
  public init(folder: URL, seats: Int, bytes: Int) {
    self.folder = folder
    self.seats = seats
    self.bytes = bytes
  }

  /// Why nobody can be let in.
  public enum Refusal: Error, Sendable, Hashable {
    /// Every seat is taken.
    case full(seats: Int)
    /// The folder cannot be used.
    case unusable(path: String, reason: Phrase)
  }

  /// Takes a seat, and makes its store.
  ///
  /// - Throws: ``Refusal``; ``CenterStore/StoreError``.
  public func enter(centers: Int, today: Day) throws -> GuestSeat {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Refusal.unusable(path: folder.path, reason: SystemReason.phrase(errno))
    }
    let place = try takePlace()
    do {
      let store = try DemoStore.make(
        at: place.folder.appendingPathComponent("store.sqlite").path, centers: centers, seed: UInt64.random(in: 0...999_999), today: today)
      try store.limit(bytes: bytes)
      return GuestSeat(store: store, place: place)
    } catch {
      place.leave()
      throw error
    }
  }

  /// Takes away what nobody sits at any more, and makes a folder where there is room.
  private func takePlace() throws -> GuestPlace {
    // One visitor after the other, so that two do not count the same free seat.
    let door = try FileLock(folder.appendingPathComponent("door").path, waits: true)
    defer { door?.release() }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var taken = 0
    for name in names where name.hasPrefix(GuestPlace.prefix) {
      let seat = folder.appendingPathComponent(name)
      if let lock = try FileLock(seat.appendingPathComponent("lock").path, waits: false) {
        try? FileManager.default.removeItem(at: seat)
        lock.release()
      } else {
        taken += 1
      }
    }
    if taken >= seats { throw Refusal.full(seats: seats) }
    return try GuestPlace(in: folder)
  }
}

/// A visitor's seat; it goes away with its store when it is left.
public final class GuestSeat: Sendable {
  /// The visitor's store.
  public let store: CenterStore
  private let place: GuestPlace

  init(store: CenterStore, place: GuestPlace) {
    self.store = store
    self.place = place
  }

  /// Leaves it.
  public func leave() {
    try? store.close()
    place.leave()
  }
}

/// The folder of a seat, locked as long as somebody sits there.
struct GuestPlace: Sendable {
  static let prefix = "seat-"
  let folder: URL
  private let lock: FileLock

  init(in hall: URL) throws {
    folder = hall.appendingPathComponent(GuestPlace.prefix + UUID().uuidString)
    let reason = { GuestHall.Refusal.unusable(path: hall.path, reason: SystemReason.phrase(errno)) }
    if mkdir(folder.path, 0o700) != 0 { throw reason() }
    guard let lock = try FileLock(folder.appendingPathComponent("lock").path, waits: false) else { throw reason() }
    self.lock = lock
  }

  func leave() {
    try? FileManager.default.removeItem(at: folder)
    lock.release()
  }
}

/// A lock on a file, which ends with the process that holds it.
struct FileLock: Sendable {
  private let descriptor: CInt

  /// Takes it.
  ///
  /// - Parameter waits: whether to wait until whoever holds it lets go.
  /// - Returns: `nil` where somebody else holds it.
  /// - Throws: ``GuestHall/Refusal`` where the file cannot be made.
  init?(_ path: String, waits: Bool) throws {
    let opened = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw GuestHall.Refusal.unusable(path: path, reason: SystemReason.phrase(errno)) }
    while flock(opened, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      close(opened)
      return nil
    }
    descriptor = opened
  }

  func release() { close(descriptor) }
}
