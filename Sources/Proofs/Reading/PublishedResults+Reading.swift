import Regulation

extension PublishedResults {
  /// Reads results from their text.
  public init(reading text: ProofText) throws(ProofProblem) {
    var reader = try LineReader(text, "cztic results 1")
    let (year, number) = (try reader.number("round"), try reader.number("publication"))
    let former = try reader.field("supersedes")
    let supersedes = former == "-" ? nil : try reader.value(Digest256(hex: former))
    let method = try reader.value(RoundMethod(rawValue: try reader.field("method")))
    let minimum = try reader.number("sheets")
    let table = try reader.field("table")
    for _ in 0..<2 { _ = try reader.fields("limit", 2) }
    var centers: [Center] = []
    while let fields = try reader.fieldsIfNext("center", 7) {
      centers.append(
        Center(
          code: fields[0], name: fields[6], score: try reader.points(fields[1]), grade: try reader.value(Grade(rawValue: fields[2])),
          rank: try reader.number(of: fields[3]), sheets: try reader.number(of: fields[4]), byHand: try reader.number(of: fields[5])))
    }
    var corrections: [Correction] = []
    while let fields = try reader.fieldsIfNext("corrected", 3) {
      corrections.append(
        Correction(
          code: fields[0], before: fields[1] == "-" ? nil : try reader.points(fields[1]), on: try reader.value(Day(parsing: fields[2]))))
    }
    var (pending, absent, exempt): ([String: Int], [String], [String: Due.Exemption]) = ([:], [], [:])
    while let fields = try reader.fieldsIfNext("pending", 2) { pending[fields[0]] = try reader.number(of: fields[1]) }
    while let fields = try reader.fieldsIfNext("absent", 1) { absent.append(fields[0]) }
    while let fields = try reader.fieldsIfNext("exempt", 2) {
      exempt[fields[0]] = try reader.value(Due.Exemption(rawValue: fields[1]))
    }
    self.init(
      year: year, number: number, supersedes: supersedes, method: method, minimumSheets: minimum, tableVersion: table, centers: centers,
      corrections: corrections, pending: pending, absent: absent, exempt: exempt)
    try reader.finish(self.text)
  }
}

extension SheetBinding {
  /// Reads a binding from its text.
  public init(reading text: ProofText) throws(ProofProblem) {
    var reader = try LineReader(text, "cztic sheets 1")
    let year = try reader.number("round")
    var sheets: [Sheet] = []
    while let fields = try reader.fieldsIfNext("sheet", 3) {
      sheets.append(Sheet(center: fields[0], alias: fields[1], commitment: try reader.value(Digest256(hex: fields[2]))))
    }
    self.init(year: year, sheets: sheets)
    try reader.finish(self.text)
  }
}
