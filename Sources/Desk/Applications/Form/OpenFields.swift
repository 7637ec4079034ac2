import Regulation

extension ApplicationForm {
  /// The fields of the form at which a part of a condition that does not hold, or is unknown, is mended.
  ///
  /// Of a part that looks at several fields those that are empty come before those that are filled in: one of them may be all that is missing.
  func fields(mending part: EligibilityPart) -> [String] {
    let builders = coBuilders ?? []
    func field(_ place: Int, _ name: String) -> String { "builder.\(place).\(name)" }
    switch part.subject {
    case .ownTechnology:
      let empty = [ownIP == nil ? "own_ip" : nil, proprietaryTechnology == nil ? "proprietary_technology" : nil].compactMap { $0 }
      return empty.isEmpty ? ["own_ip"] : empty
    case .coBuildingEnterprise:
      if builders.isEmpty { return ["co_builders"] }
      let empty = builders.enumerated().flatMap { place, builder in
        [builder.kind == nil ? field(place, "kind") : nil, builder.province == nil ? field(place, "province") : nil].compactMap { $0 }
      }
      return empty.isEmpty ? builders.indices.map { field($0, builders[$0].kind == .enterprise ? "province" : "kind") } : empty
    case .agreements:
      return builders.enumerated().filter { $1.agreement.isComplete != true }.map { place, builder in
        if case .signed = builder.agreement { field(place, "agreement") } else { field(place, "signed") }
      }
    case .shareOfConditions: return ["share.conditions"]
    case .shareOfStaff: return ["share.staff"]
    case .shareOfProjects: return ["share.projects"]
    case .shareOfResults: return ["share.results"]
    // What is answered with yes or no goes by the part's own name, the rest by its path in the document.
    default: return [part.subject.rawValue, part.subject.path]
    }
  }
}
