import Regulation

extension LotTerms {
  /// Reads terms from their text.
  public init(reading text: ProofText) throws(ProofProblem) {
    var reader = try LineReader(text, "cztic lot 1")
    let (year, number) = (try reader.number("round"), try reader.number("lot"))
    let cause = try LotTerms.cause(&reader)
    let perCenter = try reader.number("sheets")
    var panel: [ExpertKind: Int] = [:]
    while let fields = try reader.fieldsIfNext("panel", 2) {
      let count = try reader.number(of: fields[1])
      panel[try reader.value(ExpertKind(rawValue: fields[0]))] = try reader.value((1...1000).contains(count) ? count : nil)
    }
    let connects = try reader.field("connect")
    var tickets: [Ticket] = []
    while let fields = try reader.fieldsIfNext("ticket", 3) {
      let kind = fields[2] == "-" ? nil : try reader.value(ExpertKind(rawValue: fields[2]))
      tickets.append(Ticket(name: fields[0], commitment: try reader.value(Digest256(hex: fields[1])), kind: kind))
    }
    let names = Set(tickets.map(\.name))
    _ = try reader.value(names.count == tickets.count ? true : nil)
    var centers: [Center] = []
    while reader.isNext("center") { centers.append(try LotTerms.center(&reader, names)) }
    _ = try reader.value(Set(centers.map(\.code)).count == centers.count ? true : nil)
    var standing: [LotPair] = []
    while let fields = try reader.fieldsIfNext("standing", 2) {
      standing.append(LotPair(center: fields[0], ticket: try reader.value(names.contains(fields[1]) ? fields[1] : nil)))
    }
    _ = try reader.value(Set(standing).count == standing.count && (1...1000).contains(perCenter) && tickets.count <= 10_000 ? true : nil)
    self.init(
      year: year, number: number, cause: cause, perCenter: perCenter, panel: panel, connectsExperts: connects == "yes", tickets: tickets,
      centers: centers, standing: standing)
    try reader.finish(self.text)
  }

  private static func cause(_ reader: inout LineReader) throws(ProofProblem) -> Cause {
    let word = "cause"
    if let fields = try? reader.fieldsIfNext(word, 1) { return try reader.value(fields == ["first"] ? .first : nil) }
    if let fields = try? reader.fieldsIfNext(word, 2) {
      return .replacement(of: try reader.number(of: try reader.value(fields[0] == "replacement" ? fields[1] : nil)))
    }
    let fields = try reader.fields(word, 3)
    return .redraw(of: try reader.number(of: try reader.value(fields[0] == "redraw" ? fields[1] : nil)), reason: fields[2])
  }

  private static func center(_ reader: inout LineReader, _ tickets: Set<String>) throws(ProofProblem) -> Center {
    let code = try reader.field("center")
    func ticket(_ fields: [String]) throws(ProofProblem) -> String {
      try reader.value(fields[0] == code && tickets.contains(fields[1]) ? fields[1] : nil)
    }
    var (matches, excluded): ([String], [String: Digest256]) = ([], [:])
    while let fields = try reader.fieldsIfNext("match", 2) { matches.append(try ticket(fields)) }
    while let fields = try reader.fieldsIfNext("excluded", 3) {
      let name = try ticket(fields)
      _ = try reader.value(excluded[name] == nil ? true : nil)
      excluded[name] = try reader.value(Digest256(hex: fields[2]))
    }
    return Center(code: code, matches: matches, excluded: excluded)
  }
}

extension LotOutcome {
  /// Reads an outcome from its text.
  public init(reading text: ProofText) throws(ProofProblem) {
    var reader = try LineReader(text, "cztic draw 1")
    let (year, number) = (try reader.number("round"), try reader.number("lot"))
    let key = try reader.value(LotKey(try reader.field("key")))
    var (drawn, open): ([LotPair], [String: Int]) = ([], [:])
    while let fields = try reader.fieldsIfNext("drawn", 2) { drawn.append(LotPair(center: fields[0], ticket: fields[1])) }
    while let fields = try reader.fieldsIfNext("open", 2) { open[fields[0]] = try reader.number(of: fields[1]) }
    _ = try reader.value(Set(drawn).count == drawn.count ? true : nil)
    self.init(year: year, number: number, key: key, drawn: drawn, open: open)
    try reader.finish(self.text)
  }
}

extension LotKey {
  /// Reads a key from its text.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].isEmpty, let bound = Digest256(hex: String(parts[0])), let word = WitnessWord(String(parts[1]))
    else { return nil }
    self.init(bound: bound, word: word)
    guard self.text == text else { return nil }
  }
}
