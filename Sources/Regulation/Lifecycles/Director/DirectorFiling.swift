import Wording

/// Who becomes director of a center (主任聘任、调整), and how that came about: considered by the management committee, decided by the host,
/// filed with the department and the bureau, which may ask and cannot refuse (article 16).
public struct DirectorFiling: Matter {
  /// What it is about.
  public static let matter = MatterKind.director

  /// Who becomes director.
  public let director: PlainText
  /// Since when the management committee has considered it, and under which minutes.
  public let considered: Consideration
  /// What the host decided; `nil` before.
  public private(set) var decision: Decision?
  /// Since when it is filed; `nil` before.
  public private(set) var filedOn: Day?
  /// Who has taken it on file, and when.
  public private(set) var noted: [Noted] = []
  /// What was asked about it, in the order in which it came.
  public private(set) var queries: [Query] = []
  /// Why the host took it back; `nil` where it did not.
  public private(set) var withdrawal: PlainText?
  /// How the center ended before it was on file; `nil` where it did not.
  public private(set) var lapse: MatterLapse?

  /// A meeting of the management committee (管理委员会) that considered it.
  public struct Consideration: Sendable, Hashable, Codable {
    /// When it met.
    public let on: Day
    /// What its minutes are called.
    public let minutes: PlainText

    /// Names a meeting.
    public init(on: Day, minutes: PlainText) {
      self.on = on
      self.minutes = minutes
    }
  }

  /// What the host decided.
  public struct Decision: Sendable, Hashable, Codable {
    /// When.
    public let on: Day
    /// By which document.
    public let document: PlainText
  }

  /// The department or the bureau has it on file.
  public struct Noted: Sendable, Hashable, Codable {
    /// Which of them.
    public let by: Role
    /// Since when.
    public let on: Day
  }

  /// Something that was asked about it.
  public struct Query: Sendable, Hashable, Codable {
    /// Who asks: the department or the bureau.
    public let by: Role
    /// When.
    public let on: Day
    /// What is asked.
    public let text: PlainText
    /// What the host answered; `nil` before.
    public fileprivate(set) var answer: Answer?
  }

  /// What the host answered.
  public struct Answer: Sendable, Hashable, Codable {
    /// When.
    public let on: Day
    /// In its words.
    public let text: PlainText
  }

  /// Begins with what the management committee considered.
  ///
  /// - Throws: ``Refusal`` without a name or minutes, and for a meeting that is still to come.
  public init(director: PlainText, considered: Consideration, today: Day) throws(Refusal) {
    if director.isEmpty { throw Refusal(article: "16", Phrase(zh: "须写明主任姓名", en: "name the director")) }
    if considered.minutes.isEmpty {
      throw Refusal(article: "16", Phrase(zh: "须写明管理委员会会议纪要", en: "name the minutes of the management committee"))
    }
    if considered.on > today {
      throw Refusal(article: "16", Phrase(zh: "会议日期 \(considered.on) 还没有到", en: "the meeting of \(considered.on) is still to come"))
    }
    self.director = director
    self.considered = considered
  }

  /// The state's name.
  public var stage: DirectorStage {
    if withdrawal != nil { return .withdrawn }
    if lapse != nil { return .lapsed }
    if decision == nil { return .considered }
    if filedOn == nil { return .decided }
    if queries.contains(where: { $0.answer == nil }) { return .asked }
    if !isNoted(by: .department) { return .filed }
    return isNoted(by: .bureau) ? .onFile : .noted
  }

  /// Whether the department, or the bureau, has it on file.
  public func isNoted(by role: Role) -> Bool { noted.contains { $0.by == (role == .admin ? .bureau : role) } }

  /// Whether a step of a kind belongs to this state.
  public func isInOrder(_ kind: DirectorStepKind) -> Bool {
    switch (kind, stage) {
    case (.decide, .considered), (.file, .decided), (.answer, .asked): true
    case (.note, .filed), (.note, .noted): true
    // One may ask while the other's question is open.
    case (.query, .filed), (.query, .asked), (.query, .noted): true
    case (.withdraw, .considered), (.withdraw, .decided): true
    case (.lapse, let stage): stage.isOpen
    default: false
    }
  }

  /// What stands in the way of a step: each takes it on file once.
  public func obstacle(to kind: DirectorStepKind, by role: Role, _ situation: MatterSituation) -> Refusal? {
    guard kind == .note, isNoted(by: role) else { return nil }
    return Refusal(article: "16", Phrase(zh: "已经备案", en: "it is on file already"))
  }

  /// Takes a step.
  public mutating func take(_ step: DirectorStep, by role: Role, _ situation: MatterSituation) throws(Refusal) {
    let (kind, today) = (step.kind, situation.today)
    try require(kind, by: role, situation)
    let office: Role = role == .admin ? .bureau : role
    switch step {
    case .decide(let day, let document):
      try kind.require(document, Phrase(zh: "须写明依托单位的决定文件", en: "name the host's decision"))
      try kind.require(day, notAfter: today)
      if day < considered.on {
        throw Refusal(
          article: "16",
          Phrase(zh: "早于管理委员会研究之日 \(considered.on)", en: "that is before the committee considered it on \(considered.on)"))
      }
      decision = Decision(on: day, document: document)
    case .file: filedOn = today
    case .note: noted.append(Noted(by: office, on: today))
    case .query(let text):
      try kind.require(text, Phrase(zh: "须写明询问内容", en: "say what is asked"))
      queries.append(Query(by: office, on: today, text: text))
    case .answer(let text):
      try kind.require(text, Phrase(zh: "须写明答复", en: "say what the answer is"))
      for place in queries.indices where queries[place].answer == nil { queries[place].answer = Answer(on: today, text: text) }
    case .withdraw(let reason):
      try kind.require(reason: reason)
      withdrawal = reason
    case .lapse(let lapse):
      try kind.require(lapse, situation)
      self.lapse = lapse
    }
  }
}
