import Regulation
import Wording

extension ApplicationForm {
  /// Whether there are co-builders, each with its agreement part by part, and the host's own shares (articles 7 and 9.8).
  var coBuildingItems: [ApplicationItem] {
    let answers = [Phrase(zh: "无共建单位", en: "none"), Phrase(zh: "有共建单位", en: "there are some")]
    let initial = coBuilders.map { $0.isEmpty ? "0" : "1" } ?? ""
    let first = ApplicationItem(
      field: ActField(
        id: "co_builders", label: Phrase(zh: "共建单位", en: "Co-builders"), kind: .choice(answers),
        hint: Phrase(
          zh: "选“有共建单位”后逐个填写；F5 再加一个，F6 删去所在的一个", en: "choose “some” to fill them in; F5 adds one, F6 takes away the one in hand"),
        isOptional: true, initial: initial),
      article: "9.8",
      set: { answer, form in
        switch answer {
        case .place(0): form.coBuilders = []
        case .place: if form.coBuilders?.isEmpty ?? true { form.coBuilders = [CoBuilder()] }
        default: form.coBuilders = nil
        }
      })
    var items = section(Phrase(zh: "联合共建（第7条、第9条第8项）", en: "Joint building (articles 7, 9.8)"), [first])
    for place in (coBuilders ?? []).indices { items += self.items(ofCoBuilder: place) }
    if !(coBuilders ?? []).isEmpty { items += shareItems }
    return items
  }

  /// Changes the co-builder at a place, where there is one.
  mutating func change(coBuilder place: Int, _ body: (inout CoBuilder) -> Void) {
    guard var builders = coBuilders, builders.indices.contains(place) else { return }
    body(&builders[place])
    coBuilders = builders
  }

  /// The place of the co-builder to which a field belongs; `nil` for other fields.
  static func coBuilder(ofField id: String) -> Int? {
    let parts = id.split(separator: ".")
    return parts.count == 3 && parts[0] == "builder" ? Int(parts[1]) : nil
  }

  private func items(ofCoBuilder place: Int) -> [ApplicationItem] {
    let builder = coBuilders?[place] ?? CoBuilder()
    func id(_ name: String) -> String { "builder.\(place).\(name)" }
    let parts = CoBuildingAgreement.Part.allCases
    let isSigned: String =
      switch builder.agreement {
      case .unknown: ""
      case .unsigned: "1"
      case .signed: "0"
      }
    var ticked: [Int] = []
    if case .signed(let fixed) = builder.agreement { ticked = parts.indices.filter { fixed.contains(parts[$0]) } }
    var items: [ApplicationItem] = [
      .text(id("name"), Phrase(zh: "共建单位 \(place + 1) 名称", en: "Co-builder \(place + 1)"), "9.8", builder.name) { form, text in
        form.change(coBuilder: place) { $0.name = text }
      },
      .kind(id("kind"), "9.2", builder.kind) { form, kind in
        form.change(coBuilder: place) { $0.kind = kind }
      },
      .text(
        id("province"), Phrase(zh: "所在省份", en: "Province"), "9.2", builder.province, hint: Phrase(zh: "如 河北省", en: "such as 河北省"),
        suggestions: Provinces.all
      ) {
        form, text in
        form.change(coBuilder: place) { $0.province = text }
      },
      .flag(id("signed"), Phrase(zh: "已签共建协议", en: "Agreement signed"), "9.8", isSigned.isEmpty ? nil : isSigned == "0") { form, signed in
        form.change(coBuilder: place) { builder in
          if case .signed = builder.agreement, signed == true { return }
          builder.agreement = signed.map { $0 ? .signed([]) : .unsigned } ?? .unknown
        }
      },
    ]
    if isSigned == "0" {
      items.append(
        ApplicationItem(
          field: ActField(
            id: id("agreement"), label: Phrase(zh: "协议已写明", en: "The agreement fixes"), kind: .ticks(parts.map(\.phrase)),
            hint: Phrase(zh: "上下键移动，空格或数字勾选；四项缺一不可", en: "Up and Down move, Space or a digit ticks; all four are needed"), isOptional: true,
            initial: ticked.map { String($0) }.joined(separator: " ")),
          article: "9.8",
          set: { answer, form in
            guard case .places(let places) = answer else { return }
            form.change(coBuilder: place) { $0.agreement = .signed(Set(places.map { parts[$0] })) }
          }))
    }
    return items + [
      .text(id("body"), Phrase(zh: "参加机构", en: "Body that takes part"), "7", builder.body) { form, text in
        form.change(coBuilder: place) { $0.body = text }
      },
      .text(
        id("people"), Phrase(zh: "参加人员", en: "People"), "7", try? PlainText(builder.people.map(\.string).joined(separator: "、")),
        hint: Phrase(zh: "姓名之间用、隔开；他们不能评审本中心", en: "names parted by 、; they cannot review this center")
      ) { form, text in
        let names = (text?.string ?? "").split { "、；;，,".contains($0) }
        form.change(coBuilder: place) { $0.people = names.compactMap { try? PlainText(String($0)) }.filter { !$0.isEmpty } }
      },
      .text(id("tasks"), Phrase(zh: "承担任务", en: "Tasks"), "7", builder.tasks, lines: true) { form, text in
        form.change(coBuilder: place) { $0.tasks = text }
      },
    ]
  }

  private var shareItems: [ApplicationItem] {
    [
      share("share.conditions", .shareOfConditions, hostShare.conditions) { $0.hostShare.conditions = $1 },
      share("share.staff", .shareOfStaff, hostShare.staff) { $0.hostShare.staff = $1 },
      share("share.projects", .shareOfProjects, hostShare.projects) { $0.hostShare.projects = $1 },
      share("share.results", .shareOfResults, hostShare.results) { $0.hostShare.results = $1 },
    ]
  }

  /// A share, as a percentage or as `host/total`.
  private func share(
    _ id: String, _ subject: EligibilitySubject, _ value: Regulation.Share?,
    _ set: @escaping @Sendable (inout ApplicationForm, Regulation.Share?) -> Void
  ) -> ApplicationItem {
    let text: String =
      switch value {
      case .percent(let percent): percent.description
      case .counted(let host, let total): "\(host)/\(total)"
      case nil: ""
      }
    return ApplicationItem(
      field: ActField(
        id: id, label: subject.phrase, kind: .share,
        hint: Phrase(zh: "百分数如 62.5，或计数如 5/8；须占 60% 以上", en: "a percentage such as 62.5, or counted such as 5/8; at least 60 %"),
        isOptional: true,
        initial: text, unit: Phrase(same: "%")),
      article: "9.8",
      set: { answer, form in
        if case .share(let share) = answer { set(&form, share) } else { set(&form, nil) }
      })
  }
}
