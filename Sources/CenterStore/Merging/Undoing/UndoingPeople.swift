import GRDB
import Regulation
import Wording

// Experts, users and declared conflicts, as they stood before an import.
extension ImportUndo {
  mutating func undoExperts(_ changes: UndoneChanges) throws {
    var made: [String: String] = [:]
    for change in changes {
      let login = change.rest(after: 1)
      let row = try Row.fetchOne(db, sql: "SELECT link FROM expert WHERE login = ?", arguments: [login])
      guard try isUntouched(login, row?[0]) else { continue }
      if change.before == nil {
        let user = try Int64.fetchOne(db, sql: "SELECT link FROM user WHERE login = ?", arguments: [login])
        if try isUntouched(login, user) { made[login] = login }
      } else {
        try keepExpert(login, change)
      }
      note(change)
    }
    try requireUnused("expert", made, parts: ["expert_field", "expert_former_employer"])
    try requireIdle(made)
    if refusal != nil { return }
    try delete(made.keys, from: ["expert_field": "login"], ["expert_former_employer": "login"], ["expert": "login"], ["user": "login"])
    try dropNames()
  }

  private func keepExpert(_ login: String, _ change: UndoneChange) throws {
    func organization(_ name: PlainText) throws -> Int64 { try CenterStore.organization(named: name, db).id }
    try db.execute(sql: "UPDATE user SET name = ?, link = ? WHERE login = ?", arguments: [change.old("name"), link, login])
    try db.execute(
      sql: "UPDATE expert SET employer_id = ?, title = ?, kind = ?, link = ? WHERE login = ?",
      arguments: [try organization(change.oldText("employer")), change.old("title"), change.old("kind"), link, login])
    try delete([login], from: ["expert_field": "login"], ["expert_former_employer": "login"])
    for (position, field) in try change.oldList("fields").enumerated() {
      try db.execute(
        sql: "INSERT INTO expert_field(login, position, field) VALUES (?, ?, ?)", arguments: [login, position, field.string])
    }
    for (position, name) in try change.oldList("former_employers").enumerated() {
      try db.execute(
        sql: "INSERT INTO expert_former_employer(login, position, organization_id) VALUES (?, ?, ?)",
        arguments: [login, position, try organization(name)])
    }
  }

  mutating func undoUsers(_ changes: UndoneChanges) throws {
    var names = NameResolver(link: link, expecting: 0)
    var made: [String: String] = [:]
    for change in changes {
      let login = change.rest(after: 1)
      let row = try Row.fetchOne(db, sql: "SELECT link FROM user WHERE login = ?", arguments: [login])
      guard try isUntouched(login, row?[0]) else { continue }
      note(change)
      if change.before == nil {
        made[login] = login
        continue
      }
      let old = UserRecord(
        login: try PlainText(login), name: try change.oldText("name"), role: Role(rawValue: change.old("role")) ?? .viewer,
        organization: try change.oldText("organization"), sshKeys: try change.oldText("ssh_keys", .paragraphs))
      do {
        try KeyRing.check(old.sshKeys?.string ?? "", of: login, db)
        try UserHome(old, &names, db).keep(old, link: link, db)
      } catch let refusal as Refusal {
        object(Phrase(same: "\(login) ") + refusal.phrase)
      }
    }
    try requireUnused("user", made, parts: ["preference", "form_draft", "saved_filter"])
    try requireIdle(made)
    if refusal != nil { return }
    try delete(made.keys, from: ["preference": "login"], ["form_draft": "login"], ["saved_filter": "login"], ["user": "login"])
    try dropNames()
    if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM user WHERE role = 'admin' AND disabled_on IS NULL)") != true {
      object(UserRefusal.lastAdministrator)
    }
  }

  /// Whoever did something by their login stays known by it.
  private mutating func requireIdle(_ logins: [String: String]) throws {
    for login in logins.keys.sorted() {
      let acted = try Int64.fetchOne(
        db, sql: "SELECT seq FROM audit WHERE seq > ? AND login = ? LIMIT 1", arguments: [undone, login])
      if acted != nil {
        object(Phrase(zh: "\(login) 已用该账号办过事", en: "\(login) did something by this login since"))
      }
    }
  }

  mutating func undoConflicts(_ changes: UndoneChanges) throws {
    for change in changes {
      let (code, login) = (change.path[1], change.rest(after: 2))
      let row = try Row.fetchOne(
        db, sql: "SELECT center_id, conflict.link FROM conflict JOIN center ON center.id = center_id WHERE code = ? AND login = ?",
        arguments: [code, login])
      guard try isUntouched("\(code) \(login)", row?[1]), let center: Int64 = row?[0] else { continue }
      if change.before == nil {
        try db.execute(sql: "DELETE FROM conflict WHERE center_id = ? AND login = ?", arguments: [center, login])
      } else {
        try db.execute(
          sql: "UPDATE conflict SET reason = ?, link = ? WHERE center_id = ? AND login = ?",
          arguments: [change.old("reason"), link, center, login])
      }
      note(change)
    }
  }
}
