import CenterStore
import Regulation

/// The made-up people: experts and users of every role.
enum DemoPeople {
  /// How many hosts have a login, at most.
  static let hosts = 20

  /// A name of a novel; the same for the same number.
  static func name(_ number: Int) throws -> PlainText {
    let surname = DemoWords.surnames[number % DemoWords.surnames.count]
    let given = DemoWords.givenNames[(number / DemoWords.surnames.count + number * 3) % DemoWords.givenNames.count]
    return try PlainText(surname + given)
  }

  /// So many experts: two of three technical, from universities and institutes, the others for management and finance: an accountant of a firm of
  /// accountants, and one who answers for the books of a company.
  static func experts(_ count: Int, hosts: [PlainText], _ generator: inout SeededGenerator) throws -> [ExpertRecord] {
    let fields = Array(Set(DemoWords.trades.map(\.field))).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return try (0..<count).map { index in
      let kind: ExpertKind = index % 6 == 4 ? .management : index % 6 == 5 ? .finance : .technical
      // One works for a host of the city and one did so, under the name that it had then: both have to step aside there.
      let (usual, title): DemoWords.Office =
        switch kind {
        case .technical:
          (DemoWords.institutes[index % DemoWords.institutes.count], DemoWords.titles[index % DemoWords.titles.count])
        case .management: DemoWords.managers[index / 6 % DemoWords.managers.count]
        case .finance: DemoWords.accountants[index / 6 % DemoWords.accountants.count]
        }
      let own =
        switch kind {
        case .technical: (0..<3).map { fields[(index + $0 * 4) % fields.count] }
        case .management: ["科技管理"]
        case .finance: ["财务审计"]
        }
      let employer = index == 8 ? hosts[min(3, hosts.count - 1)] : try PlainText(usual)
      let former = index == 5 ? [hosts[min(1, hosts.count - 1)]] : []
      return ExpertRecord(
        login: try PlainText("expert\(index + 1)"), name: try name(index), employer: employer, formerEmployers: former,
        title: try PlainText(title),
        fields: try own.map { try PlainText($0) }, kind: .some(kind))
    }
  }

  /// The users beside the experts: bureau, viewer, a login for each department and for each of the first hosts.
  static func users(_ registry: DemoRegistry) throws -> [UserRecord] {
    var users = [
      UserRecord(login: try PlainText("bureau"), name: try PlainText("平台科·东方清和"), role: .bureau),
      UserRecord(login: try PlainText("viewer"), name: try PlainText("来宾"), role: .viewer),
    ]
    for (index, department) in registry.departments.enumerated() {
      users.append(
        UserRecord(
          login: try PlainText("department\(index + 1)"), name: try name(index + 120), role: .department, organization: department.name))
    }
    for (index, organization) in registry.organizations.prefix(hosts).enumerated() {
      users.append(
        UserRecord(login: try PlainText("host\(index + 1)"), name: try name(index + 160), role: .host, organization: organization.name))
    }
    return users
  }
}
