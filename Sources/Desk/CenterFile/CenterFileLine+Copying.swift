import CenterStore
import DeskRuntime
import Regulation
import Wording

extension CenterFileState.Line {
  /// What is copied of a line: of one with a label what stands beside it, of others all that they say; empty where nothing stands.
  ///
  /// - Parameter ranked: among how many centers a rank is, by year, as far as that is known.
  func copied(_ look: Look, ranked: [Int: Int] = [:]) -> String {
    switch self {
    case .blank, .trend: ""
    case .heading(let phrase, _), .words(let phrase): look(phrase)
    case .entry(_, let text, _, _), .duty(_, let text, _): look(text)
    case .center(_, let code, let name): "\(code)\t\(name)"
    case .result(let result, of: _):
      [
        String(result.year), result.score.description, look(result.grade.phrase),
        result.rank.map { look(.rank($0, of: ranked[result.year])) } ?? "–",
      ].joined(separator: "\t")
    case .sheet(let sheet):
      [sheet.name, sheet.login, "\(sheet.given)/\(IndicatorCode.count)", sheet.total?.description ?? ""].joined(separator: "\t")
    case .document(let document): "\(document.entry.title)\t\(look(AttachmentWords.place(document)))"
    case .matter(let matter):
      [matter.number, look(matter.kind.phrase), look(matter.subject), look(matter.stage)].joined(separator: "\t")
    }
  }
}
