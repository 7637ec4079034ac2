import Wording

/// Why an expert can neither be assigned to a center nor score it (回避).
public enum Recusal: Sendable, Hashable {
  /// Employed now by the host or a co-builder.
  case employed(PlainText, CenterTies.Side)
  /// Employed by it in the last three years.
  case formerlyEmployed(PlainText, CenterTies.Side)
  /// Sits on a committee of the center.
  case committee(PlainText)
  /// Named by the center for a co-builder.
  case namedForCoBuilder(PlainText)
  /// A conflict declared by the expert or staff.
  case declared(PlainText)
  /// A conflict declared by the host, which names a person.
  case requested(PlainText)

  /// The ruling that it rests on.
  public var article: String { "回避" }

  /// Why, in words.
  public var phrase: Phrase {
    switch self {
    case .employed(let name, let side): Phrase(zh: "现任职于\(side.phrase.zh)“\(name)”", en: "is employed by the \(side.phrase.en) “\(name)”")
    case .formerlyEmployed(let name, let side):
      Phrase(zh: "近三年曾任职于\(side.phrase.zh)“\(name)”", en: "was employed in the last three years by the \(side.phrase.en) “\(name)”")
    case .committee(let name): Phrase(zh: "是中心“\(name)”成员", en: "sits on the center’s “\(name)”")
    case .namedForCoBuilder(let name): Phrase(zh: "是共建单位“\(name)”的参加人员", en: "is named for the co-builder “\(name)”")
    case .declared(let reason):
      reason.isEmpty
        ? Phrase(zh: "已申报利益冲突", en: "a conflict is declared") : Phrase(zh: "已申报利益冲突：\(reason)", en: "a conflict is declared: \(reason)")
    case .requested(let reason): Phrase(zh: "依托单位申请其回避：\(reason)", en: "the host asks them to step aside: \(reason)")
    }
  }

  /// Every reason why an expert must step aside, in the order of the cases; none where the expert may score.
  ///
  /// ```swift
  /// let reasons = Recusal.reasons(expert: ties, center: center, names: OrganizationNames(lists))
  /// ```
  ///
  /// - Parameters:
  ///   - names: former and short names of all organizations, through which employers match.
  ///   - day: the day on which the expert is assigned or scores, from which three years are counted back; `nil`: every former employer
  ///     counts, whenever it was.
  public static func reasons(
    expert: ExpertTies, center: CenterTies, names: OrganizationNames, on day: Day? = nil
  ) -> [Recusal] {
    let former = expert.former.filter { employment in day.map { employment.counts(on: $0) } ?? true }
    var reasons: [Recusal] = []
    for organization in center.organizations where names.same(expert.employer, organization.name) {
      reasons.append(.employed(organization.name, organization.side))
    }
    for organization in center.organizations
    where former.contains(where: { names.same($0.employer, organization.name) }) {
      reasons.append(.formerlyEmployed(organization.name, organization.side))
    }
    for seat in center.committees where seat.person.isSame(expert, names) { reasons.append(.committee(seat.body)) }
    for seat in center.coBuilderPeople where seat.person.isSame(expert, names) { reasons.append(.namedForCoBuilder(seat.body)) }
    for conflict in center.conflicts where conflict.login == expert.login { reasons.append(.declared(conflict.reason)) }
    for request in center.requests where request.person.isSame(expert, names) { reasons.append(.requested(request.reason)) }
    return reasons
  }
}
