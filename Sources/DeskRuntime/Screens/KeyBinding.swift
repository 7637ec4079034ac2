import Widgets
import Wording

/// The name of something that can be done on a screen; unique on that screen.
public struct ActionName: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name, in the program's own words: `submit`, `sheet.next`.
  public let rawValue: String
  /// Makes a name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Makes a name.
  public init(_ name: String) { self.rawValue = name }
  /// Makes a name.
  public init(stringLiteral value: String) { self.rawValue = value }
  /// The name.
  public var description: String { rawValue }
}

/// One thing that can be done, the keys that do it, and the words for it: said once, and the source of the footer's hints, the `?` help, the `:`
/// palette and the menu of actions.
///
/// With an input method on, letters never arrive as keys; so each action needs a key that is no letter (`KeyBindingCheck`).
public struct KeyBinding: Sendable, Hashable {
  /// Where the binding is told of.
  public enum Prominence: Int, Sendable, Hashable, Comparable {
    /// In the help, the palette and the menu.
    case help
    /// In the footer too, where there is room.
    case footer
    /// In the footer before all others.
    case first

    /// The help comes before the footer.
    public static func < (left: Prominence, right: Prominence) -> Bool { left.rawValue < right.rawValue }
  }

  /// What `Screen.perform` gets.
  public var action: ActionName
  /// The keys, the one to show first.
  public var keys: [KeyPress]
  /// One or two words, for the footer.
  public var label: Phrase
  /// A sentence, for the help.
  public var explanation: Phrase
  /// Where it is told of.
  public var prominence: Prominence
  /// Why it cannot be done now; it is shown greyed, and the key says why.
  public var refusal: Phrase?

  /// Makes a binding; without an explanation the label explains.
  public init(
    _ action: ActionName, _ keys: [KeyPress], label: Phrase, explanation: Phrase? = nil, prominence: Prominence = .help,
    refusal: Phrase? = nil
  ) {
    self.action = action
    self.keys = keys
    self.label = label
    self.explanation = explanation ?? label
    self.prominence = prominence
    self.refusal = refusal
  }
}

/// What is wrong with a list of bindings; tests hold every screen's list against it.
public enum KeyBindingFault: Sendable, Hashable, CustomStringConvertible {
  /// Every key of the action is a letter, so that it cannot be reached with an input method on.
  case onlyLetters(ActionName)
  /// Two actions have the same key; the second never sees it.
  case keyTwice(KeyPress, ActionName, ActionName)
  /// Two bindings have the same name.
  case actionTwice(ActionName)
  /// A key of the desk itself is bound.
  case takenFromTheDesk(KeyPress, ActionName)

  /// The fault, for the person who wrote the screen.
  public var description: String {
    switch self {
    case .onlyLetters(let action): "\(action) has no key that is no letter"
    case .keyTwice(let key, let first, let second): "\(key.name(in: .en)) is bound to \(first) and to \(second)"
    case .actionTwice(let action): "\(action) is bound twice"
    case .takenFromTheDesk(let key, let action): "\(key.name(in: .en)) belongs to the desk and cannot mean \(action)"
    }
  }
}

extension KeyBinding {
  /// What is wrong with a list of bindings.
  ///
  /// - Parameter reserved: keys that the screen may not take, usually `GlobalAction.reservedKeys`.
  public static func faults(in bindings: [KeyBinding], reserved: Set<KeyPress> = GlobalAction.reservedKeys) -> [KeyBindingFault] {
    var faults: [KeyBindingFault] = []
    var owners: [KeyPress: ActionName] = [:]
    var names: Set<ActionName> = []
    for binding in bindings {
      if !names.insert(binding.action).inserted { faults.append(.actionTwice(binding.action)) }
      if binding.keys.allSatisfy(\.isLetter) { faults.append(.onlyLetters(binding.action)) }
      for key in binding.keys {
        if reserved.contains(key) { faults.append(.takenFromTheDesk(key, binding.action)) }
        if let owner = owners[key], owner != binding.action {
          faults.append(.keyTwice(key, owner, binding.action))
        } else {
          owners[key] = binding.action
        }
      }
    }
    return faults
  }
}
