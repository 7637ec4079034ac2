import CNcurses
import Glibc

/// How rows are moved on the terminal itself: a part of it becomes what scrolls, and scrolls.
///
/// ncurses can find by itself that rows have moved, but compares every cell of both screens to do so, and every cell of the moved rows again
/// afterwards. Here it is known which rows moved, and ncurses is told that they stand where they shall.
@MainActor
struct RowScrolling {
  private let part: UnsafePointer<CChar>
  private let save: [UInt8]
  private let restore: [UInt8]
  private let place: UnsafePointer<CChar>
  private let up: [UInt8]
  private let down: [UInt8]

  /// - Returns: nil where the terminal cannot scroll a part of itself, or must be given time for it.
  init?() {
    func known(_ name: String) -> UnsafePointer<CChar>? {
      guard let text = cn_description(name), strstr(text, "$<") == nil else { return nil }
      return text
    }
    func bytes(_ name: String) -> [UInt8]? { known(name).map { RowScrolling.bytes($0) } }
    guard let part = known("csr"), let place = known("cup"), let save = bytes("sc"), let restore = bytes("rc"), let up = bytes("ind"),
      let down = bytes("ri")
    else { return nil }
    (self.part, self.place, self.save, self.restore, self.up, self.down) = (part, place, save, restore, up, down)
  }

  /// Moves rows in what ncurses holds to be shown and in what it shall show.
  ///
  /// - Parameter rows: how many rows the terminal has.
  /// - Returns: what moves them on the terminal. Its cursor comes back to where it was; what comes in is blank, in the plain ink in which every
  ///   frame ends.
  func move(_ move: RowMove, of next: UnsafeMutablePointer<WINDOW>, rows: Int) -> [UInt8] {
    let (first, last) = (CInt(move.region.lowerBound), CInt(move.region.upperBound - 1))
    for screen in [next, cn_shown_screen()] {
      scrollok(screen, true)
      wsetscrreg(screen, first, last)
      wscrl(screen, CInt(move.distance))
      wsetscrreg(screen, 0, CInt(rows - 1))
      // Nothing is to be written in a way that would scroll by itself.
      scrollok(screen, false)
      // Both hold the same there now: there is nothing to compare.
      wtouchln(screen, first, last - first + 1, 0)
    }
    let edge = move.distance > 0 ? last : first
    let step = move.distance > 0 ? up : down
    var bytes = save + RowScrolling.filled(part, first, last) + RowScrolling.filled(place, edge, 0)
    for _ in 0..<abs(move.distance) { bytes += step }
    return bytes + RowScrolling.filled(part, 0, CInt(rows - 1)) + restore
  }

  private static func filled(_ description: UnsafePointer<CChar>, _ first: CInt, _ second: CInt) -> [UInt8] {
    cn_filled(description, first, second).map(bytes) ?? []
  }

  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }
}
