import Regulation
import Wording

/// What a matter is about, in a line, as the store keeps it: words of the regulation by their names, so that everybody reads them in their own
/// language, and names as they are.
enum MatterSubject {
  /// `aspect:host_name;aspect:field`, `ground:falsified`, `name:李主任`.
  static func text(_ request: ChangeRequest) -> String {
    request.petition.changes.map { "aspect:\($0.aspect.rawValue)" }.joined(separator: ";")
  }

  static func text(_ filing: DirectorFiling) -> String { "name:\(filing.director)" }

  static func text(_ revocation: Revocation) -> String { "ground:\(revocation.case.ground.rawValue)" }

  /// Of a matter of any kind; `nil` for a kind that has no such line.
  static func text(of matter: some Matter) -> String? {
    switch matter {
    case let request as ChangeRequest: text(request)
    case let filing as DirectorFiling: text(filing)
    case let revocation as Revocation: text(revocation)
    default: nil
    }
  }

  /// The article that it rests on: of a revocation the item of its ground.
  static func article(_ text: String, of kind: MatterKind) -> String {
    guard text.hasPrefix("ground:"), let ground = RevocationGround(rawValue: String(text.dropFirst(7))) else { return kind.article }
    return ground.article
  }

  /// The line for people.
  static func phrase(_ text: String) -> Phrase {
    if text.hasPrefix("name:") { return Phrase(same: String(text.dropFirst(5))) }
    if text.hasPrefix("ground:") { return RevocationGround(rawValue: String(text.dropFirst(7)))?.phrase ?? Phrase(same: text) }
    let aspects = text.split(separator: ";").compactMap { CenterAspect(rawValue: String($0.dropFirst(7)))?.phrase }
    return Phrase(zh: aspects.map(\.zh).joined(separator: "、"), en: aspects.map(\.en).joined(separator: ", "))
  }
}
