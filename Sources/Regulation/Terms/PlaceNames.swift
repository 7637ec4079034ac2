import Wording

/// The English names of what the registry keeps in Chinese and the program knows: places of the city and its departments.
public struct PlaceNames: Sendable {
  private let names: [String: Phrase]

  /// The names of the embedded lists, made once.
  public static let standard = PlaceNames()

  private init() {
    guard let places = try? Places.standard.get() else {
      names = [:]
      return
    }
    let all = places.counties + places.zones + places.municipalDepartments
    names = Dictionary(all.map { ($0.zh, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A name in both languages; what is not known keeps its own.
  public subscript(_ name: String) -> Phrase {
    if let known = names[name] { return known }
    // The departments of the counties are named after them (article 5).
    let suffix = "科学技术局"
    guard name.hasSuffix(suffix), let place = names[String(name.dropLast(suffix.count))] else { return Phrase(same: name) }
    return Phrase(zh: name, en: "\(place.en) S&T Bureau")
  }
}
