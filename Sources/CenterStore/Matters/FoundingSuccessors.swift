import GRDB
import Regulation
import Wording

/// A center that goes on in the place of others, where it is new (article 4(5)).
public struct SuccessorRecord: Sendable, Hashable {
  /// Its name.
  public var name: PlainText
  /// Its host; the first predecessor's unless told.
  public var host: PlainText?
  /// What kind of unit the host is; needed where nothing is on file of it.
  public var hostKind: HostKind?
  /// Its director (article 16); nobody yet unless told.
  public var director: PlainText?
  /// The field of technology; the first predecessor's unless told.
  public var field: PlainText?

  /// Names a center.
  public init(
    name: PlainText, host: PlainText? = nil, hostKind: HostKind? = nil, director: PlainText? = nil, field: PlainText? = nil
  ) {
    self.name = name
    self.host = host
    self.hostKind = hostKind
    self.director = director
    self.field = field
  }
}

extension Operation {
  /// Enters the center that goes on, where it is new.
  func found(_ code: PlainText, _ new: SuccessorRecord?, from ending: [CenterRecord], _ decision: Reorganisation) throws {
    guard let first = ending.first, let new, !new.name.isEmpty else {
      throw refuse("name", Phrase(zh: "没有中心 \(code)；新中心须写明名称", en: "there is no center \(code); a new one needs a name"))
    }
    if let shortcoming = CenterCodeForm.shortcoming(of: code.string) {
      throw refuse("successor", Phrase(zh: "“\(code)”", en: "“\(code)” ") + shortcoming)
    }
    try requireOwnName(new.name, besides: ending)
    let builders = (ending.flatMap { $0.coBuilders ?? [] }).reduce(into: [PlainText]()) { if !$0.contains($1) { $0.append($1) } }
    let record = CenterRecord(
      code: code, name: new.name, host: new.host ?? first.host, hostKind: try hostKind(of: new, first),
      coBuilders: builders.filter { $0 != new.host ?? first.host }, department: first.department, field: new.field ?? first.field,
      certifiedOn: decision.certifiedOn ?? ending.map(\.certifiedOn).min() ?? decision.on, status: .active,
      director: new.director ?? .empty, formerNames: [])
    let link = try append(.reorganise, Change(object: "center/\(code)", after: record.fields))
    var names = NameResolver(link: link, expecting: 1)
    let places = CenterPlaces(
      host: try names.organization(record.host, db, kind: record.hostKind), department: try names.department(record.department, db),
      builders: try (record.coBuilders ?? []).map { try names.organization($0, db) })
    let writer = try CenterWriter(db, link: link)
    try writer.insert(record, places)
    try writer.finish()
  }

  private func refuse(_ field: String, _ phrase: Phrase) -> Refusal { Refusal(article: "4(5)", field: field, phrase) }

  /// That no active center but those that end goes by the name of the new one (article 9.7).
  private func requireOwnName(_ name: PlainText, besides ending: [CenterRecord]) throws {
    let alike =
      try CenterNameIndex.isKept(db)
      ? CenterNameIndex.activeCenters(named: name, except: nil, db).map(\.code.string)
      : String.fetchAll(db, sql: "SELECT code FROM center WHERE name = ? AND status = 'active' ORDER BY code", arguments: [name.string])
    if let other = alike.first(where: { code in !ending.contains { $0.code.string == code } }) {
      throw Refusal(article: "9.7", field: "name", Phrase(zh: "与在册的 \(other) 同名", en: "\(other), an active center, bears that name"))
    }
  }

  /// What kind of unit the host of the new center is: what is on file of it, else what is told.
  private func hostKind(of new: SuccessorRecord, _ first: CenterRecord) throws -> HostKind {
    guard let host = new.host, host != first.host else { return first.hostKind }
    let known = try String.fetchOne(db, sql: "SELECT kind FROM organization WHERE name_key = ?", arguments: [NameKey(host).string])
    if let kind = known.flatMap({ HostKind(rawValue: $0) }) ?? new.hostKind { return kind }
    throw refuse(
      "hostKind",
      Phrase(zh: "单位类型未登记：“\(host)”，请选择", en: "choose what kind of unit it is: nothing is on file of “\(host)”"))
  }
}
