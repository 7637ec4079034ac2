import Wording

/// Why a matter of a center lapses (终止): its center lost its title (article 30) or went into another (article 4(5)), and nothing is left to
/// decide.
///
/// The regulation does not say what becomes of a change, a filing or a second revocation that is open then. To go on would be to decide on a center
/// that is there no more, and to call it “not revoked” or “refused” would put a decision on file that nobody took. So it ends without one: at once
/// where the desk itself ends the center, and by a step of the bureau where a file says that the center has ended.
public struct MatterLapse: Sendable, Hashable, Codable {
  /// How the center stands: revoked or reorganised.
  public let status: CenterStatus
  /// The document (文号) that ended the center; empty where the desk does not know it, as of a center that a file says is revoked.
  public let document: PlainText

  /// States why.
  public init(_ status: CenterStatus, document: PlainText) {
    self.status = status
    self.document = document
  }

  /// The article that ended the center.
  public var article: String { status == .reorganised ? "4(5)" : "30" }

  /// Why, for people.
  public var phrase: Phrase {
    let by = document.isEmpty ? Phrase(same: "") : Phrase(zh: "（\(document)）", en: " (\(document))")
    return Phrase(zh: "中心\(status.phrase.zh)", en: "the center is \(status.phrase.en)") + by
      + Phrase(zh: "，无可再决定", en: ": nothing is left to decide")
  }
}

extension Matter {
  /// Whether it lapses once its center has ended: what is decided already is carried out.
  public var canLapse: Bool { isInOrder(.lapse) }

  /// Who has the next step with a center that stands so in the registry; `nil` where none is to come. The bureau ends what can lapse.
  public func waitsFor(_ status: CenterStatus) -> Role? { status != .active && canLapse ? .bureau : stage.waitsFor }

  /// What the end of a center leaves of its matters: they lapse, and no other step is taken.
  func obstacleOfEnd(to kind: Step.Kind, _ status: CenterStatus) -> Refusal? {
    guard canLapse, (kind == .lapse) == (status == .active) else { return nil }
    if status == .active {
      return Refusal(article: kind.article, Phrase(zh: "中心在册，须作出决定", en: "the center is active: it is to be decided"))
    }
    return Refusal(
      article: kind.article,
      Phrase(
        zh: "中心\(status.phrase.zh)，本事项只能终止", en: "the center is \(status.phrase.en): this can lapse, and nothing else"))
  }
}

extension MatterStepKind {
  /// Makes sure that what lapses says how its center stands.
  func require(_ lapse: MatterLapse, _ situation: MatterSituation) throws(Refusal) {
    if lapse.status == situation.status { return }
    throw Refusal(
      article: article, Phrase(zh: "中心现为“\(situation.status.phrase.zh)”", en: "the center is \(situation.status.phrase.en)"))
  }
}
