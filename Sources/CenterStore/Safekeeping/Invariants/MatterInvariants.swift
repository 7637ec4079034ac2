import GRDB
import Regulation
import Wording

extension DoctorFinding.Check {
  /// That a matter stands where its steps led it (articles 16, 30, 31).
  public static let matters: Self = "matters"
  /// That what was decided to be changed stands in the registry, and the old value is kept (article 31).
  public static let changes: Self = "changes"
  /// That a director went from the committee to the host to the file (article 16).
  public static let directors: Self = "directors"
  /// That a revocation names every part of its ground, and its document (article 30).
  public static let grounds: Self = "grounds"
}

extension Invariant {
  /// What holds of changes, directors and revocations.
  static let matters = [
    Invariant(
      .matters, "16", "30", "31",
      must: Phrase(zh: "变更、备案、撤销的状态由其步骤得出", en: "a change, a filing or a revocation stands where its steps led it"),
      .rows(MatterReplay.faults)),
    Invariant(
      .changes, "31", must: Phrase(zh: "同意的变更已登记，原值留存", en: "what was agreed to is changed, and the old value is kept"), .rows(unchanged)),
    Invariant(
      .directors, "16",
      must: Phrase(zh: "主任先经管理委员会研究、再由依托单位决定、后备案", en: "a director was considered by the committee, decided by the host, then filed"),
      .rows(misfiledDirectors)),
    Invariant(
      .grounds, "30", must: Phrase(zh: "撤销的情形各项俱全，有理由和文号", en: "a revocation has every part of its ground, its reason and its document"),
      .rows(openGrounds)),
  ]

  /// The matters of a kind that stand at some stages, as far as they can be read: what cannot is found by the replay.
  private static func kept<M: Matter>(_ stages: String, _ db: Database) throws -> [(number: String, center: Int64, matter: M)] {
    try Row.fetchAll(
      db, sql: "SELECT number, center_id, state FROM matter WHERE kind = ? AND stage IN (\(stages)) ORDER BY link",
      arguments: [M.matter.rawValue]
    ).compactMap { row in
      guard let matter: M = try? JSONText.decode(row.text(2)) else { return nil }
      return (row.text(0), row[1], matter)
    }
  }

  /// What a center bears now is the last change's as long as nothing else, and no file, wrote of it since.
  private static func unchanged(_ db: Database) throws -> [Breach] {
    let applied: [(number: String, center: Int64, matter: ChangeRequest)] = try kept("'applied'", db)
    var breaches: [Breach] = []
    var isLast: Set<String> = []
    for (number, center, request) in applied.reversed() {
      func breach(_ zh: String, _ en: String) { breaches.append(Breach(object: number, phrase: Phrase(zh: zh, en: en))) }
      guard case .applied(let done) = request.state, done.old.count == request.petition.changes.count else {
        breach("没有留存原值", "does not keep the old values")
        continue
      }
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT name, field, act, EXISTS (SELECT 1 FROM center_former_name WHERE center_id = center.id AND center_former_name.name = ?2),
            EXISTS (SELECT 1 FROM audit AS later WHERE act = 'import.centers' AND later.seq > (SELECT link FROM matter WHERE number = ?3))
          FROM center JOIN audit ON seq = center.link WHERE id = ?1
          """, arguments: [center, zip(request.petition.changes, done.old).first { $0.0.aspect == .centerName }?.1.string ?? "", number])
      guard let row, row.text(2) == Act.stepChange.rawValue, row.text(4) == "0" else { continue }
      for (change, old) in zip(request.petition.changes, done.old) where isLast.insert("\(center) \(change.aspect.rawValue)").inserted {
        switch change {
        case .centerName(let name):
          if row.text(0) != name.string { breach("名称没有变更为“\(name)”", "the center is not called “\(name)”") }
          if old != name, row.text(3) != "1" { breach("没有留存原名称“\(old)”", "the old name, “\(old)”, is not kept") }
        case .field(let field) where row.text(1) != field.string:
          breach("领域没有变更为“\(field)”", "the center's field is not “\(field)”")
        default: continue
        }
      }
    }
    return breaches
  }

  private static func misfiledDirectors(_ db: Database) throws -> [Breach] {
    let filings: [(number: String, center: Int64, matter: DirectorFiling)] = try kept(
      "'decided', 'filed', 'asked', 'noted', 'on_file'", db)
    var breaches: [Breach] = []
    var last: [Int64: (number: String, name: String)] = [:]
    for (number, center, filing) in filings {
      func breach(_ zh: String, _ en: String) { breaches.append(Breach(object: number, phrase: Phrase(zh: zh, en: en))) }
      guard let decision = filing.decision else {
        breach("没有依托单位的决定", "the host decided nothing")
        continue
      }
      if decision.on < filing.considered.on { breach("决定早于管理委员会研究", "was decided before the committee considered it") }
      guard let filed = filing.filedOn else { continue }
      if filed < decision.on { breach("备案早于决定", "was filed before it was decided") }
      last[center] = (number, filing.director.string)
    }
    for (center, filed) in last.sorted(by: { $0.value.number < $1.value.number }) {
      let now = try String.fetchOne(
        db, sql: "SELECT director FROM center JOIN audit ON seq = center.link WHERE id = ? AND act = 'director.step'", arguments: [center])
      guard let now, now != filed.name else { continue }
      let object = filed.number
      breaches.append(
        Breach(object: object, phrase: Phrase(zh: "登记的主任是“\(now)”，不是备案的", en: "the registry says “\(now)”, which is not who was filed")))
    }
    return breaches
  }

  private static func openGrounds(_ db: Database) throws -> [Breach] {
    let revocations: [(number: String, center: Int64, matter: Revocation)] = try kept("'decided', 'published'", db)
    return revocations.compactMap { number, _, revocation in
      let ground = revocation.case.ground
      let parts = Set(revocation.case.findings.filter { !$0.text.isEmpty }.map(\.part))
      var phrase: Phrase?
      if !Set(ground.parts).isSubset(of: parts) { phrase = Phrase(zh: "情形缺项", en: "a part of its ground is left open") }
      if revocation.case.evidence.isEmpty, revocation.case.round == nil { phrase = Phrase(zh: "没有佐证", en: "nothing proves it") }
      if revocation.decision?.document.isEmpty ?? true { phrase = Phrase(zh: "没有决定文号", en: "its decision bears no number") }
      if revocation.decision?.reason.isEmpty ?? true { phrase = Phrase(zh: "没有决定理由", en: "its decision gives no reason") }
      return phrase.map { Breach(object: number, phrase: $0) }
    }
  }
}
