import CenterStore
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The labels of forms in the smallest window that people have")
struct LabelTests {
  /// A form of the desk, by what it is for, and its labels.
  private static func forms() throws -> [(name: String, fields: [ActField])] {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.reviewedApplication()
    let file = try fixture.store.application(number, by: DeskFixture.bureau)
    let places = try Places.standard.get()
    var forms: [(String, [ActField])] = ApplicationStepKind.allCases.map { kind in
      (kind.rawValue, StepFields.fields(of: kind, file, today: DeskFixture.today))
    }
    for kind in [HostKind.enterprise, .university] {
      var form = ApplicationForm()
      form.host.kind = kind
      form.coBuilders = [CoBuilder(agreement: .signed([]))]
      forms.append(("form of \(kind)", form.items(fields: places.fields).map(\.field)))
    }
    let leaders = file.reviewers.filter(\.isLeader)
    let leader = try #require(leaders.first)
    for asked in [ExpertOpinion.conditions, ExpertOpinion.conditions.dropLast()] {
      forms.append(("opinion on \(asked.count)", OpinionState.fields(leader.opinion, asked: asked)))
    }
    forms.append(("new call", CallForm.items(over: nil, fields: places.fields, year: 2026, years: [])))
    forms.append(("changed call", CallForm.items(over: try DeskFixture.call(), fields: places.fields, year: 2026, years: [2026])))
    return forms.filter { !$0.1.isEmpty }
  }

  @Test("No label is cut at 80 columns, in either language", arguments: Language.allCases)
  func whole(language: Language) throws {
    for (name, fields) in try LabelTests.forms() {
      for mark in [true, false] {
        var state = ActState(fields, language, marksOptional: mark)
        let area = Area(column: 1, row: 1, columns: 78, rows: 22)
        for (field, entry) in zip(fields, state.form.entries) {
          _ = state.edit { form in
            form.take(field.id)
            return .moved
          }
          var canvas = Canvas(size: Size(columns: 80, rows: 24))
          state.layout(in: area, measure: canvas.measure)
          state.form.draw(on: &canvas, in: area)
          #expect(canvas.text.contains { $0.contains(entry.label) }, "\(name): \(entry.label)")
        }
      }
    }
  }

  @Test("A label of the application form and of an opinion has room beside its field", arguments: Language.allCases)
  func beside(language: Language) throws {
    let measure = TextMeasure()
    for (name, fields) in try LabelTests.forms() where name.hasPrefix("form") || name == "opinion" {
      for field in fields { #expect(measure.columns(of: field.label[language]) <= 31, "\(name): \(field.label[language])") }
    }
  }
}
