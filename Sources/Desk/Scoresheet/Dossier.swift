import CenterStore
import Regulation
import Wording

/// What lies beside a scoresheet: the center, the round and the facts, as they stood when they were read.
struct Dossier: Sendable {
  /// The center's line of the registry.
  let line: RegistryLine
  /// The round.
  let round: RoundRecord
  /// The evaluation form.
  let facts: FactSheet
  /// The computed figures.
  let derived: [FactKey: Hundredths]
  /// What does not fit together, by indicator.
  let findings: [IndicatorCode: [FactFinding]]
  /// The documents that prove the figures, by data item.
  let documents: [FactCode: [Attachment]]
  /// The center's results that are public.
  let results: [PublicResult]
  /// The points that the host gave itself; `nil` where the round asks for none, and before one's own sheet is handed in.
  let ownScores: PerIndicator<Points?>?
  /// Where the center's figures stand among its peers'; they come later, since they take a look at every peer.
  var standings: [FactKey: PeerStanding] = [:]

  /// Reads what lies beside a sheet.
  init(_ store: CenterStore, year: Int, center: String, system: IndicatorSystem, by who: Acting) throws {
    line = try store.registryLine(code: center, by: who)
    round = try store.round(year, by: who)
    facts = try store.factSheet(year: year, center: center, by: who)
    derived = facts.derived(system)
    findings = Dictionary(grouping: facts.findings(system)) { $0.check.indicator }
    var documents: [FactCode: [Attachment]] = [:]
    for document in try store.attachments(of: .material(center: center, year: year), by: who) {
      for case .fact(let code) in document.entry.proves { documents[code, default: []].append(document) }
    }
    self.documents = documents
    results = try store.publicResults(center: center, by: who)
    ownScores = try store.ownScores(year: year, center: center, by: who)
  }

  /// The last result before this round.
  var last: PublicResult? { results.first { $0.year < round.year } }

  /// A figure of the form, entered or computed.
  func figure(_ place: FactKey) -> Hundredths? { derived[place] ?? facts.entries[place]?.value?.figure }
}
