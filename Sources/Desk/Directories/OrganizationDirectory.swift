import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The list of organizations: hosts, co-builders, employers of experts.
@MainActor
enum OrganizationDirectory {
  static func screen(_ sitting: Sitting) -> any Screen {
    let names = PlaceNames.standard
    return DirectoryScreen(
      sitting,
      DirectoryList<OrganizationLine>(
        title: .organizations, remark: Phrase(zh: "依托单位、共建单位、专家所在单位", en: "hosts, co-builders, employers of experts"),
        empty: Phrase(zh: "还没有单位，导入中心时建立。", en: "There is none yet; importing centers makes them."),
        concerns: ["organization.", "import.", "center.", "change.", "application."],
        columns: [
          .init(title: Phrase(zh: "名称", en: "Name"), minimum: 24, ideal: 40, stretch: 2),
          .init(title: Phrase(zh: "性质", en: "Kind"), minimum: 16, ideal: 18),
          .init(title: Phrase(zh: "省", en: "Province"), minimum: 14, ideal: 14, priority: 2),
          .init(title: Phrase(zh: "县（市、区）", en: "County"), minimum: 16, ideal: 18, priority: 1),
          .init(title: Phrase(zh: "曾用名、简称", en: "Other names"), minimum: 14, ideal: 24, stretch: 1, priority: 3),
          .init(title: Phrase(zh: "依托", en: "Hosts"), minimum: 5, ideal: 5, alignment: .right),
          .init(title: Phrase(zh: "共建", en: "Co-builds"), minimum: 4, ideal: 9, alignment: .right),
        ],
        read: { try $0.organizationRoll(by: $1) }, key: { $0.record.name.string },
        words: { ($0.record.aliases ?? []).map(\.string).joined(separator: " ") + " " + ($0.record.county?.string ?? "") },
        cells: { line in
          [
            .init(line.record.name.string), .init(line.record.kindPhrase), .init(names[line.record.province?.string ?? ""]),
            .init(names[line.record.county?.string ?? ""]),
            .init(.list((line.record.aliases ?? []).map { Phrase(same: $0.string) })), .init(line.hosted == 0 ? "-" : String(line.hosted)),
            .init(line.coBuilt == 0 ? "-" : String(line.coBuilt)),
          ]
        },
        reference: { .organization($0.record.name.string) },
        facets: [
          .init(name: Phrase(zh: "性质", en: "kind")) { [$0.record.kindPhrase] },
          .init(name: Phrase(zh: "县（市、区）", en: "county")) { line in
            line.record.county.flatMap { $0.isEmpty ? nil : [names[$0.string]] } ?? [.notSaid]
          },
          .init(name: Phrase(zh: "作用", en: "part")) { line in
            (line.hosted > 0 ? [Phrase(zh: "依托单位", en: "host")] : []) + (line.coBuilt > 0 ? [Phrase(zh: "共建单位", en: "co-builder")] : [])
          },
        ], tables: [.organizations]))
  }

  /// What is on file of one organization.
  static func page(_ sitting: Sitting, _ name: String) -> any Screen {
    RecordScreen(
      sitting,
      RecordScreen<OrganizationFile>.Description(
        title: Phrase(same: name), concerns: ["organization.", "import.", "center.", "change.", "application.", "user."],
        read: { try $0.organizationFile(name, by: $1) }, sections: { sections($0, leads: sitting.member.role == .admin) },
        acts: { file, reload in
          [
            DirectoryAct(
              binding: KeyBinding(
                "correct", [.character("e"), KeyPress(.function(2))], label: Phrase(zh: "更正", en: "correct"),
                explanation: Phrase(
                  zh: "更正性质、所在地、曾用名、联系人；名称按第31条变更", en: "correct kind, place, other names, contact; the name changes by article 31"),
                prominence: .footer,
                refusal: sitting.isStaff ? nil : Phrase(zh: "由市科技局更正", en: "the bureau corrects it"))
            ) { correct(file.record, sitting, reload) }
          ]
        }))
  }

