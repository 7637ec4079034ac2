import CenterStore
import DeskRuntime
import Regulation
import Synchronization
import Widgets
import Wording

/// The lists of fields of technology, of “2+8” industries and of county clusters, which the bureau keeps, and what stands somewhere as a field
/// though no list holds it (articles 3 and 8).
@MainActor
enum FieldDirectory {
  private static let concerns = ["center.", "import.", "change.", "revocation.", "application.", "call.", "term."]

  static func screen(_ sitting: Sitting) -> any Screen {
    let role = sitting.member.role
    let seesApplications = role != .viewer && role != .agency
    return DirectoryScreen(
      sitting,
      DirectoryList<FieldLine>(
        title: .fieldsAndClusters,
        remark: Phrase(zh: "办法第3、8条，由市科技局维护", en: "articles 3 and 8; the bureau keeps them"),
        empty: Phrase(zh: "没有技术领域。", en: "There is no field."), concerns: concerns,
        columns: [
          .init(title: .name, minimum: 16, ideal: 34, stretch: 1),
          .init(title: Phrase(zh: "类别", en: "Kind"), minimum: 10, ideal: 14),
          .init(title: CenterStatus.active.phrase.asLabel, minimum: 6, ideal: 8, alignment: .right),
          .init(title: Phrase(zh: "优先布局", en: "Priority"), minimum: 8, ideal: 10),
        ] + (seesApplications ? [.init(title: Phrase(zh: "在办申请", en: "Applications"), minimum: 12, ideal: 12, alignment: .right)] : []),
        read: { try $0.fieldRoll(by: $1) }, key: { line in (line.term?.record.kind.rawValue ?? "") + "/" + line.name },
        words: { "\($0.name) \($0.term?.record.english.string ?? "") \($0.term?.record.county.string ?? "")" },
        cells: { line in
          func count(_ number: Int) -> DirectoryList<FieldLine>.Cell { .init(number == 0 ? "-" : number.grouped) }
          return [
            .init(line.phrase, line.kind == .unsaid || line.isRetired ? .muted : .plain), .init(line.kindPhrase, line.ink),
            count(line.centers[.active] ?? 0), .init(line.priority?.short ?? "-", line.priority?.ink ?? .muted),
            count(line.openApplications ?? 0),
          ]
        },
        reference: { .term($0.term?.record.kind ?? .field, $0.name) },
        facets: [
          .init(name: Phrase(zh: "类别", en: "kind")) { [$0.kind.phrase] },
          .init(name: Phrase(zh: "使用", en: "use")) { line in
            line.term == nil ? [] : [line.isRetired ? .retired : Phrase(zh: "在用", en: "in use")]
          },
          .init(name: Phrase(zh: "优先布局", en: "priority")) { $0.priority.map { [$0.phrase] } ?? [] },
        ],
        acts: { _, reload in
          [
            DirectoryAct(
              binding: KeyBinding(
                "new", [.character("n"), KeyPress(.insert)], label: Phrase(zh: "新增", en: "new"),
                explanation: Phrase(zh: "新增技术领域、“2+8”产业或县域集群", en: "enter a field, a 2+8 industry or a county cluster"),
                prominence: .first, refusal: sitting.isStaff ? nil : TermForm.isTheBureaus)
            ) { TermForm.enter(sitting, then: reload) }
          ]
        }))
  }

  /// How many centers a page lists; the registry has them all.
  private nonisolated static let listed = 100

  /// What is on file of one field, industry or cluster; of a field also where it is in no list, or centers name none.
  ///
  /// What a list holds is found again by its number, for its name may be corrected while one looks at it.
  static func page(_ sitting: Sitting, _ kind: TermKind, _ name: String) -> any Screen {
    let number = Mutex<Int64?>(nil)
    return RecordScreen(
      sitting,
      RecordScreen<FieldPage>.Description(
        title: name.isEmpty ? .notSaid : kind == .field ? sitting.names[name] : Phrase(same: name), called: { $0.line.phrase },
        concerns: concerns,
        read: { store, who in
          let known = number.withLock(\.self)
          let found = try store.fieldRoll(by: who).first { line in
            known.map { line.term?.id == $0 } ?? (line.name == name && line.term?.record.kind ?? .field == kind)
          }
          guard let line = found else {
            throw Refusal(Phrase(zh: "已没有中心、申请或通知写这一领域。", en: "No center, application or call names this field any more."))
          }
          number.withLock { $0 = line.term?.id }
          let name = line.name
          let open =
            line.openApplications ?? 0 > 0 ? try store.applications(by: who).filter { $0.field == name && $0.stage.isOpen } : []
          let county = line.term?.record.county.string ?? ""
          let department =
            county.isEmpty ? nil : try store.departmentRoll(by: who).first { $0.record.jurisdiction?.string == county }
          let centers =
            try department.map { try store.departmentCenters($0.record.name.string, limit: listed, by: who) }
            ?? (kind == .field ? store.fieldCenters(name, limit: listed, by: who) : [])
          return FieldPage(line: line, department: department, centers: centers, applications: open)
        }, sections: { $0.sections },
        acts: { page, reload in
          [
            DirectoryAct(
              binding: KeyBinding(
                "registry", [.character("r"), KeyPress(.function(4))], label: Phrase(zh: "管理序列", en: "registry"),
                explanation: Phrase(zh: "在管理序列里只看这里的中心", en: "see in the registry the centers of this page alone"), prominence: .footer,
                refusal: page.registry == nil ? Phrase(zh: "这里没有中心", en: "there is no center here") : nil)
            ) { page.registry?.open(sitting) }
          ] + TermForm.acts(page.line, sitting, reload)
        }))
  }
}

