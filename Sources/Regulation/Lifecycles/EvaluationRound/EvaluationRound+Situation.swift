extension EvaluationRound {
  /// What a step looks at beside the round itself.
  public struct Situation: Sendable {
    /// The day of the step.
    public var today: Day
    /// The centers, by code: for a step about one center that one suffices; settlement, publication, closing and cancelling look at all of
    /// the registry, or where a department carries the round out, at all of its own.
    public var centers: [String: Center]
    /// Which days are worked.
    public var calendar: WorkingDays

    /// Names what there is.
    public init(today: Day, centers: [String: Center], calendar: WorkingDays) {
      self.today = today
      self.centers = centers
      self.calendar = calendar
    }
  }

  /// A center as the registry and the experts know it.
  public struct Center: Sendable, Hashable {
    /// The day of its certification.
    public var certified: Day
    /// How it stands in the registry now.
    public var status: CenterStatus
    /// Its submitted sheets.
    public var sheets: [SubmittedSheet]
    /// Whether some sheet is still a draft: that too is taking part.
    public var hasDraft: Bool
    /// How far a second look at its sheets has come.
    public var secondLook: SecondLookProgress
    /// Its evaluation form.
    public var form: Form

    /// Names a center.
    public init(
      certified: Day, status: CenterStatus = .active, sheets: [SubmittedSheet] = [], hasDraft: Bool = false,
      secondLook: SecondLookProgress = .none, form: Form = Form()
    ) {
      self.certified = certified
      self.status = status
      self.sheets = sheets
      self.hasDraft = hasDraft
      self.secondLook = secondLook
      self.form = form
    }
  }

  /// How far a center's evaluation form (评估情况表) is filled in and checked (article 27): see ``FactSubmission``.
  public struct Form: Sendable, Hashable {
    /// How many places have neither a value nor a note that says why there is none.
    public var open: Int
    /// How many checks find what has to be put right.
    public var errors: Int
    /// How many doubts nobody remarked on.
    public var unexplained: Int
    /// Whether the host declared that all is complete and true.
    public var isDeclared: Bool
    /// How many items the department has not looked at.
    public var unchecked: Int
    /// How many items the department found wrong.
    public var wrong: Int
    /// Whether nothing at all was written in it.
    public var isBlank: Bool

    /// Counts what is open.
    public init(
      open: Int = 0, errors: Int = 0, unexplained: Int = 0, isDeclared: Bool = true, unchecked: Int = 0, wrong: Int = 0,
      isBlank: Bool = false
    ) {
      self.isBlank = isBlank
      self.open = open
      self.errors = errors
      self.unexplained = unexplained
      self.isDeclared = isDeclared
      self.unchecked = unchecked
      self.wrong = wrong
    }
  }

  /// Where a center stands; `nil` for a center that is not in the registry, or was not when the round was settled, and in a round that was
  /// called off.
  public func standing(of code: String, _ situation: Situation) -> RoundStanding? {
    if let settlement = state.settlement {
      if let figure = settlement.figures[code] { return .graded(figure) }
      if settlement.absent.contains(code) { return .absent }
      if settlement.pending.contains(code) { return .pending(sheets: situation.centers[code]?.sheets.count ?? 0) }
      return settlement.exempt[code].map { .exempt($0) }
    }
    guard stage.takesSheets, let center = situation.centers[code] else { return nil }
    if case .exempt(let exemption) = due(code, center) { return .exempt(exemption) }
    if let score = score(of: code, situation) { return .scored(score) }
    if tookPart(code, situation) { return .pending(sheets: center.sheets.count) }
    return mayTakePart(code, on: situation.today) ? .due : .absent
  }

  /// Whether a center has to take part as things are now (article 26).
  func due(_ code: String, _ center: Center) -> Due {
    Due(roundYear: terms.year, certified: center.certified, status: center.status, deferred: self[center: code].deferral != nil)
  }

  /// Participation: material came in, in time or admitted or entered by staff, or some sheet exists, be it a draft.
  func tookPart(_ code: String, _ situation: Situation) -> Bool {
    if self[center: code].material.submission != nil { return true }
    guard let center = situation.centers[code] else { return false }
    return center.hasDraft || !center.sheets.isEmpty
  }

  /// Whether a host that has handed nothing in still may.
  private func mayTakePart(_ code: String, on day: Day) -> Bool {
    terms.takesMaterial(on: day) || self[center: code].admitted.contains(.material)
  }

  /// What a center's sheets come to; `nil` while they are too few.
  func score(of code: String, _ situation: Situation) -> CenterScore? {
    CenterScore(situation.centers[code]?.sheets ?? [], method: terms.method, minimum: terms.minimumSheets)
  }
}
