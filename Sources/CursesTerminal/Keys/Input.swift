import CTerminal
import Glibc

/// Waits for bytes and bells, reads, and decodes.
struct Input {
  /// What one wait brought.
  struct Moment {
    var found: [KeyDecoder.Output] = []
    /// Nobody is at the other end.
    var isGone = false
    /// Whether more bytes may wait already.
    var mayHaveMore = false
  }

  private static let capacity = 1 << 16

  let descriptor: CInt
  var decoder: KeyDecoder
  /// When the decoder got what may go on.
  private var pendingSince = ContinuousClock.now
  private var buffer = [UInt8](repeating: 0, count: capacity)

  init(descriptor: CInt, decoder: KeyDecoder) {
    self.descriptor = descriptor
    self.decoder = decoder
  }

  /// Waits until bytes come, the bell rings, the decoder's patience ends or a moment is reached; nil waits for ever.
  mutating func poll(until deadline: ContinuousClock.Instant?) -> Moment {
    var end = deadline
    var patienceEnds: ContinuousClock.Instant?
    if let patience = decoder.patience {
      let moment = pendingSince + patience
      patienceEnds = moment
      if end.map({ moment < $0 }) ?? true { end = moment }
    }
    var waits = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: cterminal_bell(), events: Int16(POLLIN), revents: 0),
    ]
    let ready = Glibc.poll(&waits, nfds_t(waits.count), Input.milliseconds(until: end))
    var moment = Moment()
    if ready > 0, waits[0].revents != 0 {
      read(into: &moment)
    } else if let patienceEnds, patienceEnds <= ContinuousClock.now {
      moment.found = decoder.giveUp()
    }
    return moment
  }

  private mutating func read(into moment: inout Moment) {
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    if count > 0 {
      moment.found = decoder.feed(buffer[..<count])
      pendingSince = .now
      moment.mayHaveMore = true
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      moment.isGone = true
    }
  }

  /// Whether the bell rings soon, and no byte comes before it.
  func bellRings(within milliseconds: CInt) -> Bool {
    var waits = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: cterminal_bell(), events: Int16(POLLIN), revents: 0),
    ]
    return Glibc.poll(&waits, nfds_t(waits.count), milliseconds) > 0 && waits[0].revents == 0
  }

  /// Rounded up, so that nothing is looked at too early again and again.
  private static func milliseconds(until end: ContinuousClock.Instant?) -> CInt {
    guard let end else { return -1 }
    let rest = end - ContinuousClock.now
    guard rest > .zero else { return 0 }
    let (seconds, attoseconds) = rest.components
    if seconds > 1_000_000 { return 1_000_000_000 }
    return CInt(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
