import GRDB
import Glibc
import Regulation
import Wording

extension CenterStore {
  /// Enters a document into the register, or writes over the one of the same title: staff, and a host for its own material while the round is
  /// open (article 27) and its own application while that is in its hands (article 10). A department enters new ones to an application of its
  /// jurisdiction while that is in its hands, and what proves a step that it took. Of the duties of an active center its host and staff enter
  /// documents at any time (articles 6, 7 and 14 to 24).
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for what is another's, whether it exists or not; ``StoreError/refused(_:)``, also for a center that
  ///   does not take part in the round (article 26).
  public func attach(_ entry: AttachmentEntry, to subject: AttachmentSubject, by who: Acting) throws(StoreError) {
    try attach(entry, to: subject, by: who, size: sizeOfKept)
  }

  /// Enters a document into the register and keeps its file beside the store, under its digest; name, size and digest are the file's own.
  ///
  /// - Parameter path: a file of the machine on which the store lies. So this is for staff only: whoever comes by SSH could otherwise have any
  ///   file of the desk's account brought in.
  /// - Throws: ``StoreError/noFile(path:)``, ``StoreError/unreadable(path:reason:)``, ``StoreError/cannotCreate(path:reason:)``.
  public func attach(_ entry: AttachmentEntry, to subject: AttachmentSubject, keeping path: String, by who: Acting) throws(StoreError) {
    try requireWritable(subject, of: [.admin, .bureau], by: who)
    let source = try KeptFiles.opened(path)
    defer { Glibc.close(source) }
    let name = path.split(separator: "/").last.flatMap { try? PlainText(String($0)) } ?? .empty
    try withFilesInHand { files throws(StoreError) in
      let (digest, size) = try files.keep(source, named: path)
      return (try attach(entry, to: subject, named: name, digest: digest, size: size, by: who), true)
    }
  }

  /// That somebody of some roles may enter documents of something; asked before a file is looked at.
  func requireWritable(_ subject: AttachmentSubject, _ act: Act = .attach, of roles: Set<Role>, by who: Acting) throws(StoreError) {
    try read(by: who) { db, member in
      guard roles.contains(member.role) else { throw StoreError.notPermitted(act) }
      _ = try CenterStore.writableHolder(of: subject, member, act, db)
    }
  }

  /// Enters a document whose file was kept.
  func attach(
    _ entry: AttachmentEntry, to subject: AttachmentSubject, named name: PlainText, digest: Digest256, size: Int, by who: Acting
  ) throws(StoreError) {
    try attach(entry.of(name, digest), to: subject, by: who) { _, _ in size }
  }

  /// Corrects what the register says of a document: its title, what it is, where it lies, what it proves. Whoever may enter it may correct it, as
  /// long as they may enter it; what it said before stays in the audit chain.
  ///
  /// - Parameters:
  ///   - title: the title under which it is on file.
  ///   - entry: what the register says from now on; with the digest that it had, its kept file stays its own.
  ///   - expecting: what the register said when this person began (``Seen``).
  /// - Throws: ``StoreError/noSuch(_:_:)`` where no document has this title; ``StoreError/refused(_:)`` for the title of another document, and for
  ///   a host's hand on what proves a step or a credit check.
  public func amend(
    _ title: PlainText, of subject: AttachmentSubject, to entry: AttachmentEntry, expecting: Seen<AttachmentEntry>? = nil, by who: Acting
  ) throws(StoreError) {
    try attach(entry, to: subject, over: title, expecting: expecting, by: who, size: sizeOfKept)
  }

  /// The size of a kept file that a document names by its digest alone: for staff. To others a file that they did not bring is not linked by
  /// its digest, which may have been read somewhere: they could fetch another's file by it, or learn that it exists.
  func sizeOfKept(_ digest: Digest256?, _ member: Member) -> Int? {
    guard member.role == .admin || member.role == .bureau else { return nil }
    return digest.flatMap { keptFiles.size(of: $0) }
  }

  /// Corrects a document for which another file was kept.
  func amend(
    _ title: PlainText, of subject: AttachmentSubject, to entry: AttachmentEntry, named name: PlainText, digest: Digest256, size: Int,
    expecting: Seen<AttachmentEntry>?, by who: Acting
  ) throws(StoreError) {
    try attach(entry.of(name, digest), to: subject, over: title, expecting: expecting, by: who) { asked, _ in asked == digest ? size : nil }
  }

