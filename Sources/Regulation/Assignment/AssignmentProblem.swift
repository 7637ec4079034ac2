/// Whom there is to assign, to what, and who cannot be: what an ``AssignmentPlan`` is drawn from.
public struct AssignmentProblem: Sendable {
  /// A center that is due.
  public struct Center: Sendable, Hashable {
    /// Its code.
    public let code: String
    /// Its field (技术领域); may be empty.
    public let field: PlainText
    /// The logins that cannot be assigned to it: the recused.
    public let recused: Set<String>
    /// The logins that scored it last time, where staff want nobody to do so twice running: they are not drawn, but keep what they have.
    public let notAgain: Set<String>

    /// Names a center.
    public init(code: String, field: PlainText, recused: Set<String> = [], notAgain: Set<String> = []) {
      self.code = code
      self.field = field
      self.recused = recused
      self.notAgain = notAgain
    }
  }

  /// An expert of the pool.
  public struct Expert: Sendable, Hashable {
    /// The login.
    public let login: String
    /// The expert's fields (专业领域).
    public let fields: [PlainText]
    /// What the expert is an expert of; `nil` where nobody said.
    public let kind: ExpertKind?

    /// Names an expert.
    public init(login: String, fields: [PlainText], kind: ExpertKind? = nil) {
      self.login = login
      self.fields = fields
      self.kind = kind
    }
  }

  /// An assignment that is there already.
  public struct Standing: Sendable, Hashable {
    /// The center's code.
    public let center: String
    /// The expert's login.
    public let expert: String
    /// Whether there is a sheet: such an assignment stays, whatever was declared since.
    public let hasSheet: Bool

    /// Names an assignment.
    public init(center: String, expert: String, hasSheet: Bool) {
      self.center = center
      self.expert = expert
      self.hasSheet = hasSheet
    }
  }

  /// The centers, each once.
  public var centers: [Center]
  /// The pool, each once.
  public var experts: [Expert]
  /// What is assigned already.
  public var standing: [Standing]
  /// How many sheets each center is to get, standing ones included; 1 or more.
  public var perCenter: Int
  /// How many experts of each kind a center's panel needs at least, standing ones included; none unless staff ask for it. Such a place
  /// stays open rather than being filled by another kind; where what stands leaves no place for a kind, the panel grows.
  public var panel: [ExpertKind: Int]
  /// Whether the sheets are to connect all experts of the pool, so that they can be compared (``ExpertSeverity``).
  public var connectsExperts: Bool

  /// States what is to be assigned.
  public init(
    centers: [Center], experts: [Expert], standing: [Standing] = [], perCenter: Int, panel: [ExpertKind: Int] = [:],
    connectsExperts: Bool = false
  ) {
    self.centers = centers
    self.experts = experts
    self.standing = standing
    self.perCenter = perCenter
    self.panel = panel
    self.connectsExperts = connectsExperts
  }
}

/// What decides where nothing else does: a number for every pair of center and expert, the same whoever draws it. Among plans that
/// are otherwise equal the one wins whose numbers sum to least.
public struct AssignmentLot: Sendable {
  private let draw: @Sendable (_ center: String, _ expert: String) -> UInt64

  /// A lot of one's own; of each number the upper 40 bits count.
  public init(_ draw: @escaping @Sendable (_ center: String, _ expert: String) -> UInt64) { self.draw = draw }

  /// A lot that follows from a seed: FNV-1a (64 bits) over the UTF-8 of seed, center and expert, each ended by a zero byte, then the
  /// finishing step of SplitMix64. Anybody can repeat it; it is no defence against who can choose the seed.
  public init(seed: String) {
    self.init { center, expert in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for part in [seed, center, expert] {
        for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = hash &* 0x100_0000_01B3
      }
      hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
      hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
      return hash ^ (hash >> 31)
    }
  }

  /// The number of a pair, below 2⁴⁰.
  func number(_ center: String, _ expert: String) -> Int { Int(draw(center, expert) >> 24) }
}
