import Regulation

/// Takes a bound text apart, line by line. What was read has to give the same text again, so nothing is taken in two ways.
struct LineReader {
  private let kind: String
  private let lines: [String]
  private var place = 0

  /// Begins behind the line that names the kind.
  init(_ text: ProofText, _ kind: String) throws(ProofProblem) {
    self.kind = kind
    lines = text.lines
    guard lines.first == kind else { throw .line(1, of: kind) }
    place = 1
  }

  /// Whether the next line begins with a word.
  func isNext(_ word: String) -> Bool { place < lines.count && lines[place].hasPrefix(word + "\t") }

  /// The fields of the next line behind the word that it begins with.
  mutating func fields(_ word: String, _ count: Int) throws(ProofProblem) -> [String] {
    guard let fields = try fieldsIfNext(word, count) else { throw problem }
    return fields
  }

  /// As ``fields(_:_:)``; `nil` where the next line begins with another word.
  mutating func fieldsIfNext(_ word: String, _ count: Int) throws(ProofProblem) -> [String]? {
    guard isNext(word) else { return nil }
    let fields = lines[place].split(separator: "\t", omittingEmptySubsequences: false).dropFirst().map(String.init)
    guard fields.count == count else { throw problem }
    place += 1
    return fields
  }

  /// The only field of the next line.
  mutating func field(_ word: String) throws(ProofProblem) -> String { try fields(word, 1)[0] }

  /// A whole number from the next line.
  mutating func number(_ word: String) throws(ProofProblem) -> Int { try number(of: field(word)) }

  /// A whole number as a field.
  func number(of text: String) throws(ProofProblem) -> Int { try value(Int(text)) }

  /// Points as a field.
  func points(_ text: String) throws(ProofProblem) -> Points { try value(try? Points(parsing: text)) }

  /// What a field could be read as.
  func value<T>(_ value: T?) throws(ProofProblem) -> T {
    guard let value else { throw ProofProblem.line(max(place, 1), of: kind) }
    return value
  }

  /// Makes sure that nothing is left, and that what was read gives the same text.
  func finish(_ text: ProofText) throws(ProofProblem) {
    guard place == lines.count else { throw problem }
    guard text.lines == lines else {
      let first = zip(text.lines, lines).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(text.lines.count, lines.count)
      throw .line(first + 1, of: kind)
    }
  }

  private var problem: ProofProblem { .line(place + 1, of: kind) }
}
