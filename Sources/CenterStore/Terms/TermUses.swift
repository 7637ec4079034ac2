import GRDB
import Regulation
import Wording

extension Operation {
  /// Makes sure that a term may be called otherwise: nothing on file says its name, and the list has no other of the new one.
  ///
  /// - Throws: ``Regulation/Refusal`` beside the name, which says where it is on file.
  func requireRenamable(_ old: TermRecord, to new: PlainText) throws {
    if old.kind == .field {
      if try Places.standard.get().fields.contains(where: { $0.zh == old.name.string }) {
        throw Refusal(
          field: "name",
          Phrase(zh: "是系统自带的技术领域，名称不改；可停用后另列", en: "it came with the program and keeps its name: retire it, and enter another"))
      }
      let uses = try usesOfField(old.name)
      if !uses.isEmpty {
        throw Refusal(
          field: "name",
          Phrase(
            zh: "已在案（\(uses.map(\.zh).joined(separator: "、"))），名称不改；可停用后另列",
            en: "it is on file (\(uses.map(\.en).joined(separator: ", "))) and keeps its name: retire it, and enter another"))
      }
    }
    if let other = try term(old.kind, new) { throw TermRefusal.isThere(other) }
  }

  /// Where the name of a field is on file: how many centers, applications, experts, calls and requests for changes say it.
  private func usesOfField(_ name: PlainText) throws -> [Phrase] {
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql, arguments: [name.string]) ?? 0 }
    var uses: [Phrase] = []
    func add(_ count: Int, _ zh: String, _ one: String) {
      if count > 0 { uses.append(Phrase(zh: "\(count) \(zh)", en: count.counted(one))) }
    }
    add(try count("SELECT count(*) FROM center WHERE field = ?"), "个中心", "center")
    add(try count("SELECT count(*) FROM application WHERE field = ?"), "件申请", "application")
    add(try count("SELECT count(DISTINCT login) FROM expert_field WHERE field = ?"), "位专家", "expert")
    let calls = try Int.fetchAll(db, sql: "SELECT year FROM call").compactMap { try CenterStore.call($0, db)?.call }
    let key = NameKey(name)
    add(calls.count { $0.priorityFields.contains { NameKey($0) == key } }, "次申报通知", "call")
    let requests = try String.fetchAll(
      db, sql: "SELECT state FROM matter WHERE kind = 'change' AND instr(state, ?) > 0", arguments: [name.string])
    add(
      try requests.count { state in
        let request: ChangeRequest = try JSONText.decode(state)
        return request.petition.changes.contains { if case .field(let field) = $0 { NameKey(field) == key } else { false } }
      }, "件变更申请", "change request")
    return uses
  }
}
