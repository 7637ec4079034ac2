import TableFiles
import Wording

/// A paper: what it says, as values with English names. Its page is made from a template, its JSON is the values themselves.
public struct Document: Sendable, Hashable {
  /// What kind of paper it is.
  public let kind: DocumentKind
  /// What it says.
  public let values: JSONObject

  /// Its title.
  public var title: String { values["title"]?.string ?? "" }

  /// A name for its file, without an ending: `score-report-CZ-2021-007-2026`.
  public let fileName: String

  /// The page, as HTML that is XML as well: it prints on A4 and opens in Word and WPS.
  ///
  /// - Throws: ``DocumentError/template(name:line:_:)``.
  public func html(_ templates: DocumentTemplates) throws(DocumentError) -> String {
    try templates.render(kind, MustacheValue.of(.object(values)))
  }

  /// How wide its text is.
  public static let textColumns = PlainPage.columns

  /// The values as one JSON document.
  public var json: JSONValue { .object(values) }

  /// The paper in one of its forms.
  ///
  /// - Parameter templates: where the templates come from; asked for pages only.
  /// - Throws: ``DocumentError``.
  public func text(
    as format: DocumentFormat, _ templates: () throws(DocumentError) -> DocumentTemplates
  ) throws(DocumentError) -> String {
    switch format {
    case .html: try html(templates())
    case .text: PlainPage.text(of: try html(templates()))
    case .json: JSONWriter.text(json)
    }
  }
}
