import Glibc
import Regulation
import Wording

/// A file that lies in somebody's inbox and can be kept with a document.
public struct InboxFile: Sendable, Hashable {
  /// Its name in the inbox.
  public let name: PlainText
  /// How many bytes it has.
  public let size: Int
  /// When it was written last.
  public let modified: Moment
  /// Its name as the file system spells it.
  let spelling: String
}

extension CenterStore {
  /// Where the files of this person are looked for: the folder `STORE.files/inbox/LOGIN`, as it stands beside the store's own name.
  ///
  /// Whoever runs the desk makes the folder and lets files in, by a mail that was read or a transfer that ends there. No other folder is ever
  /// read for somebody who sits at the desk: over SSH they would reach whatever the desk's account can read.
  public func inboxName(by who: Acting) -> String { "\(path.split(separator: "/").last ?? "").files/inbox/\(who.login)" }

  /// The files in this person's inbox, in the order of their names; none where there is no inbox.
  public func inbox(by who: Acting) throws(StoreError) -> [InboxFile] {
    try read(by: who) { _, _ in }
    return Inbox(of: who.login, in: keptFiles)?.files ?? []
  }

  /// Enters a document into the register and keeps a file of this person's own inbox beside the store, under its digest; name, size and
  /// digest are the file's own. What lies in the inbox stays there.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` as for any document, before the file is looked at; ``StoreError/noFile(path:)``;
  ///   ``StoreError/unreadable(path:reason:)`` for what is no plain file, or a very large one.
  public func attach(
    _ entry: AttachmentEntry, to subject: AttachmentSubject, taking file: InboxFile, by who: Acting
  ) throws(StoreError) {
    try take(file, of: subject, .attach, by: who) { digest, size throws(StoreError) in
      try attach(entry, to: subject, named: file.name, digest: digest, size: size, by: who)
    }
  }

  /// Corrects what the register says of a document, and keeps another file of this person's own inbox for it; as ``amend(_:of:to:expecting:by:)`` and
  /// ``attach(_:to:taking:by:)``.
  public func amend(
    _ title: PlainText, of subject: AttachmentSubject, to entry: AttachmentEntry, taking file: InboxFile,
    expecting: Seen<AttachmentEntry>? = nil, by who: Acting
  ) throws(StoreError) {
    try take(file, of: subject, .amendAttachment, by: who) { digest, size throws(StoreError) in
      try amend(title, of: subject, to: entry, named: file.name, digest: digest, size: size, expecting: expecting, by: who)
    }
  }

  /// Puts a copy of a document's kept file into this person's own inbox, to be read or taken along from there; what lies there already stays, and
  /// the copy gets a number. The file is compared with the register on the way.
  ///
  /// - Returns: the name of the copy in the inbox.
  /// - Throws: ``StoreError/notPermitted(_:)`` as for ``attachments(of:by:)``; ``StoreError/noSuch(_:_:)`` where no file of the document was kept;
  ///   ``StoreError/refused(_:)`` where it was and is gone;
  ///   ``StoreError/noFile(path:)`` where this person has no inbox; ``StoreError/unreadable(path:reason:)`` where it is not the file of the register any more.
  public func fetchKeptFile(_ title: PlainText, of subject: AttachmentSubject, by who: Acting) throws(StoreError) -> String {
    let key = NameKey(title)
    let document = try attachments(of: subject, by: who).first { NameKey($0.entry.title) == key && $0.wasKept }
    guard let document, let digest = document.entry.digest else { throw .noSuch(.attachment, title.string) }
    if document.isGone { throw .refused(Refusal(article: "27", document.goneWords)) }
    guard let inbox = Inbox(of: who.login, in: keptFiles) else { throw .noFile(path: inboxName(by: who)) }
    let source = try KeptFiles.opened(keptFiles.path(of: digest))
    defer { Glibc.close(source) }
    let name = document.entry.file.isEmpty ? document.entry.title : document.entry.file
    return try inbox.put(source, digest: digest, as: name.string)
  }

  /// Writes what was made for this person (a paper, a table) into their own folder, which is made where it is not there yet; what lies there already
  /// stays, and the new file gets a number.
  ///
  /// - Returns: where it is: `store.sqlite.files/inbox/LOGIN/NAME`.
  /// - Throws: ``StoreError/cannotCreate(path:reason:)``, ``StoreError/io(path:reason:)``, ``StoreError/unknownLogin(_:)``.
  public func putInFolder(_ bytes: [UInt8], as name: String, by who: Acting) throws(StoreError) -> String {
    try read(by: who) { _, _ in }
    guard let inbox = Inbox(of: who.login, in: keptFiles) else { throw .noFile(path: inboxName(by: who)) }
    try inbox.make()
    return try inboxName(by: who) + "/" + inbox.put(bytes, as: name)
  }

  /// Keeps a file of somebody's inbox for a document that is then entered.
  private func take(
    _ file: InboxFile, of subject: AttachmentSubject, _ act: Act, by who: Acting,
    _ enter: (_ digest: Digest256, _ size: Int) throws(StoreError) -> Void
  ) throws(StoreError) {
    try requireWritable(subject, act, of: act.roles, by: who)
    guard let inbox = Inbox(of: who.login, in: keptFiles) else { throw .noFile(path: file.name.string) }
    let source = try inbox.open(file.spelling)
    defer { Glibc.close(source) }
    try withFilesInHand { files throws(StoreError) in
      let (digest, size) = try files.keep(source, named: file.name.string)
      return (try enter(digest, size), true)
    }
  }
}

/// A folder of which single files are read by their names, and nothing else is: no path leads out of it, no link is followed.
struct Inbox {
  /// More files than these are not listed.
  private static let limit = 1_000

