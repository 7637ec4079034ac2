import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The list of users, for the administrator.
@MainActor
enum UserDirectory {
  static func screen(_ sitting: Sitting) -> any Screen {
    DirectoryScreen(
      sitting,
      DirectoryList<UserLine>(
        title: .users, remark: Phrase(zh: "停用的账号什么也不能做，做过的都在", en: "a disabled login can do nothing; what it did stays"),
        empty: Phrase(zh: "没有用户。", en: "There is no user."), concerns: ["user.", "import."],
        columns: [
          .init(title: Phrase(zh: "账号", en: "Login"), minimum: 10, ideal: 14, stretch: 1),
          .init(title: Phrase(zh: "姓名", en: "Name"), minimum: 8, ideal: 12),
          .init(title: Phrase(zh: "身份", en: "Role"), minimum: 13, ideal: 14),
          .init(title: Phrase(zh: "单位", en: "Organization"), minimum: 28, ideal: 30, stretch: 2),
          .init(title: Phrase(zh: "公钥", en: "Keys"), minimum: 4, ideal: 4, priority: 1, alignment: .right),
          .init(title: Phrase(zh: "停用", en: "Disabled"), minimum: 10, ideal: 10),
        ],
        read: { try $0.userRoll(by: $1) }, key: { $0.record.login.string },
        words: { "\($0.record.name) \($0.record.organization?.string ?? "") \($0.record.role.phrase.zh)" },
        cells: { line in
          let ink: Ink = line.disabledOn == nil ? .plain : .muted
          return [
            .init(line.record.login.string, ink), .init(line.record.name.string, ink), .init(line.record.role.word, ink),
            .init(PlaceNames.standard[line.record.organization?.string ?? ""], ink),
            .init(line.keys == 0 ? "-" : String(line.keys), line.keys == 0 ? .muted : ink),
            .init(line.disabledOn?.description ?? "", .caution),
          ]
        },
        reference: { .user($0.record.login.string) },
        facets: [
          .init(name: Phrase(zh: "身份", en: "role")) { [$0.record.role.phrase] },
          .init(name: Phrase(zh: "公钥", en: "key")) {
            [$0.keys == 0 ? Phrase(zh: "没有", en: "none") : Phrase(zh: "在案", en: "on file")]
          },
          .init(name: Phrase(zh: "口令", en: "password")) { [PasswordWords.word($0.credential)] },
          .init(name: Phrase(zh: "账号", en: "login")) {
            [$0.disabledOn == nil ? Phrase(zh: "可用", en: "in use") : Phrase(zh: "已停用", en: "disabled")]
          },
        ],
        tables: [.users],
        acts: { _, reload in
          [
            DirectoryAct(
              binding: KeyBinding(
                "new", [.character("n"), KeyPress(.insert)], label: Phrase(zh: "新用户", en: "new user"),
                explanation: Phrase(zh: "新建账号；专家由导入专家名单建立", en: "make a login; those of experts are made by importing experts"),
                prominence: .first)
            ) { UserForm.open(nil, sitting, then: reload) }
          ]
        }))
  }

  /// What is on file of one user.
  static func page(_ sitting: Sitting, _ login: String) -> any Screen {
    RecordScreen(
      sitting,
      RecordScreen<UserLine>.Description(
        title: Phrase(zh: "用户 \(login)", en: "User \(login)"), concerns: ["user.", "import."],
        read: { try $0.userLine(of: login, by: $1) }, sections: sections, acts: { acts($0, sitting, $1) }))
  }

  private static func sections(_ line: UserLine) -> [RecordSection] {
    let record = line.record
    let organization = record.organization.flatMap { $0.isEmpty ? nil : $0.string }
    let keys = (record.sshKeys?.string ?? "").split(separator: "\n").map { String($0) }
    let state =
      line.disabledOn.map { Phrase(zh: "\($0) 起停用", en: "disabled since \($0)") } ?? Phrase(zh: "可用", en: "in use")
    return [
      RecordSection(
        heading: Phrase(same: record.name.string),
        entries: [
          RecordSection.pair(Phrase(zh: "账号", en: "login"), Phrase(same: record.login.string)),
          RecordSection.pair(
            Phrase(zh: "身份", en: "role"), record.role.phrase, to: record.role == .expert ? .expert(record.login.string) : nil),
          RecordSection.pair(
            Phrase(zh: "单位", en: "organization"), organization.map { PlaceNames.standard[$0] } ?? Phrase(zh: "无", en: "none"),
            to: organization.map { record.role == .department ? .department($0) : .organization($0) }),
          RecordSection.pair(Phrase(zh: "状态", en: "state"), state, line.disabledOn == nil ? .good : .caution),
        ]),
      RecordSection(
        heading: Phrase(zh: "公钥", en: "Public keys"), entries: keys.map { RecordSection.Entry(cells: [Phrase(same: $0)]) },
        empty: Phrase(zh: "没有公钥：不能凭密钥从 SSH 登录", en: "no key: nobody can log in with one over SSH")),
      RecordSection(
        heading: Phrase(zh: "口令", en: "Password"), entries: line.credential.map(PasswordWords.entries) ?? [],
        empty: Phrase(zh: "没有口令：没有密钥的人，请发放一次性代码", en: "no password: hand out a one-time code to somebody without a key")),
    ]
  }

