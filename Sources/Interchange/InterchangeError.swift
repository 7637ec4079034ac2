import CenterStore
import TableFiles
import Wording

/// Why nothing could be taken in or given out; what is wrong inside a file is told cell by cell in an ``ImportReport``.
public enum InterchangeError: FileWorkError, Hashable, Sendable {
  /// The store refused or failed.
  case store(StoreError)
  /// The file cannot be read or written.
  case file(FileError)
  /// No year was named, and so many rounds are open that none can be meant.
  case roundNeeded(open: [Int])
  /// A year was named for records that belong to no round.
  case roundNotAsked(kind: String)
  /// A folder of files was named for records that name none.
  case filesNotAsked(kind: String)
  /// Records of this kind are not given out in this form.
  case formatNotGiven(kind: String, format: ExportFormat)

  /// What happened and what to do, for people.
  public var phrase: Phrase {
    switch self {
    case .store(let error): return error.phrase
    case .file(let error): return error.phrase
    case .roundNeeded(let open):
      let years = open.map(String.init)
      let ask = Phrase(zh: "请用 --round 指明年度", en: "name the round with --round YEAR")
      if open.isEmpty { return Phrase(zh: "没有进行中的评估，", en: "no round is open: ") + ask }
      return Phrase(zh: "进行中的评估有 \(years.joined(separator: "、"))，", en: "the rounds \(years.joined(separator: ", ")) are open: ") + ask
    case .roundNotAsked(let kind):
      return Phrase(zh: "\(kind) 不分年度，请去掉 --round", en: "\(kind) belong to no round; leave --round out")
    case .filesNotAsked(let kind):
      return Phrase(zh: "\(kind) 没有文件可保存，请去掉 --files", en: "\(kind) name no files; leave --files out")
    case .formatNotGiven(let kind, let format):
      return Phrase(zh: "\(kind) 不能导出为 \(format.rawValue)，请用 json", en: "\(kind) are not given out as \(format.rawValue); use json")
    }
  }

  /// The exit status of a command that ends with it.
  public var exitStatus: Int32 {
    switch self {
    case .store(let error): error.exitStatus
    case .file(let error): error.exitStatus
    case .roundNeeded, .roundNotAsked, .filesNotAsked, .formatNotGiven: 64
    }
  }
}

extension FileError {
  /// The exit status of a command that ends with it.
  public var exitStatus: Int32 {
    switch self {
    case .missing, .folder, .unreadable: 66
    // That the machine lacks a library is no fault of the file.
    case .book(_, .library), .book(_, .unwritten): 74
    case .tooLarge, .workbook, .book, .oldWorkbook, .binary, .malformed, .separatorInEntry: 65
    case .cannotCreate: 73
    case .cannotWrite: 74
    }
  }
}
