import Glibc
import Regulation
import Wording

/// A file that a row of an import names, as it lies in a folder that whoever imports has named.
enum NamedFile {
  case found(digest: Digest256, size: Int)
  case fault(Phrase)

  /// Looks at it.
  init(_ name: String, in folder: Inbox) {
    do throws(StoreError) {
      let source = try folder.open(name)
      defer { close(source) }
      let (digest, size) = try KeptFiles.digest(of: source, named: name)
      self = .found(digest: digest, size: size)
    } catch {
      // The words of a missing store would send people to make one.
      if case .noFile = error {
        self = .fault(Phrase(zh: "文件夹中没有这个文件", en: "is not in the folder"))
      } else {
        self = .fault(error.phrase)
      }
    }
  }

  /// What is said where a row gives another digest than the file has.
  static func mismatch(_ name: PlainText, _ digest: Digest256) -> Phrase {
    Phrase(zh: "与文件“\(name)”的摘要 \(digest) 不符", en: "is not the digest of “\(name)”, which is \(digest)")
  }
}

extension CenterStore {
  /// Imports rows and keeps the files that they name, which lie in one folder: all of it or nothing.
  ///
  /// - Parameters:
  ///   - names: the names that rows give.
  ///   - path: a folder of the machine on which the store lies; so this is for staff only.
  ///   - run: imports the rows, with what was found of the files by their names; it is called twice, the first time only to look.
  /// - Throws: ``StoreError/noFolder(path:)`` where there is no such folder.
  func importing(
    _ names: Set<String>, from path: String, _ act: Act, dryRun: Bool, by who: Acting,
    _ run: (_ files: [String: NamedFile], _ dryRun: Bool) throws(StoreError) -> ImportOutcome
  ) throws(StoreError) -> ImportOutcome {
    try read(by: who) { _, member in
      guard member.role == .admin || member.role == .bureau else { throw StoreError.notPermitted(act) }
    }
    let folder = Inbox(folder: path)
    try folder.check()
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, NamedFile($0, in: folder)) })
    // All rows are looked at before the first file is kept.
    let outcome = try run(files, true)
    if dryRun || !outcome.problems.isEmpty { return outcome }
    return try withFilesInHand { kept throws(StoreError) in
      for (name, file) in files {
        guard case .found(let digest, _) = file else { continue }
        let source = try folder.open(name)
        defer { Glibc.close(source) }
        guard try kept.keep(source, named: name).digest == digest else {
          throw .unreadable(path: name, reason: Phrase(zh: "读取时被改动", en: "it was changed while it was read"))
        }
      }
      // The rows are looked at once more: others may have written meanwhile.
      let outcome = try run(files, false)
      return (outcome, outcome.problems.isEmpty)
    }
  }
}