  private static func acts(_ line: UserLine, _ sitting: Sitting, _ reload: @escaping @MainActor () -> Void) -> [DirectoryAct] {
    let login = line.record.login.string
    let isOwn = login == sitting.member.login
    let change = DirectoryAct(
      binding: KeyBinding(
        "change", [.character("e"), KeyPress(.function(2))], label: Phrase(zh: "修改", en: "change"),
        explanation: Phrase(zh: "修改姓名、身份、单位、公钥", en: "change name, role, organization, keys"), prominence: .first)
    ) { UserForm.open(line.record, sitting, then: reload) }
    let toggle =
      line.disabledOn == nil
      ? DirectoryAct(
        binding: KeyBinding(
          "disable", [.character("x"), KeyPress(.function(4))], label: Phrase(zh: "停用", en: "disable"),
          explanation: Phrase(zh: "停用这个账号，须写明理由", en: "disable this login, with a reason"), prominence: .footer,
          refusal: isOwn ? Phrase(zh: "不能停用自己的账号", en: "nobody disables their own login") : nil)
      ) { disable(line, sitting, reload) }
      : DirectoryAct(
        binding: KeyBinding(
          "enable", [.character("x"), KeyPress(.function(4))], label: Phrase(zh: "启用", en: "enable"),
          explanation: Phrase(zh: "重新启用这个账号", en: "let this login be used again"), prominence: .footer)
      ) {
        sitting.run(Phrase(zh: "已启用 \(login)", en: "\(login) can be used again")) {
          try $0.enableUser(login, by: $1)
        } then: {
          reload()
        }
      }
    return [change, toggle] + PasswordWords.acts(line, sitting, reload)
  }

  private static func disable(_ line: UserLine, _ sitting: Sitting, _ reload: @escaping @MainActor () -> Void) {
    let login = line.record.login.string
    var description = ActScreen.Description(
      title: Phrase(zh: "停用 \(login)", en: "Disable \(login)"),
      words: Phrase(
        zh: "停用后立即不能再看、再做任何事；做过的都留着，随时可以重新启用。",
        en: "At once the login can neither see nor do anything; what was done with it stays, and it can be enabled again."),
      verb: Phrase(zh: "停用", en: "Disable"), done: Phrase(zh: "已停用 \(login)", en: "\(login) is disabled"), draft: "user/\(login)/disable")
    description.warning = { _ in Phrase(zh: "停用 \(line.record.name)（\(login)）？", en: "Disable \(line.record.name) (\(login))?") }
    sitting.runtime.push(
      ActScreen(
        sitting, description, [ActField(id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .line(limit: 200))],
        doing: { store, who, answers in try store.disableUser(login, reason: answers.text("reason"), by: who) }, then: reload))
  }
}

/// The form in which a user is made or changed.
@MainActor
enum UserForm {
  static func open(_ old: UserRecord?, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    // An expert's login is made with the expert's record and never becomes another's.
    let roles = old?.role == .expert ? [Role.expert] : Role.allCases.filter { $0 != .expert }
    let chosen = roles.firstIndex(of: old?.role ?? .viewer) ?? 0
    let departments = ((try? sitting.store.departments(by: sitting.acting)) ?? []).map { PlaceNames.standard[$0.name.string] }
    let isNew = old == nil
    var fields: [ActField] = []
    if isNew {
      fields.append(
        ActField(
          id: "login", label: Phrase(zh: "账号", en: "Login"), kind: .line(limit: LoginForm.longest),
          hint: Phrase(zh: "英文字母、数字和 . _ - @", en: "letters a to z, digits and . _ - @")))
    }
    fields += [
      ActField(id: "name", label: Phrase(zh: "姓名", en: "Name"), kind: .line(limit: 60), initial: old?.name.string ?? ""),
      ActField(
        id: "role", label: Phrase(zh: "身份", en: "Role"), kind: .choice(roles.map(\.phrase)), takesCharacters: false, initial: String(chosen)
      ),
      ActField(
        id: "organization", label: Phrase(zh: "单位", en: "Organization"), kind: .line(limit: 120),
        hint: Phrase(zh: "归口管理部门、依托单位、机构的全称", en: "the full name of the department, host or agency"), isOptional: true,
        initial: old?.organization?.string ?? "", suggestions: departments),
      ActField(
        id: "keys", label: Phrase(zh: "公钥", en: "Public keys"), kind: .lines, hint: Phrase(zh: "每行一个", en: "one a line"), isOptional: true,
        initial: old?.sshKeys?.string ?? ""),
    ]
    let login = old?.login
    sitting.runtime.push(
      ActScreen.correcting(
        sitting,
        ActScreen.Description(
          title: login.map { Phrase(zh: "修改用户 \($0)", en: "Change user \($0)") } ?? Phrase(zh: "新用户", en: "New user"),
          verb: Phrase(zh: "保存", en: "Save"), done: Phrase(zh: "已保存", en: "Saved"), draft: login.map { "user/\($0)" }),
        fields, seeing: old,
        check: { answers in
          guard isNew else { return [:] }
          let login = answers.text("login").string
          if let shortcoming = LoginForm.shortcoming(of: login) { return ["login": shortcoming] }
          // Files may bring others; what is given out here can be typed on every keyboard.
          return login.unicodeScalars.allSatisfy(\.isASCII)
            ? [:]
            : [
              "login": Phrase(
                zh: "只用英文字母、数字和 . _ - @，在任何键盘上都能输入", en: "letters a to z, digits and . _ - @ only: every keyboard has them")
            ]
        },
        doing: { store, who, answers, seen in
          guard let place = answers.place("role"), roles.indices.contains(place) else { return nil }
          try store.enterUser(
            UserRecord(
              login: login ?? answers.text("login"), name: answers.text("name"), role: roles[place],
              organization: answers.text("organization"), sshKeys: answers.text("keys")), isNew: isNew,
            expecting: seen.ofSomething(), by: who)
          return nil
        }, then: then))
  }
}

extension Role {
  /// What it is in a column: in English one word.
  fileprivate var word: Phrase { Phrase(zh: phrase.zh, en: self == .admin ? phrase.en : rawValue) }
}

extension Phrase {
  static let users = Phrase(zh: "用户", en: "Users")
}
