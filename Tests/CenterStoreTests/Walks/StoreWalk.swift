import CenterStore
import RandomForTests
import Regulation
import Testing

/// A walk through the store's operations: who does what on which day is drawn, and after each deed that wrote something the file is looked at
/// past the store.
protocol StoreWalk {
  /// What is done in it.
  associatedtype Deed: StoreDeed where Deed.Walk == Self

  /// Who may sit at the desk.
  static var logins: [String] { get }
  /// The store, as it stands today.
  var store: CenterStore { get }
  /// Looks at the file past the store.
  var hand: OtherHand { get }
  /// Where the walk stands, to find it again.
  var place: Comment { get }
  /// All lots are drawn of this.
  var random: SeededRandom { get set }
  /// What came of the deeds so far.
  var tally: WalkTally { get set }
  /// The deed in hand.
  var deed: String { get set }

  /// Lets time pass, and draws what is done next.
  mutating func next() -> Deed
  /// What is looked at after every deed that wrote something.
  mutating func check() throws
  /// What is too slow to be looked at after every deed.
  mutating func look() throws
}

/// Something that somebody does in a walk.
protocol StoreDeed: Sendable {
  associatedtype Walk

  /// What is done.
  var name: String { get }
  /// How often, beside the others.
  var weight: Int { get }
  /// Draws what is left open, and tries it.
  var run: @Sendable (inout Walk) throws -> Void { get }
}

extension StoreWalk {
  /// Takes so many steps, and looks the store over at the end.
  mutating func run(steps: Int) throws {
    var looked = 0
    while tally.steps < steps {
      let (next, written) = (next(), tally.written)
      deed = next.name
      try next.run(&self)
      if tally.written > written { try check() }
      if tally.steps / 100 > looked {
        looked = tally.steps / 100
        try look()
      }
    }
    try look()
    #expect(try hand.rows("PRAGMA foreign_key_check").isEmpty && hand.texts("PRAGMA integrity_check") == ["ok"], place)
    #expect(try store.verifyChain(by: Scratch.admin).isWhole, place)
    let found = try store.examine(by: Scratch.admin).map { "\($0.check.rawValue) \($0.object): \($0.phrase.en)" }
    #expect(found == [], place)
  }

  /// One operation by somebody: either it is taken, or it is refused and nobody wrote a page of the file.
  mutating func take(by login: String, _ operation: (CenterStore, Acting) throws -> Void) throws {
    let version = try hand.version()
    let digest = tally.steps.isMultiple(of: 200) ? try hand.digest() : nil
    do {
      try operation(store, Acting(login, .desk))
    } catch {
      guard error.isRefusal else { throw error }
      tally.refuse(deed)
      #expect(try hand.version() == version, place)
      if let digest { #expect(try hand.digest() == digest, place) }
      return
    }
    if try hand.version() == version { return tally.pass() }
    tally.take(deed)
  }

  /// One of some deeds, by their weights; a deed that was never taken yet is given more of a chance.
  mutating func draw(of all: [Deed]) -> Deed {
    let missing = isOne(in: 4) ? all.filter { tally.taken[$0.name] == nil } : []
    let deeds = missing.isEmpty ? all : missing
    var lot = Int.random(in: 0..<deeds.reduce(0) { $0 + $1.weight }, using: &random)
    return deeds.first { deed in
      lot -= deed.weight
      return lot < 0
    } ?? deeds[0]
  }

  /// Whether a lot with so many blanks and one prize wins.
  mutating func isOne(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

  /// Mostly who has a part, else anybody.
  mutating func mostly(_ login: String?) -> String {
    guard let login, !isOne(in: 15) else { return Self.logins.randomElement(using: &random) ?? "viewer" }
    return login
  }

  /// Words; rarely none.
  mutating func words() -> PlainText { isOne(in: 12) ? .empty : PlainText(literal: "理由充分") }
}

/// What was wrong with the rows of an import.
struct WalkProblems: Error { let problems: [RowProblem] }

extension ImportOutcome {
  /// Treats an import that had problems, and so wrote nothing, like any other refusal.
  func requireClean() throws { if !problems.isEmpty { throw WalkProblems(problems: problems) } }
}

extension Error {
  fileprivate var isRefusal: Bool {
    if self is WalkProblems { return true }
    return switch self as? StoreError {
    case .refused, .notPermitted, .noSuch, .changedMeanwhile: true
    default: false
    }
  }
}
