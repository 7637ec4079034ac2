/// The forms in which a paper is given out.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  /// A page that prints on A4 and opens in Word and WPS.
  case html
  /// Plain text.
  case text
  /// The values that the template is filled with.
  case json

  /// The form that a file's name asks for; a page where it says nothing.
  public init(of fileName: String?) {
    self =
      switch fileName?.split(separator: ".").last?.lowercased() {
      case "txt": .text
      case "json": .json
      default: .html
      }
  }

  /// How a file of this form ends, without the dot.
  public var ending: String { self == .text ? "txt" : rawValue }
}
