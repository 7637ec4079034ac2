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
    let place: ThrowAwayFolder
    do { place = try takePlace() } catch StoreError.cannotCreate(_, let reason) {
      throw Refusal.unusable(path: folder.path, reason: reason)
    }
    do {
      let store = try DemoStore.make(
        at: place.store, centers: centers, seed: UInt64.random(in: 0...999_999), today: today)
      try store.limit(bytes: bytes)
      return GuestSeat(store: store, place: place)
    } catch {
      place.leave()
      throw error
    }
  }

  /// Takes away what nobody sits at any more, and makes a folder where there is room.
  private func takePlace() throws -> ThrowAwayFolder {
    // One visitor after the other, so that two do not count the same free seat.
    let door = try FileLock(folder.appendingPathComponent("door").path, waits: true)
    defer { door?.release() }
    if try ThrowAwayFolder.sweep(folder, prefix: GuestHall.prefix) >= seats { throw Refusal.full(seats: seats) }
    return try ThrowAwayFolder(in: folder, prefix: GuestHall.prefix)
  }

  private static let prefix = "seat-"
}

/// A visitor's seat; it goes away with its store when it is left.
public final class GuestSeat: Sendable {
  /// The visitor's store.
  public let store: CenterStore
  private let place: ThrowAwayFolder

  init(store: CenterStore, place: ThrowAwayFolder) {
    self.store = store
    self.place = place
  }

  /// Leaves it.
  public func leave() {
    try? store.close()
    place.leave()
  }
}
