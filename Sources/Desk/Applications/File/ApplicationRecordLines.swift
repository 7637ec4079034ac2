import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What was written in the form.
extension ApplicationLines {
  func form(_ columns: Int) -> [FileLine] {
    var lines: [FileLine] = []
    for item in file.form.items(fields: names.offered(keeping: [file.form.center.field].compactMap(\.self))) {
      if let section = item.section {
        if !lines.isEmpty { lines.append(FileLine(.blank)) }
        lines.append(FileLine(heading(section)))
      }
      let figure = item.field.widget(look.language).text
      let unit = item.field.unit(of: figure, look.language)
      let text = unit.isEmpty ? figure : "\(figure) \(unit)"
      let written = entry(
        item.field.label.asLabel, text.isEmpty ? look(Phrase(zh: "未填", en: "not stated")) : text, columns, text.isEmpty ? .muted : .plain)
      lines += written.map { FileLine($0, proof: item.article.isEmpty ? nil : .condition(item.article)) }
    }
    return lines
  }
}
