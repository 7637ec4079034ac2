/// A record as somebody saw it when they began to correct it, kept beside what they have half written (``FormDraft``), so that ``Seen`` still
/// tells what they saw when they hand it in another day.
public struct KeptRecord: Sendable, Hashable {
  /// The name of the field in which it is kept; no form has a field without a name.
  static let field = ""

  let json: String

  init(json: String) { self.json = json }

  /// Keeps a record; `nil` for what no document can hold.
  public init?(_ record: some Encodable) {
    guard let json = try? JSONText.encode(record) else { return nil }
    self.json = json
  }

  /// The record again; `nil` where a program of another version kept it and it was another then.
  public func record<Record: Decodable>(_ type: Record.Type) -> Record? {
    do { return try JSONText.decode(json) as Record } catch { return nil }
  }
}
