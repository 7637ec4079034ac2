import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The list of fields of technology, and what stands there as one though no list holds it (articles 3 and 8).
@MainActor
enum FieldDirectory {
  private static let concerns = ["center.", "import.", "change.", "revocation.", "application.", "call."]

  static func screen(_ sitting: Sitting) -> any Screen {
    let role = sitting.member.role
    let seesApplications = role != .viewer && role != .agency
    return DirectoryScreen(
      sitting,
      DirectoryList<FieldLine>(
        title: .fieldsAndClusters,
        remark: Phrase(zh: "第3条未列“2+8”产业和集群的名目", en: "article 3 names no “2+8” industry and no cluster"),
        empty: Phrase(zh: "没有技术领域。", en: "There is no field."), concerns: concerns,
        columns: [
          .init(title: .field, minimum: 16, ideal: 34, stretch: 1),
          .init(title: Phrase(zh: "类别", en: "Kind"), minimum: 10, ideal: 12),
          .init(title: CenterStatus.active.phrase.asLabel, minimum: 6, ideal: 8, alignment: .right),
          .init(title: Phrase(zh: "优先布局", en: "Priority"), minimum: 8, ideal: 10),
        ] + (seesApplications ? [.init(title: Phrase(zh: "在办申请", en: "Applications"), minimum: 12, ideal: 12, alignment: .right)] : []),
        read: { try $0.fieldRoll(by: $1) }, key: \.name, words: { FieldNames.standard[$0.name].en },
        cells: { line in
          func count(_ number: Int) -> DirectoryList<FieldLine>.Cell { .init(number == 0 ? "-" : number.grouped) }
          return [
            .init(line.phrase, line.kind == .unsaid ? .muted : .plain), .init(line.kind.phrase, line.kind.ink),
            count(line.centers[.active] ?? 0), .init(line.priority.short, line.priority.ink), count(line.openApplications ?? 0),
          ]
        },
        reference: { .field($0.name) },
        facets: [
          .init(name: Phrase(zh: "类别", en: "kind")) { [$0.kind.phrase] },
          .init(name: Phrase(zh: "优先布局", en: "priority")) { [$0.priority.phrase] },
        ]))
  }

  /// How many centers a page lists; the registry has them all.
  private nonisolated static let listed = 100

  /// What is on file of one field.
  static func page(_ sitting: Sitting, _ name: String) -> any Screen {
    RecordScreen(
      sitting,
      RecordScreen<Page>.Description(
        title: name.isEmpty ? .notSaid : FieldNames.standard[name], concerns: concerns,
        read: { store, who in
          guard let line = try store.fieldRoll(by: who).first(where: { $0.name == name }) else {
            throw Refusal(Phrase(zh: "已没有中心、申请或通知写这一领域。", en: "No center, application or call names this field any more."))
          }
          let open =
            line.openApplications ?? 0 > 0 ? try store.applications(by: who).filter { $0.field == name && $0.stage.isOpen } : []
          return Page(line: line, centers: try store.fieldCenters(name, limit: listed, by: who), applications: open)
        }, sections: sections,
        acts: { page, _ in
          [
            DirectoryAct(
              binding: KeyBinding(
                "registry", [.character("r"), KeyPress(.function(4))], label: Phrase(zh: "管理序列", en: "registry"),
                explanation: Phrase(zh: "在管理序列里只看这一领域的中心", en: "see in the registry the centers of this field alone"), prominence: .footer,
                refusal: page.line.total == 0 ? Phrase(zh: "这一领域没有中心", en: "no center is of this field") : nil)
            ) { Reference.registry(RegistryFilter(field: name)).open(sitting) }
          ]
        }))
  }

  private struct Page: Sendable {
    let line: FieldLine
    let centers: [OrganizationFile.Center]
    /// Those under way that one may see.
    let applications: [ApplicationSummary]
  }

