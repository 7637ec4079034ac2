import CenterStore
import Regulation

/// The made-up registry: departments, host units and centers over all counties and fields of the city.
struct DemoRegistry {
  /// A center, with what the rest of the story needs to know of it.
  struct Center {
    let record: CenterRecord
    let trade: DemoWords.Trade
    /// How good it is, 0 … 100; decides facts and scores.
    let quality: Int
  }

  let departments: [DepartmentRecord]
  let organizations: [OrganizationRecord]
  let centers: [Center]

  /// Which center comes into the registry by an application of the year.
  static let applicant = 10
  /// How many days before the end of the story it is certified.
  static let certifiedDaysAgo = 75

  /// Makes so many centers.
  ///
  /// - Parameter today: the end of the story; no center is certified later.
  init(count: Int, today: Day, places: Places, _ generator: inout SeededGenerator) throws {
    let calendar = try WorkingDays.standard.get()
    let regions = places.counties + places.zones
    var departments = try regions.map { region in
      DepartmentRecord(name: try PlainText("\(region.zh)科学技术局"), kind: .county, jurisdiction: try PlainText(region.zh))
    }
    let municipal = places.municipalDepartments.filter { $0.zh.hasSuffix("农业农村局") || $0.zh.hasSuffix("教育局") }
    departments += try municipal.map { DepartmentRecord(name: try PlainText($0.zh), kind: .municipal, jurisdiction: try PlainText("沧州市")) }
    self.departments = departments

    var organizations: [OrganizationRecord] = []
    var centers: [Center] = []
    // Below a thousand centers every host has its own; beyond, five share one, as in a registry that has grown for long.
    let sharing = count > 1000 ? 5 : 1
    for index in 0..<count {
      // What belongs to the host is the same for all of its centers.
      let hostNumber = index / sharing
      let first = hostNumber * sharing
      let trade = DemoWords.trades[first % DemoWords.trades.count]
      let region = regions[(first * 7) % regions.count]
      let kind: HostKind = first % 15 == 7 ? .university : first % 19 == 11 ? .institute : first % 23 == 17 ? .technical : .enterprise
      let host = try DemoRegistry.hostName(hostNumber, kind, region.zh, trade)
      if index == first {
        organizations.append(try DemoRegistry.organization(host, kind, county: region.zh, number: hostNumber, &generator))
      }
      let coBuilders = kind != .enterprise || generator.chance(35) ? try [PlainText(DemoRegistry.coBuilder(index, trade))] : []
      let certifiedOn = try DemoRegistry.certified(index, today, calendar)
      let status: CenterStatus = index % 29 == 23 ? .revoked : index % 41 == 37 ? .reorganised : .active
      let digits = String(index + 1)
      let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      let suffix = count > 1000 ? "（\(DemoWords.mark(index + 1))）" : index >= DemoWords.trades.count ? "与应用（\(region.zh)）" : ""
      let record = CenterRecord(
        code: try PlainText("YS\(certifiedOn.year)-\(number)"), name: try PlainText("沧州市\(trade.subject)\(suffix)技术创新中心"),
        host: host, hostKind: kind, coBuilders: coBuilders,
        department: try PlainText(DemoRegistry.department(kind, trade, municipal.map(\.zh)) ?? "\(region.zh)科学技术局"),
        field: try PlainText(trade.field), certifiedOn: certifiedOn, status: status,
        director: try DemoPeople.name(index + 40), formerNames: index % 17 == 4 ? [try PlainText("沧州市\(trade.subject)工程技术研究中心")] : [])
      centers.append(Center(record: record, trade: trade, quality: DemoRegistry.quality(index, &generator)))
    }
    self.organizations = organizations
    self.centers = centers
  }

  /// The municipal department whose centers are not their county's: universities are the education bureau's, seeds that of agriculture.
  private static func department(_ kind: HostKind, _ trade: DemoWords.Trade, _ municipal: [String]) -> String? {
    if kind == .university { return municipal.first { $0.hasSuffix("教育局") } }
    return trade.product == "种业" ? municipal.first { $0.hasSuffix("农业农村局") } : nil
  }

  /// How long ago a center was certified, in years: most long enough to be due (article 26). The many of a large registry were all there
  /// before the desk was set up.
  private static func age(_ index: Int) -> Int {
    let age = [2, 4, 6, 3, 8, 5, 1, 7, 4, 2, 0][index % 11]
    return index < 1000 || age > 5 ? age : age + 6
  }

  /// The day of a center's certification, a working day.
  private static func certified(_ index: Int, _ today: Day, _ calendar: WorkingDays) throws -> Day {
    if index == applicant { return workingDay(today.adding(days: -certifiedDaysAgo), -1, calendar) }
    let usual = try usualDay(today.year - age(index), index)
    // What would still be to come was certified a year earlier.
    return workingDay(usual < today.adding(days: -10) ? usual : try usualDay(today.year - 1, index), 1, calendar)
  }

  private static func usualDay(_ year: Int, _ index: Int) throws -> Day {
    guard let day = Day(year, index % 6 + 1, index % 27 + 2) else { throw Refusal(article: nil, .init(same: "no such day")) }
    return day
  }

  /// A day itself where it is worked, else the next one in a direction.
  static func workingDay(_ day: Day, _ direction: Int, _ calendar: WorkingDays) -> Day {
    var day = day
    // New Year's Day is off in years too whose holidays are not given out.
    while !calendar.isWorkingDay(day) || day == Day(day.year, 1, 1) { day = day.adding(days: direction) }
    return day
  }

  /// Most centers are good, a few very good, a few lacking.
  private static func quality(_ index: Int, _ generator: inout SeededGenerator) -> Int {
    switch index % 12 {
    case 3: generator.number(92...97)
    case 8: generator.number(50...58)
    default: generator.number(66...90)
    }
  }

  private static func hostName(_ number: Int, _ kind: HostKind, _ region: String, _ trade: DemoWords.Trade) throws -> PlainText {
    let firm = DemoWords.firms[number % DemoWords.firms.count]
    let mark = DemoWords.mark(number / DemoWords.firms.count)
    let place = region.hasSuffix("区") && region.count > 4 ? "沧州" : region.replacing("回族自治县", with: "县")
    return switch kind {
    case .enterprise, .other: try PlainText("\(place)\(mark)\(firm)\(trade.product)有限公司")
    case .university: try PlainText("沧州\(mark)\(firm)工学院")
    case .institute: try PlainText("沧州\(mark)\(firm)\(trade.product)研究院")
    case .technical: try PlainText("沧州\(mark)\(firm)\(trade.product)检测技术中心")
    }
  }

  private static func coBuilder(_ index: Int, _ trade: DemoWords.Trade) -> String {
    index % 2 == 0 ? DemoWords.institutes[index % 3] : "河北\(DemoWords.firms[(index * 5) % DemoWords.firms.count])\(trade.product)集团有限公司"
  }

  private static func organization(
    _ name: PlainText, _ kind: HostKind, county: String, number: Int, _ generator: inout SeededGenerator
  ) throws -> OrganizationRecord {
    let old = number % 7 == 3 ? [try PlainText(name.string.replacing("有限公司", with: "厂").replacing("工学院", with: "职业技术学校"))] : []
    return OrganizationRecord(
      name: name, kind: .some(kind), province: try PlainText("河北省"), county: try PlainText(county), aliases: old,
      contact: try DemoPeople.name(number + 90), phone: try PlainText("0317-000\(1000 + generator.number(0...8999))"))
  }
}
