import Wording

/// One step of the filing of a director with everything that it leaves on file; who took it and when stands beside it (article 16).
public enum DirectorStep: MatterStep {
  /// The host decides, after the management committee has considered it.
  case decide(on: Day, document: PlainText)
  /// The host files it with its department and the bureau.
  case file
  /// The department, or the bureau, has taken it on file.
  case note
  /// The department, or the bureau, asks about it; it cannot refuse.
  case query(PlainText)
  /// The host answers all that is asked.
  case answer(PlainText)
  /// The host takes it back before it is filed.
  case withdraw(reason: PlainText)
  /// The center has ended: this ends without being on file.
  case lapse(MatterLapse)

  /// The step's name.
  public var kind: DirectorStepKind {
    switch self {
    case .decide: .decide
    case .file: .file
    case .note: .note
    case .query: .query
    case .answer: .answer
    case .withdraw: .withdraw
    case .lapse: .lapse
    }
  }
}

/// The name of a step of the filing of a director.
public enum DirectorStepKind: String, MatterStepKind {
  case decide, file, note, query, answer, withdraw, lapse

  /// What the step is called.
  public var phrase: Phrase {
    switch self {
    case .decide: Phrase(zh: "依托单位决定", en: "the host decides")
    case .file: Phrase(zh: "报送备案", en: "file")
    case .note: Phrase(zh: "予以备案", en: "take on file")
    case .query: Phrase(zh: "提出询问", en: "ask about it")
    case .answer: Phrase(zh: "答复询问", en: "answer")
    case .withdraw: Phrase(zh: "撤回", en: "take back")
    case .lapse: Phrase(zh: "终止", en: "let it lapse")
    }
  }

  /// The article that knows the step.
  public var article: String { "16" }

  /// Who takes it.
  public var roles: Set<Role> {
    switch self {
    case .decide, .file, .answer, .withdraw: [.host]
    case .note, .query: [.department, .bureau]
    case .lapse: [.bureau]
    }
  }
}

/// The name of a state of the filing of a director.
public enum DirectorStage: String, MatterStage {
  case considered, decided, filed, asked, noted
  case onFile = "on_file"
  case withdrawn, lapsed

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .considered: Phrase(zh: "管委会已研究", en: "considered by the committee")
    case .decided: Phrase(zh: "依托单位已决定", en: "decided by the host")
    case .filed: Phrase(zh: "已报送待备案", en: "filed")
    case .asked: Phrase(zh: "有询问待答复", en: "asked about")
    case .noted: Phrase(zh: "部门已备案", en: "on file with the department")
    case .onFile: Phrase(zh: "已备案", en: "on file")
    case .withdrawn: Phrase(zh: "已撤回", en: "taken back")
    case .lapsed: Phrase(zh: "已终止", en: "lapsed")
    }
  }

  /// Who has the next step; `nil` where none is to come. The department comes first where both are to take it on file.
  public var waitsFor: Role? {
    switch self {
    case .considered, .decided, .asked: .host
    case .filed: .department
    case .noted: .bureau
    case .onFile, .withdrawn, .lapsed: nil
    }
  }
}
