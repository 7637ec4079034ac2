import CenterStore
import Regulation
import Wording

/// The form in which a host asks for changes (article 31): what stands on file stands in it, and what is written otherwise is asked for.
enum ChangeForm {
  /// What a list offers: places of the city, departments, fields.
  struct Offers: Sendable {
    var places: [Phrase] = []
    var departments: [Phrase] = []
    var fields: [Phrase] = []
  }

  /// The fields.
  ///
  /// - Parameters:
  ///   - record: the center as it stands.
  ///   - petition: what was asked for before, where that is corrected.
  static func fields(_ record: CenterRecord, _ offers: Offers, correcting petition: ChangePetition? = nil) -> [ActField] {
    let keep = Phrase(zh: "不变则留空", en: "left empty it stays")
    func now(_ text: PlainText?) -> Phrase {
      guard let text, !text.isEmpty else { return keep }
      return Phrase(zh: "现为 \(text)；", en: "now \(text); ") + keep
    }
    var fields = [
      ActField(
        id: "host_name", label: CenterAspect.hostName.phrase.asLabel, kind: .line(limit: 120), hint: now(record.host), isOptional: true),
      ActField(
        id: "center_name", label: CenterAspect.centerName.phrase.asLabel, kind: .line(limit: 120), hint: now(record.name), isOptional: true),
      ActField(
        id: "place", label: Phrase(zh: "新注册地", en: "Registered in"), kind: .line(limit: 60), hint: keep, isOptional: true,
        suggestions: offers.places),
      ActField(
        id: "department", label: Phrase(zh: "新归口管理部门", en: "New department"), kind: .line(limit: 60),
        hint: now(record.department), isOptional: true, suggestions: offers.departments),
      ActField(
        id: "co_builders", label: CenterAspect.coBuilders.phrase.asLabel, kind: .lines,
        hint: Phrase(zh: "每行一家，改动后以此为准", en: "one a line; as it stands here it will be"), isOptional: true,
        initial: (record.coBuilders ?? []).map(\.string).joined(separator: "\n")),
      ActField(
        id: "field", label: CenterAspect.field.phrase.asLabel, kind: .line(limit: 60), hint: now(record.field), isOptional: true,
        suggestions: offers.fields),
      ActField(id: "main_business", label: CenterAspect.mainBusiness.phrase.asLabel, kind: .line(limit: 200), hint: keep, isOptional: true),
      ActField(id: "other", label: CenterAspect.other.phrase.asLabel, kind: .lines, isOptional: true),
      ActField(id: "grounds", label: Phrase(zh: "变更理由", en: "Why"), kind: .lines),
      ActField(
        id: "evidence", label: Phrase(zh: "佐证材料", en: "Evidence"), kind: .lines,
        hint: Phrase(zh: "名称和存放处，如营业执照副本、市场监管局通知书", en: "what it is and where it lies")),
    ]
    if let petition { for place in fields.indices { fields[place].initial = petition.text(of: fields[place].id) ?? fields[place].initial } }
    return fields
  }

  /// What answers ask for.
  ///
  /// - Throws: ``Refusal`` where they do not make a petition.
  static func petition(_ answers: ActAnswers, _ record: CenterRecord) throws -> ChangePetition {
    var changes: [CenterChange] = []
    if let name = answers.optionalText("host_name"), name != record.host { changes.append(.hostName(name)) }
    if let name = answers.optionalText("center_name"), name != record.name { changes.append(.centerName(name)) }
    let (place, department) = (answers.optionalText("place"), answers.optionalText("department"))
    if place != nil || department != nil { changes.append(.registration(in: place ?? .empty, department: department ?? record.department)) }
    let builders = try answers.text("co_builders").string.split(separator: "\n").map { try PlainText(String($0)) }.filter { !$0.isEmpty }
    if builders != record.coBuilders ?? [] { changes.append(.coBuilders(builders)) }
    if let field = answers.optionalText("field"), field != record.field { changes.append(.field(field)) }
    if let business = answers.optionalText("main_business") { changes.append(.mainBusiness(business)) }
    if let other = answers.optionalText("other") { changes.append(.other(other)) }
    return try ChangePetition(changes: changes, grounds: answers.text("grounds"), evidence: answers.text("evidence"))
  }

  /// What a careful colleague says of it before it is handed in, so that the host knows what bureau and department will read; `nil` where there is
  /// nothing to say.
  static func caution(_ answers: ActAnswers, _ record: CenterRecord, _ names: FieldNames) -> Phrase? {
    guard let petition = try? petition(answers, record), let places = try? Places.standard.get() else { return nil }
    let flags = petition.flags(places, fields: names.fieldsInUse)
    return flags.isEmpty ? nil : flags.map { $0.cited + Phrase(zh: "。", en: ". ") }.reduce(Phrase(same: ""), +)
  }
}

extension Eligibility.Flag {
  /// What it says, with its article.
  var cited: Phrase { message + Citation.bracketed(article) }
}

extension ChangePetition {
  /// What stands in a field of the form; `nil` where it is not changed.
  fileprivate func text(of field: String) -> String? {
    switch field {
    case "grounds": return grounds.string
    case "evidence": return evidence.string
    default: break
    }
    for change in changes {
      switch (change, field) {
      case (.hostName(let text), "host_name"), (.centerName(let text), "center_name"), (.field(let text), "field"),
        (.mainBusiness(let text), "main_business"), (.other(let text), "other"), (.registration(let text, _), "place"),
        (.registration(_, let text), "department"):
        return text.string
      case (.coBuilders(let names), "co_builders"): return names.map(\.string).joined(separator: "\n")
      default: continue
      }
    }
    return nil
  }
}
