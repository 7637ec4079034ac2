/// A record as a person saw it when they began to correct it, and what they decided since where somebody else wrote in it too.
///
/// An operation that is given one overwrites nothing unseen: fields that only somebody else changed meanwhile stay as they are, and where both
/// wrote in one field it throws ``StoreError/changedMeanwhile(by:of:now:clashes:)`` until that is decided. Without one, what stands is replaced.
///
/// ```swift
/// do { try store.correctDepartment(new, expecting: Seen(old), by: who) } catch StoreError.changedMeanwhile(_, _, _, let clashes) {
///   try store.correctDepartment(new, expecting: Seen(old, Decided(clashes, keepsOwn: true)), by: who)
/// }
/// ```
public struct Seen<Record: Sendable>: Sendable {
  /// The record.
  public let record: Record
  /// What was decided since.
  public let decided: Decided

  /// Says what a person saw.
  public init(_ record: Record, _ decided: Decided = Decided()) {
    self.record = record
    self.decided = decided
  }

  /// A part of what a person saw.
  public func map<Part: Sendable>(_ part: (Record) throws -> Part) rethrows -> Seen<Part> { Seen<Part>(try part(record), decided) }

  /// What a person saw where there was something to see; `nil` where there was nothing.
  public func ofSomething<Something: Sendable>() -> Seen<Something>? where Record == Something? {
    record.map { Seen<Something>($0, decided) }
  }
}

/// A field in which two people wrote something else.
public struct Clash: Sendable, Hashable {
  /// The field, as the chain calls it.
  public let name: String
  /// The object of which it is a field, as the chain calls it.
  public let object: String
  /// Who changed it meanwhile.
  public let by: Author
  /// What stands in it now.
  public let theirs: String
  /// What this person wrote.
  public let own: String
}

/// What a person decided about clashes of which they were told. It holds of what they were told, and of nothing that came later.
public struct Decided: Sendable, Hashable {
  private struct Told: Sendable, Hashable {
    let name: String
    let object: String
    let theirs: String
  }
  private var keepsOwn: [Told: Bool] = [:]

  /// Nothing is decided.
  public init() {}

  /// - Parameter keepsOwn: whether what this person wrote stands; else what the other one did.
  public init(_ clashes: [Clash], keepsOwn: Bool) { decide(clashes, keepsOwn: keepsOwn) }

  /// Decides further clashes.
  public mutating func decide(_ clashes: [Clash], keepsOwn: Bool) {
    for clash in clashes { self.keepsOwn[Told(name: clash.name, object: clash.object, theirs: clash.theirs)] = keepsOwn }
  }

  /// Whether anything of what others wrote was to stay.
  public var leavesTheirs: Bool { keepsOwn.values.contains(false) }

  /// `nil` where nothing was decided.
  func keepsOwn(_ name: String, of object: String, over theirs: String) -> Bool? {
    keepsOwn[Told(name: name, object: object, theirs: theirs)]
  }
}