  private let folder: String

  /// The inbox of a login; `nil` where the login cannot be the name of a folder.
  init?(of login: String, in kept: KeptFiles) {
    guard Inbox.isName(login) else { return nil }
    folder = "\(kept.folder)/inbox/\(login)"
  }

  /// A folder that somebody named who runs a command, and may read what it may.
  init(folder: String) { self.folder = folder }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains(UInt8(ascii: "/")) && !name.utf8.contains(0)
  }

  /// The plain files with readable names, those that begin with a dot left out.
  var files: [InboxFile] {
    guard let directory = try? openFolder() else { return [] }
    guard let stream = fdopendir(directory) else {
      close(directory)
      return []
    }
    defer { closedir(stream) }
    var files: [InboxFile] = []
    while files.count < Inbox.limit, let entry = readdir(stream) {
      let spelling = withUnsafeBytes(of: entry.pointee.d_name) { String(validating: $0.prefix { $0 != 0 }, as: UTF8.self) }
      var status = stat()
      guard let spelling, !spelling.hasPrefix("."), let name = try? PlainText(spelling),
        fstatat(directory, spelling, &status, AT_SYMLINK_NOFOLLOW) == 0, KeptFiles.isPlain(status)
      else { continue }
      files.append(
        InboxFile(
          name: name, size: Int(status.st_size),
          modified: Moment(milliseconds: Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000),
          spelling: spelling))
    }
    return files.sorted { $0.spelling.utf8.lexicographicallyPrecedes($1.spelling.utf8) }
  }

  /// Opens a file to be read; the caller closes it.
  func open(_ name: String) throws(StoreError) -> Int32 {
    guard Inbox.isName(name) else { throw .noFile(path: name) }
    let directory = try openFolder()
    defer { close(directory) }
    let file = openat(directory, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw KeptFiles.failure(name, errno) }
    return file
  }

  /// Puts a copy of an open file here, if it has this digest; it is on disk, whole, under its name when this returns.
  ///
  /// - Returns: the name of the copy: the one that is wanted, or that with a number.
  func put(_ source: Int32, digest: Digest256, as wanted: String) throws(StoreError) -> String {
    try put(as: wanted) { target, path throws(StoreError) in
      guard try KeptFiles.copy(source, named: wanted, to: target, named: path).digest == digest else {
        throw .unreadable(
          path: wanted, reason: Phrase(zh: "内容与登记的摘要不符，可能已被改动", en: "it does not match the digest on file: it may have been altered"))
      }
    }
  }

  /// Puts bytes here, as ``put(_:digest:as:)`` puts a file.
  func put(_ bytes: [UInt8], as wanted: String) throws(StoreError) -> String {
    try put(as: wanted) { target, path throws(StoreError) in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(target, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        if count <= 0 { throw .io(path: path, reason: SystemReason.phrase(errno)) }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Makes a file that appears under its name only when it is whole and on disk.
  private func put(as wanted: String, _ fill: (_ target: Int32, _ path: String) throws(StoreError) -> Void) throws(StoreError) -> String {
    let directory = try openFolder()
    defer { close(directory) }
    let part = ".\(UInt64.random(in: 0...UInt64.max)).part"
    let target = openat(directory, part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o640)
    guard target >= 0 else { throw .cannotCreate(path: "\(folder)/\(part)", reason: SystemReason.phrase(errno)) }
    defer {
      close(target)
      unlinkat(directory, part, 0)
    }
    try fill(target, "\(folder)/\(part)")
    guard fsync(target) == 0 else { throw .io(path: "\(folder)/\(part)", reason: SystemReason.phrase(errno)) }
    for number in 1...Inbox.limit {
      let name = Inbox.name(wanted, number)
      // A link does not take the place of what is there.
      if linkat(directory, part, directory, name, 0) == 0 { return name }
      guard errno == EEXIST else { throw .cannotCreate(path: "\(folder)/\(name)", reason: SystemReason.phrase(errno)) }
    }
    throw .cannotCreate(path: "\(folder)/\(wanted)", reason: SystemReason.phrase(EEXIST))
  }

  /// Makes the folder where it is not there yet, for this account alone.
  func make() throws(StoreError) {
    var path = ""
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() {
      path += (place == 0 ? "" : "/") + part
      // The store's folder is there; what is made is what lies beneath it.
      if place < parts.count - 3 { continue }
      if mkdir(path, 0o750) != 0, errno != EEXIST { throw .cannotCreate(path: path, reason: SystemReason.phrase(errno)) }
    }
  }

  /// A name that a folder takes and a listing shows: no path, nothing hidden, not too long; from the second one on with its number before the
  /// kind of the file.
  static func name(_ wanted: String, _ number: Int) -> String {
    var stem = wanted.split(separator: "/").joined(separator: "_")
    if stem.hasPrefix(".") || stem.isEmpty { stem = "_" + stem }
    var kind = ""
    if let dot = stem.lastIndex(of: "."), dot > stem.startIndex, stem[dot...].utf8.count <= 16 {
      kind = String(stem[dot...])
      stem = String(stem[..<dot])
    }
    while stem.utf8.count > 200 { stem.removeLast() }
    return stem + (number == 1 ? "" : " (\(number))") + kind
  }

  /// Makes sure that there is such a folder.
  func check() throws(StoreError) { close(try openFolder()) }

  private func openFolder() throws(StoreError) -> Int32 {
    let directory = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else {
      let failure = KeptFiles.failure(folder, errno)
      if case .noFile = failure { throw .noFolder(path: folder) }
      throw failure
    }
    return directory
  }
}
