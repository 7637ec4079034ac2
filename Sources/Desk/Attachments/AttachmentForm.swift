import CenterStore
import Regulation
import Wording

/// What a document that is entered on the desk may prove, and what it is entered for.
struct AttachmentEntering: Sendable {
  /// The items that it may prove.
  var items: [Proof]
  /// The item from which one came; ticked at first.
  var chosen: Proof?
  /// Whether what is on file stays as it is: it was decided on.
  var isClosed = false
  /// What the steps and credit checks of the application are called.
  var names: [Proof: Phrase] = [:]
}

/// The form in which a document (附件) is entered into the register, or its entry corrected.
@MainActor
enum AttachmentForm {
  /// The screen.
  ///
  /// - Parameters:
  ///   - old: what the register says of a document that is corrected; `nil` for one that is entered.
  ///   - titles: the titles that are taken; one material or application holds no title twice.
  static func screen(
    _ sitting: Sitting, _ subject: AttachmentSubject, _ entering: AttachmentEntering, correcting document: Attachment? = nil,
    titles: [PlainText], then: @escaping @MainActor () -> Void
  ) -> ActScreen {
    let (items, old) = (entering.items, document?.entry)
    let wasKept = document?.wasKept ?? false
    let inbox = (try? sitting.store.inbox(by: sitting.acting)) ?? []
    return ActScreen.correcting(
      sitting,
      old.map { correction(of: $0, subject) }
        ?? ActScreen.Description(
          title: Phrase(zh: "登记附件", en: "Enter a document"),
          words: words(subject),
          verb: Phrase(zh: "登记", en: "enter"), done: Phrase(zh: "附件已登记", en: "The document is on file"), draft: subject.object),
      fields(entering, sitting.system, correcting: old, asksDigest: !wasKept, inbox: inbox), seeing: old,
      check: { problems($0, titles: titles.filter { $0 != old?.title }, correcting: old, inbox: inbox) },
      doing: { store, who, answers, seen in
        // What it proves elsewhere is not asked here, and stays.
        let elsewhere = old?.proves.subtracting(items) ?? []
        var entry = AttachmentEntry(
          title: answers.text("title"), kind: answers.text("kind"), date: answers.day("date"), file: answers.text("file"),
          location: answers.text("location"), proves: elsewhere.union(answers.places("proves").map { items[$0] }))
        entry.digest = wasKept ? old?.digest : Digest256(hex: answers.text("digest").string)
        // Another name is another file, of which the digest of the first says nothing.
        if let old, old.file != entry.file, old.digest == entry.digest { entry.digest = nil }
        // A file of one's inbox comes along; of any other the name alone is on file.
        switch (old, entry.digest == nil ? inbox.first { $0.name == entry.file } : nil) {
        case (nil, let file?): try store.attach(entry, to: subject, taking: file, by: who)
        case (nil, nil): try store.attach(entry, to: subject, by: who)
        case (let old?, let file?):
          try store.amend(old.title, of: subject, to: entry, taking: file, expecting: seen.ofSomething(), by: who)
        case (let old?, nil): try store.amend(old.title, of: subject, to: entry, expecting: seen.ofSomething(), by: who)
        }
        return old == nil ? .entered(entry.title, to: subject) : nil
      }, then: then)
  }

  private static func words(_ subject: AttachmentSubject) -> Phrase {
    if case .duties = subject {
      return Phrase(
        zh: "登记名称、存放处和所证明的记录，归口管理部门和市科技局在该处即可看到。",
        en: "Say what it is, where it lies and what it proves: department and bureau find it there.")
    }
    return Phrase(
      zh: "登记名称、存放处和所证明的事项，评审人在该处即可看到。", en: "Say what it is, where it lies and what it proves: whoever reviews finds it there.")
  }

  private static func correction(of old: AttachmentEntry, _ subject: AttachmentSubject) -> ActScreen.Description {
    ActScreen.Description(
      title: Phrase(zh: "更正附件登记", en: "Correct a document"),
      words: Phrase(
        zh: "原登记内容留在办理记录中。换了文件名即为另一份文件，原文件的摘要不再登记。",
        en: "What it said before stays in the record. Another file name is another file: the digest of the first is dropped."),
      verb: Phrase(zh: "更正", en: "correct"), done: Phrase(zh: "附件登记已更正", en: "The document is corrected"),
      draft: "\(subject.object)/\(old.title)")
  }

