import CenterStore
import Foundation
import Glibc
import Regulation
import Synchronization
import TableFiles
import Wording

/// A file that was taken away, open with its phrase. Each change replaces it whole: whoever is killed loses nothing that was saved.
public final class OfflineFile: Sendable {
  private struct State {
    var sheets: OfflineSheets
    /// The bytes as this program read or wrote them last.
    var bytes: [UInt8]
  }

  /// Where it is.
  public let path: String
  private let key: SealKey
  private let lock: SealLock
  private let randomBytes: @Sendable (Int) -> [UInt8]
  private let state: Mutex<State>
  /// How many edits were there when it was opened.
  private let begun: Int

  private init(
    _ path: String, _ key: SealKey, _ lock: SealLock, _ sheets: OfflineSheets, bytes: [UInt8],
    _ randomBytes: @escaping @Sendable (Int) -> [UInt8]
  ) {
    (self.path, self.key, self.lock, self.randomBytes) = (path, key, lock, randomBytes)
    state = Mutex(State(sheets: sheets, bytes: bytes))
    begun = sheets.edits.count
  }

  /// What can be read of a file without its phrase.
  public static func header(_ path: String) throws(OfflineError) -> SealedSheets.Header {
    try SealedSheets.header(of: read(path), name: path)
  }

  /// Opens a file.
  ///
  /// - Throws: ``OfflineError``.
  public static func open(_ path: String, phrase: String, _ surroundings: Surroundings = .system) throws(OfflineError) -> OfflineFile {
    let bytes = try read(path)
    let lock = try SealedSheets.header(of: bytes, name: path).lock
    let key = try SealKey(phrase, lock)
    let sheets = try SealedSheets.open(bytes, key, name: path)
    return OfflineFile(path, key, lock, sheets, bytes: bytes, surroundings.randomBytes)
  }

  /// Writes a new file, once everything about it is known to be possible but the disk.
  ///
  /// - Throws: ``OfflineError/file(_:)``.
  public static func write(_ bytes: [UInt8], to path: String) throws(OfflineError) {
    do throws(FileError) {
      let sink = try FileSink(replacing: path)
      try sink.write(bytes)
      try sink.finish()
    } catch {
      throw .file(error)
    }
  }

  /// The sheets and all that is known of them.
  public var sheets: OfflineSheets { state.withLock { $0.sheets } }

  /// Takes the sheets as they stand now, and saves the file.
  ///
  /// - Returns: how many indicators and states changed.
  /// - Throws: ``OfflineError/changedMeanwhile(_:)`` where another program saved it meanwhile, ``OfflineError/file(_:)``; nothing is taken then.
  @discardableResult
  public func take(_ now: [OfflineSheet], at moment: Moment) throws(OfflineError) -> Int {
    let outcome = state.withLock { state -> Result<Int, OfflineError> in
      do throws(OfflineError) {
        var sheets = state.sheets
        let changed = sheets.take(now, at: moment, keeping: begun)
        if sheets == state.sheets { return .success(0) }
        if try OfflineFile.read(path) != state.bytes { throw .changedMeanwhile(path) }
        let bytes = try SealedSheets.seal(sheets, key, lock, randomBytes: randomBytes)
        try OfflineFile.write(bytes, to: path)
        state = State(sheets: sheets, bytes: bytes)
        return .success(changed)
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  private static func read(_ path: String) throws(OfflineError) -> [UInt8] {
    do throws(FileError) {
      return try FileBytes(contentsOf: path, limit: SealedSheets.limit).withBytes { Array($0) }
    } catch {
      throw .file(error)
    }
  }
}
