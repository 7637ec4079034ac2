import Wording

/// What of a center's record can be changed on request (article 31).
public enum CenterAspect: String, Term, Codable {
  /// 依托单位名称
  case hostName = "host_name"
  /// 中心名称
  case centerName = "center_name"
  /// 注册地
  case registration
  /// 共建单位
  case coBuilders = "co_builders"
  /// 技术领域
  case field
  /// 主营业务
  case mainBusiness = "main_business"
  /// 其他重大事项
  case other

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .hostName: Phrase(zh: "依托单位名称", en: "name of the host")
    case .centerName: Phrase(zh: "中心名称", en: "name of the center")
    case .registration: Phrase(zh: "依托单位注册地", en: "where the host is registered")
    case .coBuilders: Phrase(zh: "共建单位", en: "co-builders")
    case .field: Phrase(zh: "技术领域", en: "field of technology")
    case .mainBusiness: Phrase(zh: "依托单位主营业务", en: "the host's main business")
    case .other: Phrase(zh: "其他重大事项", en: "another matter of weight")
    }
  }
}

/// One change of a center's record, with the new value (article 31).
public enum CenterChange: Sendable, Hashable, Codable {
  /// The host, the same legal person, has another name.
  case hostName(PlainText)
  /// The center has another name.
  case centerName(PlainText)
  /// The host is registered elsewhere, and this department is the center's from then on.
  case registration(in: PlainText, department: PlainText)
  /// These are the co-builders, all of them; none where it is empty.
  case coBuilders([PlainText])
  /// The center works in another field.
  case field(PlainText)
  /// The host's main business is another.
  case mainBusiness(PlainText)
  /// Something else of weight.
  case other(PlainText)

  /// What it changes.
  public var aspect: CenterAspect {
    switch self {
    case .hostName: .hostName
    case .centerName: .centerName
    case .registration: .registration
    case .coBuilders: .coBuilders
    case .field: .field
    case .mainBusiness: .mainBusiness
    case .other: .other
    }
  }

  /// The new value as one reads it.
  public var value: String {
    switch self {
    case .hostName(let text), .centerName(let text), .field(let text), .mainBusiness(let text), .other(let text): text.string
    case .registration(let place, let department): "\(place)（\(department)）"
    case .coBuilders(let names): names.map(\.string).joined(separator: "；")
    }
  }

  /// The field of a form in which it is asked for; of a move the one that still lacks something.
  public var field: String {
    guard case .registration(let place, _) = self else { return aspect.rawValue }
    return place.isEmpty ? "place" : "department"
  }

  /// What it lacks to be a change at all; `nil` where it lacks nothing.
  var shortcoming: Phrase? {
    switch self {
    case .hostName(let text), .centerName(let text), .field(let text), .mainBusiness(let text), .other(let text):
      text.isEmpty ? Phrase(zh: "未写明", en: "is not stated") : nil
    case .registration(let place, let department):
      place.isEmpty
        ? Phrase(zh: "未写明新的注册地", en: "does not say where to")
        : department.isEmpty ? Phrase(zh: "未写明新的归口管理部门", en: "does not name the department") : nil
    case .coBuilders(let names):
      names.contains(where: \.isEmpty) || Set(names.map { NameKey($0) }).count < names.count
        ? Phrase(zh: "有空白或重复的单位", en: "holds an empty or a repeated name") : nil
    }
  }
}

/// What a host asks for in writing (书面申请): the changes, why, and what proves them (article 31).
public struct ChangePetition: Sendable, Hashable, Codable {
  /// The changes, each of something else.
  public let changes: [CenterChange]
  /// Why.
  public let grounds: PlainText
  /// What proves it, and where that lies (佐证材料).
  public let evidence: PlainText

  /// Asks for changes.
  ///
  /// - Throws: ``Refusal`` without a change, where one is not stated or stands twice, and without grounds or evidence.
  public init(changes: [CenterChange], grounds: PlainText, evidence: PlainText) throws(Refusal) {
    if changes.isEmpty { throw Refusal(article: "31", Phrase(zh: "须写明变更什么", en: "say what is to be changed")) }
    for (place, change) in changes.enumerated() {
      let name = change.aspect.phrase
      if let shortcoming = change.shortcoming {
        throw Refusal(
          article: "31", field: change.field, Phrase(zh: "“\(name.zh)”\(shortcoming.zh)", en: "the \(name.en) \(shortcoming.en)"))
      }
      if changes[..<place].contains(where: { $0.aspect == change.aspect }) {
        throw Refusal(article: "31", field: change.field, Phrase(zh: "“\(name.zh)”写了两次", en: "the \(name.en) stands twice"))
      }
    }
    if grounds.isEmpty { throw Refusal(article: "31", field: "grounds", Phrase(zh: "须写明变更理由", en: "say why")) }
    if evidence.isEmpty {
      throw Refusal(article: "31", field: "evidence", Phrase(zh: "须写明佐证材料及其存放处", en: "say what proves it, and where that lies"))
    }
    self.changes = changes
    self.grounds = grounds
    self.evidence = evidence
  }

  /// What a careful colleague would say of it; it holds nothing up: a move out of the city stands against article 9.1, which asks where a host is
  /// registered before its center is certified, and is in itself no ground of article 30; a field may
  /// be none of the list (articles 3 and 8), and another main business may be the beginning of a ground of article 30(7).
  ///
  /// - Parameter fields: the fields of technology that the list has in use.
  public func flags(_ places: Places, fields: [PlainText]) -> [Eligibility.Flag] {
    changes.compactMap { change in
      switch change {
      case .registration(let place, _) where !places.isInCity(place):
        Eligibility.Flag(
          article: "9.1",
          message: Phrase(
            zh: "新注册地“\(place)”不在\(places.city.zh)域内，不再符合设立中心的条件；变更不因此不予办理，迁出本身也不是撤销情形，"
              + "中心任务不再承担的，才依第30条第7、8项",
            en:
              "“\(place)”, where the host goes, is not in \(places.city.en): no center would be certified there; that neither refuses the "
              + "change nor is a ground for revocation, unless the center's tasks are dropped (article 30(7), (8))"))
      case .field(let field) where !fields.contains(where: { NameKey($0) == NameKey(field) }):
        Eligibility.Flag(
          article: "3", message: Phrase(zh: "“\(field)”不在技术领域清单之内", en: "“\(field)” is none of the fields on the list"))
      case .mainBusiness:
        Eligibility.Flag(
          article: "30(7)",
          message: Phrase(
            zh: "主营业务变化：如不再承担中心任务，属撤销情形",
            en: "the main business changes: where the center's tasks are no longer carried, that is a ground for revocation"))
      default: nil
      }
    }
  }

  /// The department that takes over once the changes are made; `nil` where the center does not move.
  public var newDepartment: PlainText? {
    for case .registration(_, let department) in changes { return department }
    return nil
  }
}