  /// - Parameter title: the document that is corrected; `nil` for one that is entered.
  private func attach(
    _ entry: AttachmentEntry, to subject: AttachmentSubject, over title: PlainText? = nil, expecting: Seen<AttachmentEntry>? = nil,
    by who: Acting, size: (Digest256?, Member) -> Int?
  ) throws(StoreError) {
    let act: Act = title == nil ? .attach : .amendAttachment
    try write(act, by: who) { operation in
      let db = operation.db
      let holder = try CenterStore.writableHolder(of: subject, operation.member, act, db)
      var old = try holder.attachment(entry.title, db)
      if let title {
        let other = old
        old = try holder.attachment(title, db)
        guard let old else {
          if expecting == nil { throw StoreError.noSuch(.attachment, title.string) }
          throw try operation.renamedMeanwhile(AttachmentEntry.what(title), "\(subject.object)/\(title)")
        }
        if let other, other.id != old.id {
          throw Refusal(
            article: subject.article(entry.proves),
            Phrase(zh: "已登记同名附件“\(other.entry.title)”", en: "a document is on file as “\(other.entry.title)” already"))
        }
      }
      let entry = try old.map { try operation.join(entry, $0.entry, expecting, of: subject, id: $0.id) } ?? entry
      if operation.member.role == .department { try CenterStore.requireDepartments(entry, over: old?.entry, of: subject, db) }
      try CenterStore.requireLawful(entry, over: old?.entry, of: subject, act, operation.member, db)
      let known = old.flatMap { $0.entry.digest == entry.digest ? $0.size : nil }
      let new = StoredAttachment(
        id: old?.id ?? 0, entry: entry, size: entry.digest == nil ? nil : size(entry.digest, operation.member) ?? known)
      if let old, Change.same(old.changeFields, new.changeFields) { return }
      let link = try operation.append(
        act,
        Change(object: "\(subject.object)/\(old?.entry.title ?? entry.title)", before: old?.changeFields, after: new.changeFields))
      try holder.write(entry, size: new.size, over: old, link: link, db)
    }
  }

  /// Takes a document out of the register; what it said stays in the audit chain. A file that was kept stays where it is.
  ///
  /// - Throws: ``StoreError/noSuch(_:_:)`` where no document has this title.
  public func detach(_ title: PlainText, from subject: AttachmentSubject, by who: Acting) throws(StoreError) {
    try write(.detach, by: who) { operation in
      let db = operation.db
      let holder = try CenterStore.writableHolder(of: subject, operation.member, .detach, db)
      try CenterStore.requireOpen(subject, for: .detach, [], db)
      guard let old = try holder.attachment(title, db) else { throw StoreError.noSuch(.attachment, title.string) }
      try CenterStore.requireNoRecord(old.entry.proves, operation.member)
      try operation.append(.detach, Change(object: "\(subject.object)/\(old.entry.title)", before: old.changeFields))
      try db.execute(sql: "DELETE FROM attachment_proof WHERE attachment_id = ?", arguments: [old.id])
      try db.execute(sql: "DELETE FROM attachment WHERE id = ?", arguments: [old.id])
    }
  }

  /// Where documents of something are written, for somebody who may.
  private static func writableHolder(
    of subject: AttachmentSubject, _ member: Member, _ act: Act, _ db: Database
  ) throws -> AttachmentHolder {
    switch subject {
    case .material(let code, let year):
      if member.role == .department { throw StoreError.notPermitted(act) }
      let center = try Row.fetchOne(db.cachedStatement(sql: "SELECT id, host_id FROM center WHERE code = ?"), arguments: [code])
      if member.role == .host {
        guard let center, let own = member.organizationID, center[1] == own else { throw StoreError.notPermitted(act) }
      }
      try requireTakesMaterial(try round(year, db), member, act)
      guard let center else { throw StoreError.noSuch(.center, code) }
      // What was entered before a center was deferred can be taken out again.
      if act == .attach { try requireDue(year, code, center[0], db) }
      if member.role == .host { try requireWithHost(code, center[0], try round(year, db), db) }
      return .material(year: year, center: center[0])
    case .application(let number):
      let stored = try visibleApplication(number, member, act, db)
      guard member.role != .host || stored.summary.stage.isEditable else {
        throw Refusal(
          article: "10",
          Phrase(
            zh: "申请现为“\(stored.summary.stage.phrase.zh)”，不能修改附件",
            en: "the application is “\(stored.summary.stage.phrase.en)”: its documents cannot be changed"))
      }
      return .application(stored.id)
    case .duties(let code): return .duties(try centerOfDuties(code, member, act, db))
    }
  }