  private static func sections(_ file: OrganizationFile, leads: Bool) -> [RecordSection] {
    let (record, names) = (file.record, PlaceNames.standard)
    func told(_ text: PlainText?) -> Phrase { text.flatMap { $0.isEmpty ? nil : names[$0.string] } ?? .notSaid }
    var entries = [
      RecordSection.pair(Phrase(zh: "性质", en: "kind"), record.kindPhrase),
      RecordSection.pair(Phrase(zh: "省", en: "province"), told(record.province)),
      RecordSection.pair(Phrase(zh: "县（市、区）", en: "county"), told(record.county)),
      RecordSection.pair(
        Phrase(zh: "曾用名、简称", en: "other names"),
        (record.aliases ?? []).isEmpty ? Phrase(zh: "无", en: "none") : .list((record.aliases ?? []).map { Phrase(same: $0.string) })),
    ]
    if file.showsContact {
      entries.append(RecordSection.pair(Phrase(zh: "联系人", en: "contact"), told(record.contact)))
      entries.append(RecordSection.pair(Phrase(zh: "电话", en: "telephone"), told(record.phone)))
    }
    func centers(_ isHosted: Bool) -> [RecordSection.Entry] {
      file.centers.filter { $0.isHosted == isHosted }.map { center in
        RecordSection.Entry(
          cells: [Phrase(same: center.code), center.status.phrase, Phrase(same: center.name)],
          ink: center.status == .active ? .plain : .muted,
          reference: .center(center.code))
      }
    }
    let people = file.people.map { person -> RecordSection.Entry in
      let former = person.isFormer ? Phrase(zh: "（曾任职）", en: " (formerly)") : Phrase(same: "")
      let reference: Reference? = person.role == .expert ? .expert(person.login) : leads ? .user(person.login) : nil
      return RecordSection.Entry(
        cells: [Phrase(same: person.login), Phrase(same: "\(person.name)  ") + person.role.phrase + former], reference: reference)
    }
    return [
      RecordSection(heading: Phrase(same: record.name.string), entries: entries),
      RecordSection(heading: Phrase(zh: "依托建设的中心", en: "Centers that it hosts"), entries: centers(true)),
      RecordSection(heading: Phrase(zh: "共建的中心", en: "Centers that it co-builds"), entries: centers(false)),
    ] + (file.people.isEmpty ? [] : [RecordSection(heading: Phrase(zh: "人员", en: "Its people"), entries: people)])
  }

  private static func correct(_ record: OrganizationRecord, _ sitting: Sitting, _ reload: @escaping @MainActor () -> Void) {
    let kinds = HostKind.allCases
    let kind = (record.kind ?? nil).flatMap { kinds.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let places = (try? Places.standard.get()).map { $0.counties + $0.zones } ?? []
    func line(_ id: String, _ label: Phrase, _ text: PlainText?, limit: Int = 60, suggestions: [Phrase] = []) -> ActField {
      ActField(id: id, label: label, kind: .line(limit: limit), isOptional: true, initial: text?.string ?? "", suggestions: suggestions)
    }
    sitting.runtime.push(
      ActScreen.correcting(
        sitting,
        ActScreen.Description(
          title: Phrase(zh: "更正 \(record.name)", en: "Correct \(record.name)"), verb: Phrase(zh: "保存", en: "Save"),
          done: Phrase(zh: "已更正", en: "It is corrected"), draft: "organization/\(record.name)", marksOptional: false),
        [
          ActField(
            id: "kind", label: Phrase(zh: "性质", en: "Kind"), kind: .choice([.notSaid] + kinds.map(\.phrase)), takesCharacters: false,
            initial: String(kind)),
          line("province", Phrase(zh: "省", en: "Province"), record.province),
          line("county", Phrase(zh: "县（市、区）", en: "County"), record.county, suggestions: places),
          ActField(
            id: "aliases", label: Phrase(zh: "曾用名、简称", en: "Other names"), kind: .lines,
            hint: Phrase(zh: "每行一个；回避按全部名称核对", en: "one a line; recusal looks through all of them"), isOptional: true,
            initial: (record.aliases ?? []).map(\.string).joined(separator: "\n")),
          line("contact", Phrase(zh: "联系人", en: "Contact"), record.contact),
          line("phone", Phrase(zh: "电话", en: "Telephone"), record.phone),
        ], seeing: record,
        doing: { store, who, answers, seen in
          let place = answers.place("kind") ?? 0
          let aliases = try answers.text("aliases").string.split(whereSeparator: { "\n;；".contains($0) }).map {
            try PlainText($0.trimmed)
          }
          try store.correctOrganization(
            OrganizationRecord(
              name: record.name, kind: .some(place > 0 ? kinds[place - 1] : nil), province: answers.text("province"),
              county: answers.text("county"), aliases: aliases.filter { !$0.isEmpty }, contact: answers.text("contact"),
              phone: answers.text("phone")), expecting: seen, by: who)
          return nil
        }, then: reload))
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension OrganizationRecord {
  /// What kind of legal person it is, in words.
  var kindPhrase: Phrase { (kind ?? nil)?.phrase ?? .notSaid }
}

extension Phrase {
  static let organizations = Phrase(zh: "单位", en: "Organizations")
  static let notSaid = Phrase(zh: "未注明", en: "not said")
}