  private static func sections(_ page: Page) -> [RecordSection] {
    let line = page.line
    let counts = CenterStatus.allCases.map { $0.phrase + Phrase(same: " \(line.centers[$0] ?? 0)") }
    var head = [RecordSection.pair(Phrase(zh: "类别", en: "kind"), line.kind.long, line.kind.ink)]
    if line.kind == .listed {
      let names = FieldNames.standard[line.name]
      // The heading has the name in one language; here is the other.
      head.append(RecordSection.pair(Phrase(zh: "英文名", en: "Chinese name"), Phrase(zh: names.en, en: names.zh)))
    }
    head += [
      RecordSection.pair(
        Phrase(zh: "中心", en: "centers"), .list(counts), to: line.total == 0 ? nil : .registry(RegistryFilter(field: line.name))),
      RecordSection.pair(Phrase(zh: "优先布局", en: "priority"), line.priority.phrase, line.priority.ink),
    ]
    var centers = page.centers.map { center in
      RecordSection.Entry(
        cells: [Phrase(same: center.code), center.status.phrase, Phrase(same: center.name)],
        ink: center.status == .active ? .plain : .muted, reference: .center(center.code))
    }
    if line.total > centers.count {
      let more = line.total - centers.count
      centers.append(
        RecordSection.Entry(
          cells: [Phrase(zh: "另有 \(more.grouped) 个，在管理序列里看", en: "\(more.grouped) more: see the registry")],
          reference: .registry(RegistryFilter(field: line.name))))
    }
    let applications = page.applications.map { application in
      RecordSection.Entry(
        cells: [Phrase(same: application.number), application.stage.phrase, Phrase(same: application.name)],
        reference: .application(application.number))
    }
    return [
      RecordSection(heading: line.phrase, entries: head), RecordSection(heading: Phrase(zh: "中心", en: "Centers"), entries: centers),
    ] + (line.openApplications == nil ? [] : [RecordSection(heading: .openApplications, entries: applications)])
  }
}

extension FieldLine {
  /// What it is called.
  fileprivate var phrase: Phrase { kind == .unsaid ? .notSaid : FieldNames.standard[name] }
}

extension FieldLine.Kind {
  /// In a word.
  fileprivate var phrase: Phrase {
    switch self {
    case .listed: Phrase(zh: "技术领域", en: "field")
    case .unlisted: Phrase(zh: "未列入", en: "not listed")
    case .unsaid: .notSaid
    }
  }

  /// In a sentence.
  fileprivate var long: Phrase {
    switch self {
    case .listed: Phrase(zh: "技术领域", en: "field of the list")
    case .unlisted: Phrase(zh: "未列入名录，只是有中心、申请或通知这样写", en: "not listed: only centers, applications or a call name it")
    case .unsaid: Phrase(zh: "没有写技术领域的", en: "those that name no field")
    }
  }

  fileprivate var ink: Ink { self == .listed ? .plain : .caution }
}

extension FieldLine.Priority {
  /// The year of the call that names it.
  fileprivate var short: String {
    if case .named(let year) = self { return String(year) }
    return "-"
  }

  /// In a sentence.
  fileprivate var phrase: Phrase {
    switch self {
    case .noCall: Phrase(zh: "还没有申报通知", en: "there is no call yet")
    case .unrestricted(let year): Phrase(zh: "\(year) 年度申报通知未限定领域", en: "the call of \(year) names no priority fields")
    case .named(let year): Phrase(zh: "\(year) 年度优先布局（办法第8条）", en: "a priority of the call of \(year) (article 8)")
    case .outside(let year):
      Phrase(zh: "不在 \(year) 年度优先布局之内，申请会标出，不因此拒绝", en: "not a priority of the call of \(year): applications are flagged, not refused")
    }
  }

  fileprivate var ink: Ink {
    if case .named = self { return .accent }
    return .muted
  }
}

extension Phrase {
  static let fieldsAndClusters = Phrase(zh: "技术领域、产业集群", en: "Fields and clusters")
  fileprivate static let openApplications = Phrase(zh: "在办申请", en: "Open applications")
}