/// What is on file of a field, an industry or a cluster.
struct FieldPage: Sendable {
  let line: FieldLine
  /// The department of a cluster's county.
  let department: DepartmentLine?
  /// The first centers, of the field or of the cluster's county.
  let centers: [OrganizationFile.Center]
  /// The applications under way that one may see.
  let applications: [ApplicationSummary]

  /// How many centers there are.
  private var total: Int { department?.total ?? line.total }
  /// Where all of them are; `nil` where there is none.
  var registry: Reference? {
    if total == 0 { return nil }
    return .registry(department.map { RegistryFilter(department: $0.record.name.string) } ?? RegistryFilter(field: line.name))
  }

  /// What stands on the page.
  var sections: [RecordSection] {
    var head = [RecordSection.pair(Phrase(zh: "类别", en: "kind"), line.kind.long, line.kind.isListed ? .plain : .caution)]
    if let term = line.term {
      // The heading has the name in one language; here is the other.
      let (zh, en) = (term.record.name.string, term.record.english.string)
      head.append(RecordSection.pair(Phrase(zh: "英文名", en: "Chinese name"), Phrase(zh: en, en: zh)))
      if let day = term.retiredOn {
        head.append(
          RecordSection.pair(
            Phrase(zh: "使用", en: "use"),
            Phrase(zh: "\(day) 起停用；在案的保留，不供新的选用", en: "retired since \(day): it stays where it is on file, and is offered for nothing new"),
            .caution))
      }
      if term.record.kind == .cluster {
        let county = term.record.county.string
        head.append(RecordSection.pair(Phrase(zh: "县（市、区）", en: "county"), county.isEmpty ? .notSaid : PlaceNames.standard[county]))
      }
    }
    if line.priority != nil || department != nil {
      let counts = CenterStatus.allCases.map { $0.phrase + Phrase(same: " \((department?.centers ?? line.centers)[$0] ?? 0)") }
      head.append(RecordSection.pair(Phrase(zh: "中心", en: "centers"), .list(counts), to: registry))
    }
    if let priority = line.priority { head.append(RecordSection.pair(Phrase(zh: "优先布局", en: "priority"), priority.phrase, priority.ink)) }
    let heading = RecordSection(heading: line.phrase, entries: head)
    guard line.priority != nil || department != nil else {
      let words = Phrase(
        zh: "办法没有要求中心写明所属产业或集群，中心只写技术领域。", en: "No article has a center name its industry or cluster: it names its field.")
      return [heading, RecordSection(heading: .centersHere, entries: [RecordSection.Entry(cells: [words], ink: .muted)])]
    }
    return [heading, centerSection] + (line.openApplications == nil ? [] : [applicationSection])
  }

  private var centerSection: RecordSection {
    var entries = centers.map { center in
      RecordSection.Entry(
        cells: [Phrase(same: center.code), center.status.phrase, Phrase(same: center.name)],
        ink: center.status == .active ? .plain : .muted, reference: .center(center.code))
    }
    if total > centers.count {
      let more = total - centers.count
      entries.append(
        RecordSection.Entry(
          cells: [Phrase(zh: "另有 \(more.grouped) 个，在管理序列里看", en: "\(more.grouped) more: see the registry")], reference: registry))
    }
    return RecordSection(
      heading: department == nil ? .centersHere : Phrase(zh: "该县（市、区）的中心", en: "Centers of the county"), entries: entries)
  }

  private var applicationSection: RecordSection {
    RecordSection(
      heading: .openApplications,
      entries: applications.map { application in
        RecordSection.Entry(
          cells: [Phrase(same: application.number), application.stage.phrase, Phrase(same: application.name)],
          reference: .application(application.number))
      })
  }
}
