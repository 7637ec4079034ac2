import Regulation
import Wording

/// One thing that happened to a center, from its certification to its end: what, on which day, by whom.
public struct CenterHappening: Sendable, Hashable {
  /// What happened.
  public enum Matter: Sendable, Hashable {
    /// It was certified (article 12): on this desk, by a document and after an application where it is the reader's to see; else before.
    case certified(document: String?, application: String?)
    /// It came into the registry from a file.
    case imported
    /// What the registry says of it changed: through a file, a decision, or a change that was agreed to (articles 4(5), 16, 30 and 31).
    case recorded([FieldChange])
    /// Something in a round that concerns it (articles 25 to 29).
    case round(Int, RoundHappening.Matter)
    /// A sheet of it was handed in, or taken back by its expert (article 25).
    case sheet(Int, RoundHappening.Expert, isSubmitted: Bool)
    /// The result of a round was published, or that of a year before the desk came from a file (articles 25 and 28).
    case result(PublicResult, isImported: Bool)
    /// A matter was begun: its subject in a line (articles 16, 30 and 31).
    case begun(MatterKind, number: String, subject: Phrase)
    /// A matter took a step.
    case step(MatterKind, number: String, step: Phrase, article: String)
    /// Why it was revoked was published, and where (article 30).
    case revoked(DecidedRevocation, at: PlainText)
    /// It came out of a reorganisation, or went into one (article 4(5)).
    case reorganised(ReorganisationEvent)
    /// Something was done with a document of its material of a year (article 27), or of its duties (`nil`).
    case document(Int?, title: String, DocumentEvent.Kind)
    /// Something was put on file of its duties, or taken out (articles 6, 7 and 14 to 24).
    case duty(DutyHappening)
  }

  /// What the registry said of a center in one column, and what it says since.
  public struct FieldChange: Sendable, Hashable {
    /// The column, by its name in files: `name`, `department`; of the host `registered_in`, and of other changes the name of their aspect.
    public let field: String
    /// What stood there.
    public let before: String
    /// What stands there since.
    public let after: String
  }

  /// What happened.
  public let matter: Matter
  /// For whom it was done; `nil` where that is nobody's on this desk or not the reader's to know.
  public let office: Role?
  /// Who did it; told to staff, and to others of their own people.
  public let name: String?
  /// The day in Cangzhou.
  public let on: Day
  /// The link of the chain that keeps it; 0 for what was before the desk.
  public let link: Int64
}

/// Something that was put on file of a center's duties, or taken out.
public struct DutyHappening: Sendable, Hashable {
  /// What it is about.
  public enum Subject: Sendable, Hashable {
    /// Who sits on a committee (articles 14 and 15).
    case members(CommitteeKind)
    /// A meeting of a committee.
    case meeting(CommitteeKind, on: Day)
    /// Another record of a duty, or of one part of it.
    case record(Duty, DutyPart?)
  }

  /// What it is about.
  public let subject: Subject
  /// Whether it was taken out.
  public let isRemoved: Bool
  /// Whether something that was on file was corrected.
  public let isCorrected: Bool
  /// Why it was taken out, or what the record says; may be empty.
  public let text: String

  /// The article.
  public var article: String {
    switch subject {
    case .members(let committee), .meeting(let committee, on: _): committee.article
    case .record(let duty, _): duty.article
    }
  }
}

extension CenterHappening {
  /// The article that it rests on; `nil` where no article speaks of it.
  public var article: String? {
    switch matter {
    case .certified: "12"
    case .imported: nil
    case .recorded: nil
    case .round(_, let matter): matter.article
    case .sheet: "25"
    case .result: "28"
    case .begun(let kind, number: _, subject: _): kind.article
    case .step(_, number: _, step: _, let article): article
    case .revoked(let revocation, at: _): revocation.ground.article
    case .reorganised: "4(5)"
    case .document(let year, title: _, _): year == nil ? nil : "27"
    case .duty(let duty): duty.article
    }
  }
}
