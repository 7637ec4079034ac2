import Wording

/// What the bureau decides when centers are reorganised (重组; article 4(5)): those that end, and the one that goes on in their place.
///
/// The certification date stays unless the decision says otherwise: a center that was there before keeps its own, a new one takes over the
/// earliest of those that end.
public struct Reorganisation: Sendable, Hashable, Codable {
  /// The codes of the centers that end.
  public let predecessors: [PlainText]
  /// The code of the center that goes on; it may be new.
  public let successor: PlainText
  /// When it was decided.
  public let on: Day
  /// By which document (文号).
  public let document: PlainText
  /// Why.
  public let reason: PlainText
  /// Another certification date, where the decision says so.
  public let certifiedOn: Day?

  /// What the decision looks at.
  public struct Situation: Sendable {
    /// The day.
    public var today: Day
    /// How the centers that it names stand in the registry; a successor that is new is none of them.
    public var status: [PlainText: CenterStatus]
    /// Those of them whose revocation is proposed and not decided.
    public var underRevocation: Set<PlainText>

    /// Names what there is.
    public init(today: Day, status: [PlainText: CenterStatus], underRevocation: Set<PlainText> = []) {
      self.today = today
      self.status = status
      self.underRevocation = underRevocation
    }
  }

  /// Decides a reorganisation.
  ///
  /// - Throws: ``Refusal`` where no center ends, one is named twice, is no active center, or may lose its title first (article 30); without
  ///   document or reason; for a day that is still to come, or a certification date after it.
  public init(
    predecessors: [PlainText], successor: PlainText, on day: Day, document: PlainText, reason: PlainText, certifiedOn: Day? = nil,
    _ situation: Situation
  ) throws(Refusal) {
    func refuse(_ field: String?, _ zh: String, _ en: String) -> Refusal {
      Refusal(article: "4(5)", field: field, Phrase(zh: zh, en: en))
    }
    // The first is the one from whose file it is done.
    func field(of code: PlainText) -> String? { code == predecessors.first ? nil : code == successor ? "successor" : "others" }
    if predecessors.isEmpty { throw refuse("others", "须指明被重组的中心", "say which centers are reorganised") }
    if successor.isEmpty { throw refuse("successor", "须指明重组后的中心", "say which center goes on") }
    if Set(predecessors + [successor]).count < predecessors.count + 1 {
      throw refuse(predecessors.contains(successor) ? "successor" : "others", "同一中心写了两次", "a center is named twice")
    }
    for code in predecessors + [successor] {
      guard let status = situation.status[code] else {
        if code == successor { continue }
        throw refuse(field(of: code), "没有中心 \(code)", "there is no center \(code)")
      }
      if status != .active {
        throw refuse(field(of: code), "\(code) \(status.phrase.zh)，不能重组", "\(code) is \(status.phrase.en): it cannot be reorganised")
      }
      if situation.underRevocation.contains(code) {
        throw Refusal(
          article: "30", field: field(of: code),
          Phrase(zh: "\(code) 拟撤销，须先作出决定", en: "the revocation of \(code) is proposed: decide on that first"))
      }
    }
    if document.isEmpty { throw refuse("document", "须写明决定文号", "the number of the document is needed") }
    if reason.isEmpty { throw refuse("reason", "须写明理由", "a reason is needed") }
    if day > situation.today { throw refuse("day", "日期 \(day) 还没有到", "\(day) is still to come") }
    if let certifiedOn, certifiedOn > day {
      throw refuse("certified", "认定日期 \(certifiedOn) 晚于决定之日", "the certification date \(certifiedOn) lies after the decision")
    }
    self.predecessors = predecessors
    self.successor = successor
    self.on = day
    self.document = document
    self.reason = reason
    self.certifiedOn = certifiedOn
  }

  /// Puts on file which center went on in the place of one that a file brought in as reorganised away (已重组).
  ///
  /// It was decided before this desk, and is not decided again: the successor may itself have ended since, and no certification date is touched.
  ///
  /// - Throws: ``Refusal`` where the center is not reorganised away, the successor is not on file or the center itself; without document or reason;
  ///   for a day that is still to come.
  public init(
    naming successor: PlainText, of ended: PlainText, on day: Day, document: PlainText, reason: PlainText, _ situation: Situation
  ) throws(Refusal) {
    func refuse(_ field: String?, _ zh: String, _ en: String) -> Refusal {
      Refusal(article: "4(5)", field: field, Phrase(zh: zh, en: en))
    }
    guard situation.status[ended] == .reorganised else { throw refuse(nil, "\(ended) 不是已重组的中心", "\(ended) is not reorganised away") }
    if let refusal = Reorganisation.refusesNaming(successor, of: ended, isOnFile: situation.status[successor] != nil) { throw refusal }
    if document.isEmpty { throw refuse("document", "须写明决定文号", "the number of the document is needed") }
    if reason.isEmpty { throw refuse("reason", "须写明所据材料", "say what that rests on") }
    if day > situation.today { throw refuse("day", "日期 \(day) 还没有到", "\(day) is still to come") }
    self.predecessors = [ended]
    self.successor = successor
    self.on = day
    self.document = document
    self.reason = reason
    certifiedOn = nil
  }

  /// Why a center cannot be named as the one that went on in the place of one that is reorganised away; `nil` where it can.
  ///
  /// - Parameter isOnFile: whether the registry has it, in whatever status.
  public static func refusesNaming(_ successor: PlainText, of ended: PlainText, isOnFile: Bool) -> Refusal? {
    let words: Phrase? =
      if successor.isEmpty {
        Phrase(zh: "须指明承接的中心", en: "say which center goes on")
      } else if successor == ended {
        Phrase(zh: "中心不能由自己承接", en: "a center cannot go on in itself")
      } else if !isOnFile {
        Phrase(zh: "没有中心 \(successor)，请先导入", en: "there is no center \(successor): import it first")
      } else {
        nil
      }
    return words.map { Refusal(article: "4(5)", field: "successor", $0) }
  }
}
