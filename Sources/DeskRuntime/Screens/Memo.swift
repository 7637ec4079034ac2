/// A value as it was made last: most keys change nothing that it depends on, and to compare what it depends on costs less than to make it.
///
///     private var bindingsMemo = Memo<BindingsState, [KeyBinding]>()
///     var bindings: [KeyBinding] { bindingsMemo(BindingsState(self)) { makeBindings() } }
public struct Memo<Key: Equatable, Value> {
  private var kept: (key: Key, value: Value)?

  /// Nothing made yet.
  public init() {}

  /// The value for a key: the one at hand where it was made for an equal key, else made now.
  public mutating func callAsFunction(_ key: Key, _ make: () -> Value) -> Value {
    if let kept, kept.key == key { return kept.value }
    let value = make()
    kept = (key, value)
    return value
  }
}
