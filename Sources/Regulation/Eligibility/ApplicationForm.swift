/// An application (申报) as the host fills it in: what articles 9 and 10 look at, and the call under which it is made.
///
/// Every field may be unknown (`nil`), because a draft is saved at any time and a file may lack any of them; an unknown field makes a
/// finding unknown, never a pass. `[]` is known: there are none. The names of the fields are those of the document that `cztic check`
/// reads, in the program's own spelling.
public struct ApplicationForm: Sendable, Hashable, Codable {
  /// What the application says of the center that is to be built (articles 9.7 and 3).
  public struct Center: Sendable, Hashable, Codable {
    /// Its name: `沧州市…技术创新中心`.
    public var name: PlainText?
    /// Its field of technology (技术领域).
    public var field: PlainText?
    /// 研发方向
    public var researchDirection: PlainText?
    /// 研发内容
    public var researchContent: PlainText?
    /// 建设发展目标
    public var goals: PlainText?

    /// Makes a center of which nothing is known but what is named.
    public init(
      name: PlainText? = nil, field: PlainText? = nil, researchDirection: PlainText? = nil, researchContent: PlainText? = nil,
      goals: PlainText? = nil
    ) {
      self.name = name
      self.field = field
      self.researchDirection = researchDirection
      self.researchContent = researchContent
      self.goals = goals
    }
  }

  /// What the application says of the host unit (依托单位; articles 9.1, 9.2 and 9.4).
  public struct Host: Sendable, Hashable, Codable {
    /// Its name.
    public var name: PlainText?
    /// What kind of unit it is.
    public var kind: HostKind?
    /// Where it is registered: `沧州市`, `任丘市`.
    public var registeredIn: PlainText?
    /// Whether it is a legal person (法人单位).
    public var legalPerson: Bool?
    /// Whether it has a clear technical advantage and influence in its field.
    public var technicalAdvantage: Bool?
    /// Whether it has a research unit of its own (相对独立研发机构).
    public var independentRDUnit: Bool?
    /// Sales revenue of the year before the call, 万元.
    public var lastYearRevenue: ExactDecimal?
    /// Spending on technology (科技经费投入) of the year before the call, 万元.
    public var lastYearTechnologySpending: ExactDecimal?
    /// Whether its credit is good (良好信誉).
    public var creditGood: Bool?
    /// Whether it guarantees site, people, money and instruments.
    public var guaranteeConditions: Bool?

    /// Makes a host of which nothing is known.
    public init() {}
  }

  /// The year of the call.
  public var callYear: Int?
  /// The priority fields of the call; `nil`: not known, so nothing is flagged.
  public var callFields: [PlainText]?
  /// The documents that the call asks for; `nil`: the two of article 10.
  public var callDocuments: [PlainText]?
  /// The center that is to be built.
  public var center = Center()
  /// The host unit.
  public var host = Host()
  /// How many pieces of own intellectual property (自主知识产权) there are; 0 or more.
  public var ownIP: Int?
  /// Whether there is proprietary technology (专有技术).
  public var proprietaryTechnology: Bool?
  /// 产学研合作的基础
  public var industryUniversityCooperation: Bool?
  /// 组织和承担科技创新项目的能力
  public var projectCapability: Bool?
  /// 科技成果转化和产业化的经验
  public var transferExperience: Bool?
  /// 整合相关创新资源
  public var resourceIntegration: Bool?
  /// Who leads the technology (技术创新带头人).
  public var leader: PlainText?
  /// Whether the team is soundly structured and able to innovate.
  public var teamStructureSound: Bool?
  /// How many fixed staff (固定人员) there are; visiting staff do not count; 0 or more.
  public var fixedStaff: Int?
  /// 科研办公场所
  public var premises: Bool?
  /// 科研仪器设备
  public var instruments: Bool?
  /// 中间试验能力
  public var pilotTest: Bool?
  /// 检验检测能力
  public var inspection: Bool?
  /// The co-builders (共建单位); `[]`: none.
  public var coBuilders: [CoBuilder]?
  /// The host's own share of what the center stands on (article 9.8).
  public var hostShare = HostShare()
  /// The committees that the application names (articles 14 and 15); `nil` while it names none. They are no condition of article 9, and the
  /// document of `cztic check` does not name them.
  public var committees: Committees?
  /// The titles of the documents that are there.
  public var documents: [PlainText]?
  /// Whether the host signed that all is complete and true (article 10).
  public var declarationSigned: Bool?

  /// Makes a form of which nothing is known.
  public init() {}
}
