import Foundation
import Regulation
import Testing

/// A matter's states as steps made them, for tables and walks.
struct MatterPlace<M: Matter>: Sendable, CustomTestStringConvertible {
  let name: String
  let matter: M
  let today: Day
  var status: CenterStatus = .active
  let stage: M.Stage
  /// The steps that are lawful then for whoever the regulation names.
  let lawful: Set<M.Step.Kind>
  var testDescription: String { name }

  var situation: MatterSituation { MatterScene.situation(today, status) }
}

enum MatterScene {
  static let text: PlainText = "有据"

  static func day(_ month: Int, _ day: Int) -> Day { Day(2026, month, day) ?? Day(number: 0) }

  static func situation(_ today: Day, _ status: CenterStatus = .active) -> MatterSituation {
    MatterSituation(today: today, status: status, calendar: calendar)
  }

  static let calendar: WorkingDays = {
    guard case .success(let calendar) = WorkingDays.standard else { preconditionFailure("the table of holidays is inside the program") }
    return calendar
  }()

  /// A matter after some steps.
  static func after<M: Matter>(_ matter: M, _ steps: [(M.Step, Role, Day)], _ status: CenterStatus = .active) -> M {
    var matter = matter
    for (step, role, day) in steps {
      do throws(Refusal) { try matter.take(step, by: role, situation(day, status)) } catch { Issue.record("\(step): \(error.phrase.en)") }
    }
    return matter
  }

  /// Holds a table of states against every step by every role, in the menu and in the act alike.
  static func check<M: Matter>(_ place: MatterPlace<M>, _ step: (M.Step.Kind) -> M.Step) throws {
    let before = place.matter
    #expect(before.stage == place.stage)
    for role in Role.allCases {
      let menu = before.menu(for: role, place.situation)
      #expect(menu.map(\.kind) == Array(M.Step.Kind.allCases).filter { $0.isTaken(by: role) })
      for kind in M.Step.Kind.allCases {
        let isLawful = place.lawful.contains(kind) && kind.isTaken(by: role)
        let shown = before.refusal(kind, by: role, place.situation)
        #expect((shown == nil) == isLawful, "\(kind) by \(role)")
        if let entry = menu.first(where: { $0.kind == kind }) { #expect(entry.refusal == shown) }
        var after = before
        let taken = step(kind)
        #expect(taken.kind == kind)
        do throws(Refusal) {
          try after.take(taken, by: role, place.situation)
          #expect(isLawful, "\(kind) by \(role) was taken")
        } catch {
          #expect(!isLawful && error == shown && after == before, "\(kind) by \(role)")
          #expect(error.article != nil && !error.phrase.zh.isEmpty && !error.phrase.en.isEmpty)
        }
      }
    }
    if let role = before.waitsFor(place.status) { #expect(place.lawful.contains { $0.isTaken(by: role) }) }
    #expect(place.stage.isOpen == !place.lawful.isEmpty)
    #expect(try JSONDecoder().decode(M.self, from: JSONEncoder().encode(before)) == before)
  }
}
