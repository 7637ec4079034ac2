import Wording

extension Eligibility {
  /// Article 9.7: name, research direction, research content and goals are stated; the name is unlike any active center's.
  ///
  /// - Parameter activeCenters: `nil` where nobody can know, as for a file alone: then it is not looked at.
  static func article9_7(_ form: ApplicationForm, among activeCenters: [ActiveCenter]?) -> EligibilityFinding {
    let center = form.center
    var parts: [EligibilityPart] = [.stated(.centerName, center.name, shown: true)]
    if let activeCenters, let name = center.name, !name.isEmpty {
      // Whoever has to choose another name wants to know whose it is.
      let taken = activeCenters.filter { CenterNameKey($0.name) == CenterNameKey(name) }.map { "\($0.code) \($0.name)" }
      let found = Phrase(zh: taken.joined(separator: "、"), en: taken.joined(separator: ", "))
      let none = Phrase(zh: "无", en: "none")
      parts.append(EligibilityPart(.nameOfItsOwn, holds: taken.isEmpty, found: taken.isEmpty ? none : found, required: none))
    }
    parts += [
      .stated(.researchDirection, center.researchDirection, shown: false),
      .stated(.researchContent, center.researchContent, shown: false), .stated(.goals, center.goals, shown: false),
    ]
    return EligibilityFinding("9.7", basis: .declared, parts)
  }

  /// Whether a name has the form `沧州市…技术创新中心`, with something between.
  public static func isUsualName(_ name: PlainText) -> Bool {
    let (city, ending) = ("沧州市", "技术创新中心")
    let name = NameKey(name).string
    return name.hasPrefix(city) && name.hasSuffix(ending) && name.count > city.count + ending.count
  }
}
