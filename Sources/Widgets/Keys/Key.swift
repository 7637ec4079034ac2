/// A key, without what was held beside it.
public enum Key: Sendable, Hashable {
  /// A key that writes: one character as it was typed, an input method's characters included.
  case character(Character)
  /// The cursor keys and their neighbours.
  case up, down, left, right, home, end, pageUp, pageDown
  /// Keys that act.
  case enter, escape, tab, backspace, delete, insert
  /// F1 … F12.
  case function(Int)
}

/// What was held while a key was pressed.
public struct Modifiers: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8
  /// Makes a set of its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Shift, with keys that write nothing (a shifted letter is another letter).
  public static let shift = Modifiers(rawValue: 1)
  /// Alt or Meta.
  public static let alt = Modifiers(rawValue: 2)
  /// Control; its letter is in lower case.
  public static let control = Modifiers(rawValue: 4)
}

/// One key as it was pressed.
public struct KeyPress: Sendable, Hashable {
  /// The key.
  public var key: Key
  /// What was held beside it.
  public var modifiers: Modifiers

  /// Makes a key press.
  public init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// A key that writes.
  public static func character(_ character: Character) -> KeyPress { KeyPress(.character(character)) }
  /// A letter with Control.
  public static func control(_ letter: Character) -> KeyPress { KeyPress(.character(letter), .control) }
}

/// What came from the terminal.
public enum InputEvent: Sendable, Hashable {
  /// A key.
  case key(KeyPress)
  /// Text that was pasted, in one piece, as it came: not yet checked.
  case paste(String)
  /// A button of the mouse, or its wheel.
  case mouse(MousePress)
  /// The window came into focus, or lost it.
  case focus(Bool)
}

/// What the mouse did.
public struct MousePress: Sendable, Hashable {
  /// Which part of the mouse.
  public enum Button: Sendable, Hashable { case left, middle, right, wheelUp, wheelDown }
  /// Pressed, released or moved while pressed.
  public enum Phase: Sendable, Hashable { case down, up, drag }

  /// Which part of the mouse.
  public var button: Button
  /// Pressed, released or moved while pressed.
  public var phase: Phase
  /// Where.
  public var place: Position
  /// What was held beside it.
  public var modifiers: Modifiers

  /// Makes a mouse press.
  public init(_ button: Button, _ phase: Phase = .down, at place: Position, _ modifiers: Modifiers = []) {
    self.button = button
    self.phase = phase
    self.place = place
    self.modifiers = modifiers
  }
}
