import GRDB
import Glibc
import Regulation
import Wording

/// Why the store could not do what was asked.
public enum StoreError: Error, Sendable, Hashable {
  /// No file is there.
  case noFile(path: String)
  /// No folder is there, where files were to be found.
  case noFolder(path: String)
  /// The file is not a store of this program.
  case notAStore(path: String)
  /// The making of a store was broken off, or is under way: nothing is in it yet.
  case unfinished(path: String)
  /// A newer program has been at this store.
  case newerStore(path: String)
  /// The store is of an older program, and may only be read: so it cannot be brought to the present version.
  case olderStore(path: String)
  /// The file cannot be read.
  case unreadable(path: String, reason: Phrase)
  /// Something is there already; it was left alone.
  case alreadyThere(path: String)
  /// The file cannot be made.
  case cannotCreate(path: String, reason: Phrase)
  /// The store, or the file system under it, is read-only.
  case readOnly(path: String)
  /// The folder of the store, or the file system under it, is read-only, where SQLite keeps the log of those who share the store.
  case folderReadOnly(path: String)
  /// The file was deleted or replaced while it was open; what was to be saved was not.
  case replaced(path: String)
  /// The disk is full.
  case full(path: String)
  /// The disk or the file system failed.
  case io(path: String, reason: Phrase)
  /// Others kept the store busy for too long.
  case busy(path: String)
  /// The file is damaged.
  case damaged(path: String, reason: Phrase)
  /// Nobody has this login.
  case unknownLogin(String)
  /// This person may not do this, or may not see it (which is not told apart).
  case notPermitted(Act?)
  /// An object that does not exist.
  case noSuch(Thing, String)
  /// A step that is not lawful, or not possible now.
  case refused(Refusal)
  /// Somebody else changed it meanwhile: who, what, and what that is now. Where it is no single value, what it is now is left unsaid; the fields in
  /// which both wrote are told one by one, to be decided (``Decided``).
  case changedMeanwhile(by: Author, of: Phrase? = nil, now: String, clashes: [Clash] = [])

  /// What kind of object was looked for.
  public enum Thing: String, Sendable, Hashable {
    case center, expert, user, round, assignment, sheet, indicator, fact, department, organization, call, application, attachment, matter,
      link, term
  }

  /// Runs work on the store and turns what the database says into what people can use.
  ///
  /// - Parameter damage: where it is remembered that damage was met.
  static func translating<T>(_ path: String, noting damage: DamageMet? = nil, _ work: () throws -> T) throws(StoreError) -> T {
    do {
      return try work()
    } catch let error as StoreError {
      throw error
    } catch let refusal as Refusal {
      throw .refused(refusal)
    } catch let error as DatabaseError {
      let told = StoreError(error, path: path)
      damage?.note(told, error)
      throw told
    } catch let error as PlainTextError {
      // Nothing but lawful text is ever written, so another hand was in the file.
      throw .damaged(path: path, reason: error.phrase)
    } catch let error as FactError {
      throw .damaged(path: path, reason: error.phrase)
    } catch {
      throw .io(path: path, reason: .internalFault)
    }
  }

  /// The folder in which a file lies.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private init(_ error: DatabaseError, path: String) {
    let reason = DatabaseReason.phrase(error)
    self =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      case .SQLITE_READONLY: .readOnly(path: path)
      case .SQLITE_FULL: .full(path: path)
      case .SQLITE_NOTADB: .notAStore(path: path)
      case .SQLITE_CORRUPT: .damaged(path: path, reason: reason)
      // What the program writes as a document is one.
      case .SQLITE_ERROR where error.message == "malformed JSON": .damaged(path: path, reason: DatabaseReason.overwritten)
      case .SQLITE_CANTOPEN where access(StoreError.folder(of: path), W_OK) != 0: .folderReadOnly(path: path)
      case .SQLITE_CANTOPEN, .SQLITE_PERM: .unreadable(path: path, reason: reason)
      default: .io(path: path, reason: reason)
      }
  }
}