  /// That what is to be said of a document can be said by somebody who may write there.
  ///
  /// - Parameter old: what is said of it so far; `nil` for a document that is new.
  static func requireLawful(
    _ entry: AttachmentEntry, over old: AttachmentEntry?, of subject: AttachmentSubject, _ act: Act, _ member: Member, _ db: Database
  ) throws {
    try requireOpen(subject, for: old == nil ? act : .amendAttachment, entry.proves, db)
    if entry.title.isEmpty { throw Refusal(article: subject.article(entry.proves), Phrase(zh: "附件须有名称", en: "a document needs a title")) }
    try requireProvable(entry.proves, over: old?.proves ?? [], of: subject, db)
    try requireNoRecord((old?.proves ?? []).union(entry.proves), member)
  }

  /// That an application is still on its way: what it was decided on is neither corrected nor taken out, as its judgements are not. A record of
  /// a step or of a credit check, such as the document of the certification, may come to hand later and is entered.
  private static func requireOpen(_ subject: AttachmentSubject, for act: Act, _ proofs: Set<Proof>, _ db: Database) throws {
    guard case .application(let number) = subject, let stage = try storedApplication(number, db)?.summary.stage, !stage.isOpen else {
      return
    }
    if act == .attach, !proofs.isEmpty, proofs.allSatisfy(\.isRecord) { return }
    throw Refusal(
      article: "10",
      Phrase(
        zh: "申请已办结（\(stage.phrase.zh)），附件不再更正或移除；只可登记证明办理步骤或信用核查的附件",
        en: "the application is closed (\(stage.phrase.en)): its documents stay; only what proves a step or a check can be entered"))
  }

  /// That a round still takes material; a host is told no more than that it may not.
  static func requireTakesMaterial(_ round: RoundRecord, _ member: Member, _ act: Act) throws {
    guard !round.state.takesSheets else { return }
    if member.role == .host { throw StoreError.notPermitted(act) }
    throw Refusal(
      article: "27",
      Phrase(
        zh: "\(round.year) 年度评估\(round.state.phrase.zh)，不再接受附件",
        en: "the round of \(round.year) is \(round.state.phrase.en) and takes no documents"))
  }

  /// That a host keeps its hands off what proves a step or a credit check: that is a record of whoever did it, and only staff enter it.
  private static func requireNoRecord(_ proofs: Set<Proof>, _ member: Member) throws {
    guard member.role == .host, proofs.contains(where: \.isRecord) else { return }
    throw Refusal(
      article: "27",
      Phrase(
        zh: "证明办理步骤或信用核查的附件由市科技局登记和更正", en: "what proves a step or a credit check is entered and corrected by the bureau"))
  }

  /// That a document proves items of what it is attached to: entered data items of material; conditions, steps and credit checks of an
  /// application; what is on file of duties, or was when the document was entered.
  private static func requireProvable(
    _ proofs: Set<Proof>, over old: Set<Proof>, of subject: AttachmentSubject, _ db: Database
  ) throws {
    let system = try IndicatorSystem.standard.get()
    for proof in proofs {
      switch (proof, subject) {
      case (.fact(let code), .material):
        guard let fact = system.fact(code) else { throw StoreError.noSuch(.fact, code.description) }
        if fact.kind == .derived { throw Refusal(article: "27", FactError.derived.phrase) }
      case (.condition, .application), (.step, .application), (.creditCheck, .application): break
      case (.duty(let place), .duties(let code)):
        if try old.contains(proof) || place.isOnFile(of: centerID(code, db), db) { continue }
        throw Refusal(article: place.duty.article, Phrase(zh: "附件所证明的记录不在案", en: "what the document is to show is not on file"))
      case (.fact, _), (.condition, _), (.step, _), (.creditCheck, _), (.duty, _):
        throw Refusal(
          article: subject.article([]),
          Phrase(zh: "附件不能证明 \(proof)：它不属于这份材料", en: "the document cannot prove \(proof), which is no item of what it belongs to"))
      }
    }
  }
}

extension AttachmentEntry {
  /// The entry with a file that was kept; a name that somebody wrote for it stays.
  fileprivate func of(_ name: PlainText, _ digest: Digest256) -> AttachmentEntry {
    var entry = self
    entry.digest = digest
    if entry.file.isEmpty { entry.file = name }
    return entry
  }
}

extension AttachmentSubject {
  /// The path of its documents in the audit chain.
  public var object: String {
    switch self {
    case .material(let center, let year): "attachment/\(year)/\(center)"
    case .application(let number): "attachment/application/\(number)"
    case .duties(let center): "attachment/duties/\(center)"
    }
  }
}
