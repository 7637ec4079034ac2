import GRDB
import Glibc
import Regulation

/// Files that are kept beside the store for documents that are still to be entered: where they are not entered, the files go again that came for
/// them.
struct FilesInHand {
  private let files: KeptFiles
  /// The files that did not lie there before, as they were put there.
  private(set) var fresh: [Digest256: FileIdentity] = [:]

  fileprivate init(_ files: KeptFiles) { self.files = files }

  /// Takes a copy of an open file; it is on disk, whole, when this returns.
  ///
  /// - Parameter path: what an error calls it.
  mutating func keep(_ source: Int32, named path: String) throws(StoreError) -> (digest: Digest256, size: Int) {
    let kept = try files.keep(source, named: path)
    if kept.isFresh || fresh[kept.digest] != nil { fresh[kept.digest] = FileIdentity(files.path(of: kept.digest)) }
    return (kept.digest, kept.size)
  }

  /// Takes a file away that this put there; one that another put in its place meanwhile stays.
  fileprivate func drop(_ digest: Digest256) {
    let path = files.path(of: digest)
    if let own = fresh[digest], FileIdentity(path) == own { unlink(path) }
  }
}

extension CenterStore {
  /// Keeps files, and does what enters their documents; where that is not done, the files that came for it and that no document names go again.
  ///
  /// - Parameter body: says whether it was done; what it throws was not.
  func withFilesInHand<T>(_ body: (inout FilesInHand) throws(StoreError) -> (T, isDone: Bool)) throws(StoreError) -> T {
    var files = FilesInHand(keptFiles)
    do throws(StoreError) {
      let (value, isDone) = try body(&files)
      if !isDone { drop(files) }
      return value
    } catch {
      drop(files)
      throw error
    }
  }

  /// What cannot be looked up is left: a file too many does no harm, one too few does.
  private func drop(_ files: FilesInHand) {
    for digest in files.fresh.keys {
      let isNamed = try? pool.read { db in
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM attachment WHERE sha256 = ?)", arguments: [Blob(digest.bytes)])
      }
      if isNamed == false { files.drop(digest) }
    }
  }
}
