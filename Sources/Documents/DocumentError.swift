import CenterStore
import Interchange
import TableFiles
import Wording

/// Why a paper could not be written.
public enum DocumentError: FileWorkError, Hashable, Sendable {
  /// The store refused or failed.
  case store(StoreError)
  /// A template cannot be read.
  case file(FileError)
  /// A template is no template: which one, and what is wrong with it.
  case template(name: String, line: Int, Phrase)
  /// What the paper is of was not named, or is no year.
  case subjectNeeded(DocumentKind)
  /// Something was named for a paper that needs nothing.
  case subjectNotAsked(DocumentKind)
  /// There is nothing yet that the paper could say.
  case nothingToSay(Phrase)

  /// What happened and what to do, for people.
  public var phrase: Phrase {
    switch self {
    case .store(let error): error.phrase
    case .file(let error): error.phrase
    case .template(let name, let line, let what):
      Phrase(zh: "模板 \(name) 第 \(line) 行：", en: "template \(name), line \(line): ") + what
    case .subjectNeeded(let kind):
      switch kind.subject {
      case .registry: kind.phrase
      case .round: Phrase(zh: "请写明评估年度，如 \(kind.rawValue) 2026", en: "name the year of the round, as in \(kind.rawValue) 2026")
      case .call: Phrase(zh: "请写明申报年度，如 \(kind.rawValue) 2026", en: "name the year of the call, as in \(kind.rawValue) 2026")
      case .center: Phrase(zh: "请写明中心编号", en: "name the center by its code")
      case .application: Phrase(zh: "请写明申请编号", en: "name the application by its number")
      case .proceeding: Phrase(zh: "请写明申请或事项的编号", en: "name the application or the matter by its number")
      }
    case .subjectNotAsked(let kind):
      Phrase(zh: "\(kind.phrase.zh)不针对某一对象，请去掉后面的内容", en: "\(kind.rawValue) is of nothing in particular; leave the name out")
    case .nothingToSay(let why): why
    }
  }

  /// The exit status of a command that ends with it.
  public var exitStatus: Int32 {
    switch self {
    case .store(let error): error.exitStatus
    case .file: 66
    case .template, .nothingToSay: 65
    case .subjectNeeded, .subjectNotAsked: 64
    }
  }
}
