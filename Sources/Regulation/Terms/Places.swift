import RegulationData
import Wording

/// The places and bodies of the city, as the data table `places` lists them (articles 3, 5 and 9.1).
public struct Places: Sendable {
  /// The province of the city, 河北省.
  public let province: Phrase
  /// The city, 沧州市.
  public let city: Phrase
  /// The county-level units of Cangzhou (县市区).
  public let counties: [Phrase]
  /// The development zones that stand beside the counties.
  public let zones: [Phrase]
  /// The municipal departments (市直有关部门).
  public let municipalDepartments: [Phrase]
  /// The fields of technology (技术领域).
  public let fields: [Phrase]
  private let municipalKeys: Set<NameKey>

  /// Reads the table; lines of an unknown kind are an error of the data.
  public static func load(_ bytes: [UInt8]) throws(DataError) -> Places {
    var lists: [String: [Phrase]] = ["province": [], "city": [], "county": [], "zone": [], "municipal": [], "field": []]
    for row in try DataTable("places", bytes, columns: ["kind", "zh", "en"]).rows {
      guard lists[row.fields[0]] != nil else {
        throw DataError("places", "line \(row.line)", "kind", zh: "不认识：\(row.fields[0])", en: "is not known: \(row.fields[0])")
      }
      lists[row.fields[0]]?.append(Phrase(zh: row.fields[1], en: row.fields[2]))
    }
    guard let province = lists["province"]?.first, let city = lists["city"]?.first else {
      throw DataError("places", "file", "kind", zh: "缺省份或城市", en: "names no province or no city")
    }
    return Places(lists, province: province, city: city)
  }

  /// The embedded table.
  public static let standard: Result<Places, DataError> = Result { () throws(DataError) in try load(RegulationData.places) }

  private init(_ lists: [String: [Phrase]], province: Phrase, city: Phrase) {
    self.province = province
    self.city = city
    counties = lists["county"] ?? []
    zones = lists["zone"] ?? []
    municipalDepartments = lists["municipal"] ?? []
    fields = lists["field"] ?? []
    municipalKeys = Set(municipalDepartments.map { NameKey($0.zh) })
  }

  /// Whether a department is one of the city's own (article 5).
  public func isMunicipal(department name: PlainText) -> Bool { municipalKeys.contains(NameKey(name)) }

  /// Whether a name is that of a county-level unit of the city or of a zone beside them.
  public func isUnit(_ name: PlainText) -> Bool {
    let key = NameKey(name).string
    return (counties + zones).contains { $0.zh == key }
  }

  /// Whether a place of registration lies in the city (article 9.1): the city itself, one of its county-level units or zones, with or
  /// without the names of the province and the city before it. Any other text does not.
  public func isInCity(_ registeredIn: PlainText) -> Bool { unit(of: registeredIn) != nil }

  /// The county-level unit or the zone that a place of registration names, or the city where it names no more than that; `nil` for what does not
  /// lie in the city.
  public func unit(of registeredIn: PlainText) -> String? {
    var place = NameKey(registeredIn).string[...]
    if place.hasPrefix(province.zh) { place = place.dropFirst(province.zh.count) }
    if place == city.zh { return city.zh }
    if place.hasPrefix(city.zh) { place = place.dropFirst(city.zh.count) }
    return (counties + zones).first { $0.zh == place }?.zh
  }

  /// Whether a province is the city's own (article 9.2: within the province); `河北` means `河北省`, and what lies in it may follow.
  public func isInProvince(_ name: PlainText) -> Bool {
    let name = NameKey(name).string
    return name.hasPrefix(province.zh) || name + "省" == province.zh
  }
}
