import Wording

extension Eligibility {
  /// Article 9.7: name, research direction, research content and goals are stated; the name is unlike any active center's.
  ///
  /// - Parameter activeCenterNames: `nil` where nobody can know, as for a file alone: then it is not looked at.
  static func article9_7(_ form: ApplicationForm, activeCenterNames: [PlainText]?) -> EligibilityFinding {
    let center = form.center
    var parts: [EligibilityPart] = [.stated(.centerName, center.name, shown: true)]
    if let activeCenterNames, let name = center.name, !name.isEmpty {
      let isTaken = activeCenterNames.contains { CenterNameKey($0) == CenterNameKey(name) }
      parts.append(
        EligibilityPart(
          .nameOfItsOwn, holds: !isTaken, found: isTaken ? Phrase(zh: "有", en: "there is one") : Phrase(zh: "无", en: "none"),
          required: Phrase(zh: "无", en: "none")))
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
