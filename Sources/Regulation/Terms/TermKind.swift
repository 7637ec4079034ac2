import Wording

/// Which list of the city a term stands in: those that article 3 says centers are to raise, and the fields of article 8.
///
/// Articles 3 and 8 name the lists and nothing that stands in them, so staff keep all three. A center and an application name their field, and a
/// call its priority fields; no article has a center name an industry or a cluster, and no file has a place for it, so none does: the two lists
/// are kept for planning (article 4(3)), and a cluster names its county, where its centers are found.
public enum TermKind: String, Term, Codable {
  /// A field of technology (技术领域, article 8).
  case field
  /// An industry of the “2+8” (“2+8”优势产业, article 3).
  case industry
  /// An industrial cluster of a county (县域特色产业集群, article 3).
  case cluster

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .field: Phrase(zh: "技术领域", en: "field")
    case .industry: Phrase(zh: "“2+8”产业", en: "2+8 industry")
    case .cluster: Phrase(zh: "县域集群", en: "county cluster")
    }
  }

  /// The article that knows of the list.
  public var article: String { self == .field ? "8" : "3" }
}
