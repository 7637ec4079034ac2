import CenterStore
import Wording

extension CenterHappening {
  /// What a happening belongs to, by which a timeline is narrowed.
  enum Kind: CaseIterable {
    case record, evaluation, matters, duties

    /// The word for people.
    var phrase: Phrase {
      switch self {
      case .record: Phrase(zh: "登记", en: "record")
      case .evaluation: Phrase(zh: "评估", en: "evaluation")
      case .matters: Phrase(zh: "变更、主任、撤销", en: "matters")
      case .duties: Phrase(zh: "运行职责", en: "duties")
      }
    }
  }

  /// What it belongs to.
  var kind: Kind {
    switch matter {
    case .certified, .imported, .recorded, .reorganised: .record
    case .document(nil, title: _, _): .duties
    case .round, .sheet, .result, .document: .evaluation
    case .begun, .step, .revoked: .matters
    case .duty: .duties
    }
  }

  /// What tells it apart from all others of its center.
  var key: String { "\(link) \(on) \(matter)" }

  /// Whether there is a screen that says more of it.
  var leadsOn: Bool {
    switch matter {
    case .begun, .step, .certified(document: _, application: .some), .result(_, isImported: false), .document, .duty, .round: true
    default: false
    }
  }
}

extension [CenterHappening] {
  /// The kinds of which there is any.
  var kinds: [CenterHappening.Kind] { CenterHappening.Kind.allCases.filter { kind in contains { $0.kind == kind } } }
}
