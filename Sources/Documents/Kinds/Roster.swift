import CenterStore
import Regulation
import TableFiles

extension DocumentWriter {
  /// The registry as a list, by department and code: the active centers, and after them those that were revoked or reorganised.
  func roster() throws -> Body {
    var departments: [String: [CenterRecord]] = [:]
    var ended: [CenterRecord] = []
    try store.eachCenter(by: who) { center in
      if (center.status ?? .active) == .active {
        departments[center.department.string, default: []].append(center)
      } else {
        ended.append(center)
      }
    }
    let active = departments.values.reduce(0) { $0 + $1.count }
    return Body(
      title: "沧州市技术创新中心名册",
      values: [
        "active": .integer(active), "ended": .integer(ended.count),
        "departments": .array(
          departments.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
            let centers = departments[name] ?? []
            return ["name": .string(name), "count": .integer(centers.count), "centers": .array(centers.enumerated().map(line))]
          }),
        "ended_centers": .array(ended.enumerated().map(line)),
      ])
  }

  private func line(_ place: Int, _ center: CenterRecord) -> JSONValue {
    [
      "place": .integer(place + 1), "code": .string(center.code.string), "name": .string(center.name.string),
      "host": .string(center.host.string), "co_builders": .string((center.coBuilders ?? []).map(\.string).joined(separator: "、")),
      "field": .string(center.field?.string ?? ""), "certified_on": .string(center.certifiedOn.description),
      "director": .string(center.director?.string ?? ""), "status": .string((center.status ?? .active).phrase.zh),
    ]
  }
}
