import GRDB
import Regulation
import Wording

/// What the doctor looked at, and what it found.
public struct Examination: Sendable {
  /// An invariant, and what breaks it.
  public struct Verdict: Sendable {
    /// What was looked for.
    public let invariant: Invariant
    /// What breaks it; none where it holds.
    public internal(set) var findings: [DoctorFinding] = []
  }

  /// Every invariant, in the order of ``Invariant/all``.
  public internal(set) var verdicts: [Verdict]
  /// What is lawful as it stands and should be completed: a center that a file says was reorganised away, and not into which (article 4(5)). It breaks
  /// no invariant.
  public internal(set) var toComplete: [DoctorFinding] = []
  /// When it was looked.
  public let on: Moment

  /// All that was found.
  public var findings: [DoctorFinding] { verdicts.flatMap(\.findings) }
}

extension CenterStore {
  /// Looks the whole store over: every ``Invariant``. Reads everything, so a large store takes seconds.
  ///
  /// ```swift
  /// for finding in try store.examine(by: who) { print(finding.check.rawValue, finding.object, finding.phrase.en) }
  /// ```
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators.
  public func examine(by who: Acting) throws(StoreError) -> [DoctorFinding] { try examination(by: who).findings }

  /// Looks the whole store over, and says what held as well.
  ///
  /// - Parameter progress: told how many invariants are done and which is looked for next, before each; where it answers `false`, nothing more is
  ///   looked for.
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators.
  public func examination(
    by who: Acting, progress: (Int, Invariant) -> Bool = { _, _ in true }
  ) throws(StoreError) -> Examination {
    try read(by: who) { _, member in
      guard member.role == .admin else { throw StoreError.notPermitted(nil) }
    }
    var examination = Examination(verdicts: Invariant.all.map { Examination.Verdict(invariant: $0) }, on: surroundings.now())
    var subjects: [(place: Int, subject: KeptSubject)] = []
    for (place, invariant) in Invariant.all.enumerated() {
      if !progress(place, invariant) { return examination }
      switch invariant.look {
      case .rows(let look): try examination.add(at: place) { () throws(StoreError) in try read(by: who) { db, _ in try look(db) } }
      case .store(let look): try examination.add(at: place) { () throws(StoreError) in try look(self, who) }
      case .chain(let own): subjects += own.map { (place, $0) }
      }
    }
    // One pass over the chain and one snapshot for all that is held against it.
    var breaches: [[Invariant.Breach]] = []
    try examination.add(at: 0) { () throws(StoreError) in
      breaches = try read(by: who) { db, _ in try ChainLedger.breaches(of: subjects.map(\.subject), db) }
      return []
    }
    for (kept, found) in zip(subjects, breaches) { examination.add(found, at: kept.place) }
    if examination.findings.isEmpty { examination.toComplete = try read(by: who) { db, _ in try CenterStore.toComplete(db) } }
    return examination
  }
}

extension CenterStore {
  private static func toComplete(_ db: Database) throws -> [DoctorFinding] {
    try String.fetchAll(
      db, sql: "SELECT code FROM center WHERE status = 'reorganised' AND id NOT IN (SELECT center_id FROM reorganised) ORDER BY code"
    ).map { code in
      DoctorFinding(
        check: .reorganised, articles: ["4(5)"], object: code, name: AuditObjectWords.phrase("center/\(code)"),
        phrase: Phrase(
          zh: "已重组，承接中心未登记，请在其档案里登记",
          en: "is reorganised, and its successor is not on file: name it in the center's file"))
    }
  }
}

extension Examination {
  /// Adds what a look finds. What is found damaged, or stands in tables that are none of this program's, ends its own check only.
  fileprivate mutating func add(at place: Int, _ look: () throws(StoreError) -> [Invariant.Breach]) throws(StoreError) {
    do {
      add(try look(), at: place)
    } catch .damaged {
      addUnreadable()
    } catch {
      if !findings.contains(where: { $0.check == .schema }) { throw error }
    }
  }

  fileprivate mutating func add(_ breaches: [Invariant.Breach], at place: Int) {
    let invariant = verdicts[place].invariant
    verdicts[place].findings += breaches.map {
      DoctorFinding(check: invariant.check, articles: invariant.articles, object: $0.object, name: $0.name, phrase: $0.phrase)
    }
  }

  /// A part that cannot be read is the file's fault, whatever was looked for.
  fileprivate mutating func addUnreadable() {
    guard let place = verdicts.firstIndex(where: { $0.invariant.check == .file }) else { return }
    let unreadable = Invariant.unreadable
    if !verdicts[place].findings.contains(where: { $0.phrase == unreadable.phrase }) { add([unreadable], at: place) }
  }
}
