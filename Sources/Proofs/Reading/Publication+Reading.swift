import TableFiles

extension Publication {
  /// Reads a published file. Whether its signature holds is another question.
  public init(reading bytes: [UInt8]) throws(ProofProblem) { self = try Publication.read(bytes).value }

  /// Reads a published file, and says what is signed.
  static func read(_ bytes: [UInt8]) throws(ProofProblem) -> (value: Publication, file: ReadFile) {
    let file = try ReadFile(
      bytes, kind, ["kind", "results", "lots", "bindings", "before", "links", "opened", "head", "key"])
    let lots = try file.each("lots", lot)
    let bindings = try file.each("bindings", binding)
    let links = try file.each("links") { $0.string.flatMap { PublicLink(line: $0) } }
    let opened = try file.each("opened", openedChange)
    let publication = Publication(
      results: try file.text("results"), lots: lots, bindings: bindings, before: try file.digest("before"), links: links, opened: opened,
      key: try file.bytes("key", 32))
    try file.finish(publication.json)
    return (publication, file)
  }

  private static func lot(_ value: JSONValue) -> Lot? {
    guard let object = value.object, let bound = ReadFile.integer(object["bound"]),
      let terms = object["terms"].flatMap({ ReadFile.text($0) }),
      let drawn = object["drawn"], let outcome = object["outcome"], drawn.isNull == outcome.isNull
    else { return nil }
    if drawn.isNull { return Lot(bound: bound, terms: terms, drawn: nil, outcome: nil) }
    guard let link = ReadFile.integer(drawn), let text = ReadFile.text(outcome) else { return nil }
    return Lot(bound: bound, terms: terms, drawn: link, outcome: text)
  }

  private static func binding(_ value: JSONValue) -> Binding? {
    guard let link = ReadFile.integer(value["link"]), let sheets = value["sheets"].flatMap({ ReadFile.text($0) }) else { return nil }
    return Binding(link: link, sheets: sheets)
  }

  private static func openedChange(_ value: JSONValue) -> OpenedChange? {
    guard let link = ReadFile.integer(value["link"]), let document = value["change"]?.string,
      let salt = value["salt"]?.string.flatMap({ Hex.bytes($0) }), salt.count == 16
    else { return nil }
    return OpenedChange(number: link, document: document, salt: salt)
  }
}

extension PublicLink {
  /// Reads a link from its line.
  init?(line: String) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 7, let number = Int64(parts[0]), number > 0, let who = Digest256(hex: parts[4]),
      let change = Digest256(hex: parts[5]), let hash = Digest256(hex: parts[6]), !line.utf8.contains(0x0A)
    else { return nil }
    self.init(number: number, time: parts[1], act: parts[2], channel: parts[3], who: who, change: change, hash: hash)
  }
}
