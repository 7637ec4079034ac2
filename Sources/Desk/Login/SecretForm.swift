import CenterStore
import DeskRuntime
import Widgets
import Wording

/// A few fields in the middle of an empty screen, with what they are for above them. What is secret is shown as stars, and forgotten as soon as it
/// was of no use.
struct SecretForm: Sendable {
  /// One of its fields.
  struct Field: Sendable {
    /// Its name.
    let id: String
    /// What it is called.
    let label: Phrase
    /// Whether what is typed is shown as stars.
    var isSecret = true
    /// What helps to fill it in.
    var hint = Phrase(same: "")

    var widget: TextField { TextField(limit: PasswordRule.longest, isSecret: isSecret) }
  }

  private let fields: [Field]
  private var form: Form<String>
  private var problem: (field: String, words: Phrase)?

  /// Makes a form with nothing in it.
  init(_ fields: [Field]) {
    self.fields = fields
    form = Form(fields.map { Form<String>.Entry($0.id, label: "", field: $0.widget) })
  }

  /// What is written in a field.
  func text(_ id: String) -> String { form.text(of: id) }

  /// Whether all fields are empty.
  var isEmpty: Bool { fields.allSatisfy { form.text(of: $0.id).isEmpty } }

  /// Takes what happens; what was said of a field is taken back as soon as something is written.
  mutating func take(_ event: InputEvent) -> FormOutcome<String> {
    let outcome = form.take(event)
    if case .changed = outcome { problem = nil }
    return outcome
  }

  /// Says what is wrong, beneath the field that it is about.
  mutating func refuse(_ words: Phrase, at field: String) {
    problem = (field, words)
    form.take(field)
  }

  /// Empties what is secret.
  mutating func forget() { for field in fields where field.isSecret { form[field.id] = field.widget } }

  /// Draws it.
  mutating func draw(_ heading: Phrase, _ words: Phrase, on canvas: inout Canvas, in area: Area, look: Look) {
    for (place, field) in fields.enumerated() {
      form.entries[place].label = look(field.label)
      form.entries[place].hint = look(field.hint)
      form.entries[place].error = problem?.field == field.id ? look(problem?.words ?? Phrase(same: "")) : ""
    }
    let room = area.centered(Size(columns: min(area.columns - 4, 72), rows: area.rows))
    var row = room.row + (area.rows > 30 ? 6 : 2)
    func put(_ phrase: Phrase, _ style: Style) {
      for line in canvas.measure.wrapped(look(phrase), to: room.columns) {
        canvas.put(line, at: Position(column: room.column, row: row), style: style, within: room)
        row += 1
      }
      row += 1
    }
    put(heading, Style(.heading, bold: true))
    put(words, Style(.muted))
    let rest = Area(column: room.column, row: row, columns: room.columns, rows: max(0, room.bottom - row))
    form.layout(in: rest, measure: canvas.measure)
    form.draw(on: &canvas, in: rest)
  }
}
