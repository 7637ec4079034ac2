import Widgets
import Wording

/// One screen of a desk: a state, what can be done with it, and how it looks.
///
/// The runtime shows the screen on top of its stack between a title line and a footer line. Between two events nothing changes on a screen;
/// after each batch of events the whole screen is drawn anew, so drawing must be quick and change nothing.
@MainActor
public protocol Screen: AnyObject {
  /// What stands in the title line.
  var title: Phrase { get }
  /// What can be done now, made from the state.
  var bindings: [KeyBinding] { get }
  /// Whether a field is in hand: then letters are text. Function keys, Esc and keys with Control or Alt still do what they are bound to.
  var isCapturing: Bool { get }
  /// What would be lost if the desk were closed now; asked about before it is.
  var unsavedReason: Phrase? { get }
  /// What the row in hand says in full, for the clipboard; `nil` where what is seen of it is all there is to say.
  var rowInHand: String? { get }

  /// Whether papers can be written of what is shown: notices, forms, notifications.
  var offersPapers: Bool { get }
  /// Whether files can be taken in that hold what is shown.
  var offersImport: Bool { get }
  /// Whether what is shown can be written into a file as a table.
  var offersExport: Bool { get }

  /// Does what a binding names; only called for bindings without a refusal.
  func perform(_ action: ActionName)
  /// Takes what no binding wants: text for a field, a click.
  ///
  /// Places of the mouse are counted on the whole canvas, as areas are. Where no field is in hand, full-width characters come as the ASCII
  /// that they mean.
  /// - Returns: whether it was of use here.
  func receive(_ event: InputEvent) -> Bool
  /// Draws everything, and puts the cursor at the insertion point or on the selected row.
  func draw(on canvas: inout Canvas, in area: Area, look: Look)
  /// Comes to the top: after being pushed, and again whenever the screen above it has gone.
  func appeared()
  /// Others changed something; what, is between the screens and whoever sends news.
  func changed(_ news: any Sendable)
  /// The desk ends, whether the person leaves, the line is gone or the program is asked to end: what is being written goes to disk now.
  func ending()
}

extension Screen {
  /// No field is in hand.
  public var isCapturing: Bool { false }
  /// Nothing would be lost.
  public var unsavedReason: Phrase? { nil }
  /// What is seen says it all.
  public var rowInHand: String? { nil }
  /// Nothing is written of it.
  public var offersPapers: Bool { false }
  /// Nothing is taken in.
  public var offersImport: Bool { false }
  /// There is no table.
  public var offersExport: Bool { false }
  /// Nothing is of use.
  public func receive(_ event: InputEvent) -> Bool { false }
  /// Nothing happens.
  public func appeared() {}
  /// Nothing happens.
  public func changed(_ news: any Sendable) {}
  /// Nothing is being written.
  public func ending() {}
}

/// What drawing depends on beside the state.
public struct Look: Sendable, Hashable {
  /// The language to speak.
  public var language: Language
  /// Whether borders, bars and arrows must be ASCII, because the terminal draws others two cells wide.
  public var asciiOnly: Bool
  /// How many colours will be seen.
  public var colors: ColorDepth

  /// Makes a look.
  public init(language: Language = .zh, asciiOnly: Bool = false, colors: ColorDepth = .many) {
    self.language = language
    self.asciiOnly = asciiOnly
    self.colors = colors
  }

  /// A phrase in the language to speak.
  public func callAsFunction(_ phrase: Phrase) -> String { phrase[language] }
}
