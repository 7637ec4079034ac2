import ArgumentParser
import CenterStore
import Regulation
import Wording

/// `cztic backup`: a copy of the store while others go on working.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "backup", zh: "备份数据文件，不影响他人使用；留存的附件一并复制到“备份文件.files”。",
    en: "Copy the store as it is at one moment, while others go on working; kept documents go to FILE.files.")
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Argument(help: ArgumentHelp(zh: "备份文件；已有的不覆盖", en: "Where the copy goes; nothing is overwritten.", value: .file)) var file: String

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let receipt = try options.openStore().backUp(to: file, by: options.acting())
      let documents =
        receipt.documents == 0
        ? Phrase(same: "") : Phrase(zh: "，附件 \(receipt.documents) 份", en: ", \(receipt.documents.counted("document"))")
      Output.message(
        (Phrase(zh: "已备份到 \(receipt.path)，\(receipt.bytes) 字节", en: "copied to \(receipt.path), \(receipt.bytes) bytes") + documents)[
          options.language])
      KeptDocuments.tell(missing: receipt.missing, options.language)
      // As `audit head` prints it: kept apart, it tells later whether a store goes on from here.
      Output.line("\(receipt.links) \(receipt.head)")
      if let broken = receipt.broken {
        Output.message(
          Phrase(
            zh: "审计链第 \(broken) 环起有误，备份也是如此：请保留更早的备份，并运行 cztic doctor",
            en: "the audit chain is broken from link \(broken) on, in the copy as well: keep earlier backups, and run `cztic doctor`")[
              options.language])
        throw ExitCode(1)
      }
    }
  }
}

/// `cztic restore`: a backup in the place of the store.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "restore", zh: "用备份替换数据文件；原数据文件改名留在旁边。先核对备份，有误则不动。",
    en: "Put a backup in the place of the store, which is kept beside it under another name. The backup is checked first.")
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Argument(help: ArgumentHelp(zh: "备份文件", en: "The backup.", value: .file)) var file: String

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let receipt = try CenterStore.restore(file, to: options.path, by: options.acting())
      var words = Phrase(
        zh: "已恢复 \(receipt.path)，审计链到第 \(receipt.links) 条", en: "restored \(receipt.path), up to link \(receipt.links) of its audit chain")
      if let old = receipt.old { words = words + Phrase(zh: "；原数据文件留在 \(old)", en: "; the store before is kept at \(old)") }
      if let head = receipt.oldHead, head.number > receipt.links {
        words =
          words
          + Phrase(
            zh: "，其中第 \(receipt.links + 1) 至 \(head.number) 条不在备份中",
            en: ", with the links \(receipt.links + 1) to \(head.number) that the backup lacks")
      }
      Output.message(words[options.language])
      KeptDocuments.tell(missing: receipt.missing, options.language)
    }
  }
}

/// What is said of kept documents that a copy lacks.
enum KeptDocuments {
  static func tell(missing: [Digest256], _ language: Language) {
    if missing.isEmpty { return }
    let phrase = Phrase(
      zh: "附件原件缺 \(missing.count) 份或内容已变，运行 cztic doctor 可知是哪些",
      en: "\(missing.count.counted("kept document is", "kept documents are")) gone or altered; `cztic doctor` names them")
    Output.message(phrase[language])
  }
}
