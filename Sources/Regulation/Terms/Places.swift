import RegulationData
import Wording

/// The places and bodies of the city, as the data table `places` lists them (articles 3, 5 and 9.1).
public struct Places: Sendable {
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
    var lists: [String: [Phrase]] = ["county": [], "zone": [], "municipal": [], "field": []]
    for row in try DataTable("places", bytes, columns: ["kind", "zh", "en"]).rows {
      guard lists[row.fields[0]] != nil else {
        throw DataError("places", "line \(row.line)", "kind", zh: "不认识：\(row.fields[0])", en: "is not known: \(row.fields[0])")
      }
      lists[row.fields[0]]?.append(Phrase(zh: row.fields[1], en: row.fields[2]))
    }
    return Places(lists)
  }

  /// The embedded table.
  public static let standard: Result<Places, DataError> = Result { () throws(DataError) in try load(RegulationData.places) }

  private init(_ lists: [String: [Phrase]]) {
    counties = lists["county"] ?? []
    zones = lists["zone"] ?? []
    municipalDepartments = lists["municipal"] ?? []
    fields = lists["field"] ?? []
    municipalKeys = Set(municipalDepartments.map { NameKey($0.zh) })
  }

  /// Whether a department is one of the city's own (article 5).
  public func isMunicipal(department name: PlainText) -> Bool { municipalKeys.contains(NameKey(name)) }
}
