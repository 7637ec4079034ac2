import CenterStore
import Interchange
import TableFiles
import Wording

/// Why a file that was taken away cannot be made, opened or saved.
public enum OfflineError: Error, Sendable, Hashable {
  /// The file is none of ours.
  case notOurs(String)
  /// A newer program made it.
  case newer(String)
  /// The phrase is another one.
  case wrongPhrase
  /// Somebody altered it since its expert saved it, or it is damaged.
  case altered
  /// Another program saved it meanwhile.
  case changedMeanwhile(String)
  /// The sheets were taken under an indicator table that this program does not have.
  case otherTable(taken: String, own: String)
  /// It cannot be read or written.
  case file(FileError)

  /// What happened and what to do, for people.
  public var phrase: Phrase {
    switch self {
    case .notOurs(let name):
      Phrase(
        zh: "\(SafeExcerpt(name, limit: 200)) 不是 cztic offline take 带出的文件",
        en: "\(SafeExcerpt(name, limit: 200)) is no file of `cztic offline take`")
    case .newer(let name):
      Phrase(
        zh: "\(SafeExcerpt(name, limit: 200)) 由更新版本的 cztic 带出，请升级本程序",
        en: "\(SafeExcerpt(name, limit: 200)) was made by a newer cztic; upgrade this program")
    case .wrongPhrase: Phrase(zh: "口令不对，请再看一遍", en: "that is not its phrase; look again")
    case .altered:
      Phrase(
        zh: "文件已损坏，或在保存之后被人改动：不能采用；请找回未改动的一份",
        en: "the file is damaged, or somebody altered it since it was saved: nothing of it is taken. Bring back a copy that is as it was")
    case .changedMeanwhile(let path):
      Phrase(
        zh: "\(path) 已被另一个程序保存过，这里的修改未保存；请关闭后重新打开",
        en: "\(path) was saved by another program meanwhile; yours was not saved. Close this one and open the file again")
    case .otherTable(let taken, let own):
      Phrase(
        zh: "文件按指标体系 \(taken) 带出，本程序为 \(own)，请使用同一版本的程序",
        en: "the file goes by indicator table \(taken), this program by \(own): use the program that goes with it")
    case .file(let error): error.phrase
    }
  }

  /// The exit status of a command that ends with it.
  public var exitStatus: Int32 {
    switch self {
    case .notOurs, .newer, .altered, .otherTable: 65
    case .wrongPhrase: 77
    case .changedMeanwhile: 74
    case .file(let error): error.exitStatus
    }
  }
}
