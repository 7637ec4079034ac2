/// What a key did to a field.
public enum FieldOutcome: Sendable, Hashable {
  /// The text or the choice is another one now.
  case changed
  /// Only the insertion point, the selection or the view moved.
  case moved
  /// The field understood the key, and nothing could come of it: an edge, a full field, a sign that is not lawful here.
  case refused
  /// Enter in a field of one line: the owner takes what is written.
  case committed
  /// Escape: the owner decides what becomes of the field.
  case cancelled
  /// The key means nothing to the field; the owner may use it.
  case ignored
}
