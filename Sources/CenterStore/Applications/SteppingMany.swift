import GRDB
import Regulation
import Wording

/// A step that is to be taken with one application.
public struct ApplicationTask: Sendable, Hashable {
  /// The application.
  public let number: String
  /// The step.
  public let step: ApplicationStep

  /// Makes a task.
  public init(_ number: String, _ step: ApplicationStep) {
    self.number = number
    self.step = step
  }
}

/// Whether a step of some kind could be taken with an application now, given what the step needs.
public struct StepOutlook: Sendable, Hashable {
  /// The application.
  public let application: ApplicationSummary
  /// Why the step cannot be taken; `nil` where it can.
  public let refusal: Refusal?
  /// The articles of the conditions that are unknown, over which recommending and passing need a reason (articles 10, 11).
  public let unknown: [String]
}

extension CenterStore {
  /// Takes steps with several applications at once: all of them, or none where one is refused. Each leaves a link of its own, as if it had been
  /// taken alone.
  ///
  /// - Throws: ``StoreError/refused(_:)``, with the number of the application before the reason; else as ``stepApplication(_:_:by:)``.
  public func stepApplications(_ tasks: [ApplicationTask], by who: Acting) throws(StoreError) {
    try write(.stepApplication, by: who) { operation in
      for task in tasks {
        do {
          try operation.take(task.step, with: task.number)
        } catch let refusal as Refusal {
          throw Refusal(
            article: refusal.article,
            Phrase(zh: "\(task.number)：\(refusal.phrase.zh)", en: "\(task.number): \(refusal.phrase.en)"))
        }
      }
    }
  }

  /// Looks at applications before a step of a kind is taken with them, in the order asked for.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for who takes no steps, and for an application that is not this person's, whether it exists or not.
  public func stepOutlooks(_ kind: ApplicationStepKind, of numbers: [String], by who: Acting) throws(StoreError) -> [StepOutlook] {
    let today = surroundings.now().day
    return try read(by: who) { db, member in
      guard Act.stepApplication.roles.contains(member.role) else { throw StoreError.notPermitted(.stepApplication) }
      return try numbers.map { number in
        let stored = try CenterStore.visibleApplication(number, member, .stepApplication, db)
        let form = try stored.form
        let situation = try CenterStore.situation(of: stored, form: form, today: today, db)
        var refusal = stored.application.refusal(kind, by: member.role, situation)
        if refusal == nil, kind == .propose {
          do { try CenterStore.requireReviewersFree(of: stored, form: form, db) } catch let reason as Refusal { refusal = reason }
        }
        return StepOutlook(application: stored.summary, refusal: refusal, unknown: situation.unknown)
      }
    }
  }
}
