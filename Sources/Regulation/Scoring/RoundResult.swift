/// What a round comes to: the ranking, and who is not in it and why (articles 25 to 28).
public struct RoundResult: Sendable, Hashable {
  /// A due center and what there is of it in the round.
  public struct Entry: Sendable, Hashable {
    /// The center's code.
    public let code: String
    /// The center's name; empty where nobody asks for it.
    public let name: String
    /// Its field of technology; empty where none is on file or nobody asks for it.
    public let field: String
    /// Its submitted sheets.
    public let sheets: [SubmittedSheet]
    /// Whether it took part without one, or may yet: material submitted in time or imported by staff, or a sheet that is still a draft, or
    /// the last day for material is to come. An assignment alone is no part.
    public let tookPart: Bool
    /// Whether settlement left it without a figure: it is pending until one is fixed, whatever sheets came in since.
    public let isPending: Bool

    /// Names what there is of a center.
    public init(
      code: String, name: String, field: String = "", sheets: [SubmittedSheet], tookPart: Bool, isPending: Bool = false
    ) {
      self.isPending = isPending
      self.code = code
      self.name = name
      self.field = field
      self.sheets = sheets
      self.tookPart = tookPart
    }
  }

  /// A scored center.
  public struct Line: Sendable, Hashable {
    /// Its rank, from 1; `nil` where only some centers are shown.
    public let rank: Int?
    /// Its code.
    public let code: String
    /// Its name.
    public let name: String
    /// Its field of technology; empty where none is on file.
    public let field: String
    /// What its sheets come to.
    public let score: CenterScore
  }

  /// A due center with too few sheets to be graded.
  public struct Pending: Sendable, Hashable {
    /// Its code.
    public let code: String
    /// How many sheets were submitted.
    public let sheets: Int
  }

  /// The scored centers by rank, then code.
  public let centers: [Line]
  /// The due centers that are neither scored nor absent, by code; while there are any, the round cannot be closed.
  public let pending: [Pending]
  /// The codes of the due centers that took no part (ground 2 of article 30), in order.
  public let absent: [String]
  /// The names of the centers that are pending or absent, by code, as far as their entries name them.
  public let names: [String: String]
  /// Whether all centers of the round are in it, so that it tells of a whole field.
  let isWhole: Bool

  /// Works out a round.
  ///
  /// - Parameters:
  ///   - entries: the due centers, each once, in any order.
  ///   - minimum: how few sheets are enough.
  public init(_ entries: [Entry], method: RoundMethod, minimum: Int) {
    var scored: [(entry: Entry, score: CenterScore)] = []
    var pending: [Pending] = []
    var absent: [String] = []
    var names: [String: String] = [:]
    let isBefore = { (left: Entry, right: Entry) in left.code.utf8.lexicographicallyPrecedes(right.code.utf8) }
    // Mostly they come in order, and there can be a hundred thousand.
    let isInOrder = zip(entries, entries.dropFirst()).allSatisfy(isBefore)
    for entry in isInOrder ? entries : entries.sorted(by: isBefore) {
      if !entry.isPending, let score = CenterScore(entry.sheets, method: method, minimum: minimum) {
        scored.append((entry, score))
        continue
      }
      if !entry.name.isEmpty { names[entry.code] = entry.name }
      if entry.tookPart || !entry.sheets.isEmpty {
        pending.append(Pending(code: entry.code, sheets: entry.sheets.count))
      } else {
        absent.append(entry.code)
      }
    }
    centers = Ranking.ranked(scored, score: { $0.score.score }, code: { $0.entry.code }).map { rank, thing in
      Line(rank: rank, code: thing.entry.code, name: thing.entry.name, field: thing.entry.field, score: thing.score)
    }
    self.pending = pending
    self.absent = absent
    self.names = names
    isWhole = true
  }

  private init(centers: [Line], pending: [Pending], absent: [String], names: [String: String]) {
    self.centers = centers
    self.pending = pending
    self.absent = absent
    self.names = names
    isWhole = false
  }

  /// What the result says of some centers, by code: without ranks, which would tell of the others.
  public func unranked(_ codes: Set<String>) -> RoundResult {
    let lines = centers.filter { codes.contains($0.code) }.map {
      Line(rank: nil, code: $0.code, name: $0.name, field: $0.field, score: $0.score)
    }
    return RoundResult(
      centers: lines.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) },
      pending: pending.filter { codes.contains($0.code) }, absent: absent.filter { codes.contains($0) },
      names: names.filter { codes.contains($0.key) })
  }

  /// How many scored centers have each grade.
  public var distribution: [Grade: Int] {
    centers.reduce(into: [:]) { $0[$1.score.grade, default: 0] += 1 }
  }
}
