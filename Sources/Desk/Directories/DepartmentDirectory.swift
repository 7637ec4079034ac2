import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The list of competent departments (article 5).
@MainActor
enum DepartmentDirectory {
  static func screen(_ sitting: Sitting) -> any Screen {
    let names = PlaceNames.standard
    return DirectoryScreen(
      sitting,
      DirectoryList<DepartmentLine>(
        title: .departments, remark: Phrase(zh: "办法第5条", en: "article 5"),
        empty: Phrase(zh: "还没有归口管理部门，由市科技局导入。", en: "There is none yet; the bureau imports them."),
        concerns: ["department.", "import.", "center.", "change.", "revocation.", "application.", "user."],
        columns: [
          .init(title: Phrase(zh: "名称", en: "Name"), minimum: 24, ideal: 40, stretch: 1, isCutInside: false),
          .init(title: Phrase(zh: "类别", en: "Kind"), minimum: 9, ideal: 10),
          .init(title: Phrase(zh: "管辖", en: "Jurisdiction"), minimum: 12, ideal: 20, stretch: 1, priority: 1, isCutInside: false),
          .init(title: CenterStatus.active.phrase.asLabel, minimum: 6, ideal: 8, alignment: .right),
          .init(title: CenterStatus.revoked.phrase.asLabel, minimum: 7, ideal: 8, alignment: .right),
          .init(title: CenterStatus.reorganised.phrase.asLabel, minimum: 6, ideal: 11, priority: 1, alignment: .right),
        ] + (sitting.isStaff ? [.init(title: Phrase(zh: "账号", en: "Logins"), minimum: 6, ideal: 6, alignment: .right)] : []),
        read: { try $0.departmentRoll(by: $1) }, key: { $0.record.name.string }, words: { $0.record.jurisdiction?.string ?? "" },
        cells: { line in
          func count(_ number: Int) -> DirectoryList<DepartmentLine>.Cell { .init(number == 0 ? "-" : number.grouped) }
          return [
            .init(names[line.record.name.string]), .init(line.record.kind.phrase), .init(names[line.record.jurisdiction?.string ?? ""]),
            count(line.centers[.active] ?? 0), count(line.centers[.revoked] ?? 0), count(line.centers[.reorganised] ?? 0),
            count(line.people.count),
          ]
        },
        reference: { .department($0.record.name.string) },
        facets: [.init(name: Phrase(zh: "类别", en: "kind")) { [$0.record.kind.phrase] }], tables: [.departments]))
  }

  /// How many centers a page lists; the registry has them all.
  private nonisolated static let listed = 100

  /// What is on file of one department.
  static func page(_ sitting: Sitting, _ name: String) -> any Screen {
    let isAdmin = sitting.member.role == .admin
    return RecordScreen(
      sitting,
      RecordScreen<Page>.Description(
        title: PlaceNames.standard[name],
        concerns: ["department.", "import.", "center.", "change.", "revocation.", "application.", "user."],
        read: { store, who in
          guard let line = try store.departmentRoll(by: who).first(where: { $0.record.name.string == name }) else {
            throw StoreError.noSuch(.department, name)
          }
          return Page(line: line, centers: try store.departmentCenters(name, limit: listed, by: who))
        }, sections: { sections($0, leads: isAdmin) },
        acts: { page, reload in
          [
            DirectoryAct(
              binding: KeyBinding(
                "correct", [.character("e"), KeyPress(.function(2))], label: Phrase(zh: "更正", en: "correct"),
                explanation: Phrase(zh: "更正类别和管辖（办法第5条）", en: "correct kind and jurisdiction (article 5)"), prominence: .footer,
                refusal: sitting.isStaff ? nil : Phrase(zh: "由市科技局更正", en: "the bureau corrects it"))
            ) { correct(page.line.record, sitting, reload) }
          ]
        }))
  }

  private struct Page: Sendable {
    let line: DepartmentLine
    let centers: [OrganizationFile.Center]
  }

  private static func sections(_ page: Page, leads: Bool) -> [RecordSection] {
    let (line, names) = (page.line, PlaceNames.standard)
    let counts = CenterStatus.allCases.map { $0.phrase + Phrase(same: " \(line.centers[$0] ?? 0)") }
    let jurisdiction = line.record.jurisdiction.flatMap { $0.isEmpty ? nil : names[$0.string] }
    var centers = page.centers.map { center in
      RecordSection.Entry(
        cells: [Phrase(same: center.code), center.status.phrase, Phrase(same: center.name)],
        ink: center.status == .active ? .plain : .muted,
        reference: .center(center.code))
    }
    if line.total > centers.count {
      let more = line.total - centers.count
      centers.append(
        RecordSection.Entry(
          cells: [Phrase(zh: "另有 \(more.grouped) 个，在管理序列里筛选", en: "\(more.grouped) more: filter the registry")], ink: .muted))
    }
    var sections = [
      RecordSection(
        heading: names[line.record.name.string],
        entries: [
          RecordSection.pair(Phrase(zh: "类别", en: "kind"), line.record.kind.phrase),
          RecordSection.pair(Phrase(zh: "管辖", en: "jurisdiction"), jurisdiction ?? .notSaid),
          RecordSection.pair(Phrase(zh: "中心", en: "centers"), .list(counts)),
        ])
    ]
    if !line.people.isEmpty {
      sections.append(
        RecordSection(
          heading: Phrase(zh: "账号", en: "Logins"),
          entries: line.people.map { person in
            let login = person.split(separator: " ").first.map(String.init) ?? person
            return RecordSection.Entry(cells: [Phrase(same: person)], reference: leads ? .user(login) : nil)
          }))
    }
    return sections + [RecordSection(heading: Phrase(zh: "中心", en: "Centers"), entries: centers)]
  }

  private static func correct(_ record: DepartmentRecord, _ sitting: Sitting, _ reload: @escaping @MainActor () -> Void) {
    let kinds = DepartmentKind.allCases
    let places = (try? Places.standard.get()).map { $0.counties + $0.zones + [$0.city] } ?? []
    sitting.runtime.push(
      ActScreen.correcting(
        sitting,
        ActScreen.Description(
          title: Phrase(zh: "更正 ", en: "Correct ") + PlaceNames.standard[record.name.string], verb: Phrase(zh: "保存", en: "Save"),
          done: Phrase(zh: "已更正", en: "It is corrected"), draft: "department/\(record.name)"),
        [
          ActField(
            id: "kind", label: Phrase(zh: "类别", en: "Kind"), kind: .choice(kinds.map(\.phrase)), takesCharacters: false,
            initial: String(kinds.firstIndex(of: record.kind) ?? 0)),
          ActField(
            id: "jurisdiction", label: Phrase(zh: "管辖", en: "Jurisdiction"), kind: .line(limit: 60), isOptional: true,
            initial: record.jurisdiction?.string ?? "", suggestions: places),
        ], seeing: record,
        doing: { store, who, answers, seen in
          let kind = answers.place("kind").map { kinds[$0] } ?? record.kind
          try store.correctDepartment(
            DepartmentRecord(name: record.name, kind: kind, jurisdiction: answers.text("jurisdiction")),
            expecting: seen, by: who)
          return nil
        }, then: reload))
  }
}

extension Phrase {
  static let departments = Phrase(zh: "归口管理部门", en: "Departments")
}