  /// What is asked for.
  ///
  /// - Parameters:
  ///   - asksDigest: whether the digest is for people to write; that of a file that was kept is the file's own.
  ///   - inbox: the files that lie ready for whoever enters the document.
  nonisolated static func fields(
    _ entering: AttachmentEntering, _ system: IndicatorSystem, correcting old: AttachmentEntry? = nil, asksDigest: Bool = true,
    inbox: [InboxFile] = []
  ) -> [ActField] {
    let proved = old?.proves ?? Set([entering.chosen].compactMap(\.self))
    let chosen = entering.items.indices.filter { proved.contains(entering.items[$0]) }.map { String($0) }.joined(separator: " ")
    let digest = ActField(
      id: "digest", label: Phrase(zh: "SHA-256 摘要", en: "SHA-256"), kind: .line(limit: 80),
      hint: Phrase(zh: "64 位十六进制，如 sha256sum 所列；选自收件箱的文件自动计算", en: "64 hexadecimal digits; a file of the inbox needs none"),
      isOptional: true, initial: old?.digest?.description ?? "")
    return [
      ActField(id: "title", label: Phrase(zh: "名称", en: "Title"), kind: .line(limit: 200), initial: old?.title.string ?? ""),
      ActField(
        id: "kind", label: Phrase(zh: "类别", en: "Kind"), kind: .line(limit: 60),
        hint: Phrase(zh: "如 审计报告、专利证书、共建协议", en: "such as audit report, patent, agreement"), isOptional: true,
        initial: old?.kind.string ?? ""),
      ActField(
        id: "date", label: Phrase(zh: "日期", en: "Date"), kind: .day, hint: Phrase(zh: "文件上的日期，如 2026-03-31", en: "as it stands on it"),
        isOptional: true, initial: old?.date?.description ?? ""),
      ActField(
        id: "file", label: Phrase(zh: "文件名", en: "File"), kind: .line(limit: 200),
        hint: inbox.isEmpty
          ? Phrase(zh: "如 审计报告.pdf；文件名和存放处至少写一项", en: "such as audit.pdf; a file or a place is needed")
          : Phrase(
            zh: "收件箱有 \(inbox.count) 个文件：按 F4 选取，随登记存入本机",
            en: inbox.count == 1 ? "1 file in your inbox: F4 takes it along" : "\(inbox.count) files in your inbox: F4 takes one along"),
        isOptional: true, initial: old?.file.string ?? "", suggestions: inbox.map { Phrase(same: $0.name.string) },
        alsoFills: "title"),
      ActField(
        id: "location", label: Phrase(zh: "纸质件存放处", en: "Paper lies at"), kind: .line(limit: 200), isOptional: true,
        initial: old?.location.string ?? ""),
    ] + (asksDigest ? [digest] : []) + [
      ActField(
        id: "proves", label: Phrase(zh: "证明", en: "Proves"),
        kind: .ticks(entering.items.map { AttachmentWords.item($0, system, names: entering.names) }),
        hint: Phrase(zh: "空格勾选", en: "Space ticks"), isOptional: true, initial: chosen)
    ]
  }

  nonisolated private static func problems(
    _ answers: ActAnswers, titles: [PlainText], correcting old: AttachmentEntry?, inbox: [InboxFile]
  ) -> [String: Phrase] {
    var problems: [String: Phrase] = [:]
    let title = NameKey(answers.text("title"))
    if titles.contains(where: { NameKey($0) == title }) {
      problems["title"] = Phrase(zh: "已登记同名附件", en: "A document of this title is on file already")
    }
    if answers.text("file").isEmpty, answers.text("location").isEmpty {
      problems["file"] = Phrase(zh: "写明文件名，或纸质件存放在哪里（办法第27条）", en: "Name the file, or say where the paper lies (article 27)")
    }
    let (digest, file) = (answers.text("digest"), answers.text("file"))
    guard !digest.isEmpty, digest.string != old?.digest?.description else { return problems }
    if Digest256(hex: digest.string) == nil {
      problems["digest"] = Phrase(zh: "应为 64 位十六进制数字", en: "It has 64 hexadecimal digits")
    } else if file.isEmpty {
      problems["digest"] = Phrase(zh: "摘要是文件的摘要：请写明文件名", en: "It is a file’s: name the file")
    } else if file != old?.file, inbox.contains(where: { $0.name == file }) {
      problems["digest"] = Phrase(zh: "收件箱中的文件自动计算摘要，请清空此栏", en: "A file of the inbox has its own: leave this empty")
    }
    return problems
  }
}

extension Eligibility {
  /// The items of an application that a document may prove: its conditions, and the committees that it names.
  var provable: [Proof] { (findings.map(\.article) + ["14", "15"]).map { .condition($0) } }
}
