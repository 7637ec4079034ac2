import GRDB
import Regulation

/// One thing that happened to a round: what, on which day, by whom. What it rests on is in the matter, and in its article.
public struct RoundHappening: Sendable, Hashable {
  /// An expert, by login and by name.
  public struct Expert: Sendable, Hashable {
    /// The login.
    public let login: String
    /// The name; the login where there is none.
    public let name: String
  }

  /// What happened; centers are named by their codes.
  public enum Matter: Sendable, Hashable {
    /// The notice was given out, again with a reason where it is not two years after the last (article 25).
    case announced(RoundAnnouncement)
    /// A step of the round or of a center in it.
    case step(EvaluationRoundStep)
    /// Experts were drawn by lot, for all centers or to fill a gap.
    case drawn(RoundLot)
    /// An expert was assigned by hand.
    case assigned(String, Expert)
    /// An expert declined, or was let go, for a reason.
    case released(String, Expert, reason: String, isDeclined: Bool)
    /// An expert was named leader of a center's experts.
    case ledBy(String, Expert)
    /// The leader wrote the group's opinion, or took it away.
    case opinion(String, isWritten: Bool)
    /// A further expert came to a center whose sheets disagree.
    case secondLook(String, Expert)
    /// People looked at such a center on site.
    case siteLook(String, SiteVisit)
    /// An expert was noted as at a meeting, or as away.
    case attendance(Expert, on: Day, isPresent: Bool?)
    /// Staff typed an expert's sheet from signed paper.
    case paperSheet(String, Expert)
    /// What came of an incentive of an excellent center was put on file.
    case incentive(String, Incentive, outcome: String)
  }

  /// What happened.
  public let matter: Matter
  /// Who did it, by login; told to staff only.
  public let login: String?
  /// Their name.
  public let name: String?
  /// The day in Cangzhou.
  public let on: Day
}

/// What the notice of a round said when it was given out.
public struct RoundAnnouncement: Sendable, Hashable {
  /// The last day for material; `nil` where none was set.
  public let materialBy: String?
  /// The last day for scores; `nil` where none was set.
  public let scoresBy: String?
  /// How few sheets are enough.
  public let minimumSheets: Int
  /// Why the round is not two years after the last one; empty where it is.
  public let reason: String
}

/// A draw of experts as the chain keeps it: anybody can repeat it (回避).
public struct RoundLot: Sendable, Hashable {
  /// What the lot follows from.
  public let seed: String
  /// Whether somebody chose the seed; else it is the head of the chain at that moment.
  public let isSeedChosen: Bool
  /// How many sheets each center was to get.
  public let perCenter: Int
  /// How many sheets were assigned; `nil` in a link of before this was kept.
  public let drawn: Int?
  /// How many sheets found nobody.
  public let missing: Int
  /// Whether the plan was written.
  public let isApplied: Bool
}

extension RoundHappening.Matter {
  /// The center's code; `nil` for what is about the round as a whole.
  public var center: String? {
    switch self {
    case .announced, .drawn, .attendance: nil
    case .step(let step): step.center
    case .assigned(let code, _), .released(let code, _, reason: _, isDeclined: _), .ledBy(let code, _), .opinion(let code, isWritten: _),
      .secondLook(let code, _), .siteLook(let code, _), .paperSheet(let code, _), .incentive(let code, _, outcome: _):
      code
    }
  }

  /// The article that it rests on.
  public var article: String {
    switch self {
    case .step(let step): step.kind.article
    case .drawn, .assigned, .released: "回避"
    case .incentive: "29"
    case .announced, .ledBy, .opinion, .secondLook, .siteLook, .attendance, .paperSheet: "25"
    }
  }

  /// The step, where it is one.
  public var step: EvaluationRoundStep? { if case .step(let step) = self { step } else { nil } }
}

extension CenterStore {
  /// Everything that happened to a round, in the order in which it did: its steps, and what the chain knows of draws, panels and meetings.
  ///
  /// It names experts, so it is for those who carry the round out; who objected is the bureau's to know.
  static func timeline(of year: Int, for role: Role, _ db: Database) throws -> [RoundHappening] {
    let isStaff = role == .admin || role == .bureau
    var found: [(link: Int64, happening: RoundHappening)] = []
    let steps = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT step, login, day, name, round_step.link FROM round_step LEFT JOIN user USING (login) WHERE year = ? ORDER BY position"),
      arguments: [year])
    while let row = try steps.next() {
      let step: EvaluationRoundStep = try JSONText.decode(row[0])
      found.append(
        (
          row[4],
          RoundHappening(
            matter: .step(isStaff ? step : step.withoutObjector), login: isStaff ? row[1] : nil, name: isStaff ? row[3] : nil,
            on: try day(row[2]))
        ))
    }
    // The object of a link ends its name with a stroke or a quotation mark, so `round/202` begins no link of 2026.
    let objects = [
      "round/\(year)\"", "draw/\(year)\"", "assignment/\(year)/", "leader/\(year)/", "group/\(year)/", "site/\(year)/",
      "attendance/\(year)/", "sheet/\(year)/", "incentive/\(year)/",
    ]
    for told in try linked(to: objects, db) {
      found.append(
        (
          told.link,
          RoundHappening(matter: told.matter, login: isStaff ? told.login : nil, name: isStaff ? told.name : nil, on: told.on)
        ))
    }
    // Both are in order by themselves; a draw stands before the scoring that it starts.
    return found.enumerated().sorted { left, right in
      (left.element.link, left.element.happening.matter.step == nil ? 0 : 1, left.offset)
        < (right.element.link, right.element.happening.matter.step == nil ? 0 : 1, right.offset)
    }.map(\.element.happening)
  }

  /// What the chain knows of draws, panels and meetings under some names of objects.
  static func linked(to objects: [String], _ db: Database) throws -> [LinkedHappening] {
    var names = ExpertNames()
    var found: [LinkedHappening] = []
    for object in objects {
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT seq, time, audit.login, user.name, user.role, act, change FROM audit LEFT JOIN user USING (login)
            WHERE act IN (\(Schema.actsOfRound)) AND \(Schema.objectOfLink) > ?1 AND \(Schema.objectOfLink) < ?2
            """), arguments: [object, object + "\u{10FFFF}"])
      while let row = try rows.next() {
        guard let matter = try RoundLink(act: row[5], login: row[2], change: row[6]).matter(&names, db) else { continue }
        found.append(
          LinkedHappening(
            link: row[0], matter: matter, login: row[2], name: row[3], role: row[4], on: Moment(milliseconds: row[1]).day))
      }
    }
    return found
  }
}

/// Something of a round that the chain alone keeps.
struct LinkedHappening {
  let link: Int64
  let matter: RoundHappening.Matter
  let login: String
  let name: String?
  let role: String?
  let on: Day
}

/// The names of experts, each looked up once.
struct ExpertNames {
  private var known: [String: String] = [:]

  mutating func callAsFunction(_ login: String, _ db: Database) throws -> RoundHappening.Expert {
    if let name = known[login] { return RoundHappening.Expert(login: login, name: name) }
    let name = try String.fetchOne(db.cachedStatement(sql: "SELECT name FROM user WHERE login = ?"), arguments: [login]) ?? login
    known[login] = name
    return RoundHappening.Expert(login: login, name: name)
  }
}

/// A link of the chain that is about a round.
private struct RoundLink {
  private struct Document: Decodable {
    let object: String
    let after: [String: String]?
    let seed: String?
    let seedChosen: String?
    let perCenter: String?
    let drawn: String?
    let missing: String?
    let applied: String?

    enum CodingKeys: String, CodingKey {
      case object, after, seed, drawn, missing, applied
      case seedChosen = "seed_chosen"
      case perCenter = "per_center"
    }
  }

  private let act: Act?
  private let login: String
  private let document: Document

  init(act: String, login: String, change: String) throws {
    self.act = Act(rawValue: act)
    self.login = login
    document = try JSONText.decode(change)
  }

  /// What it tells; `nil` where it is no matter of the timeline.
  func matter(_ names: inout ExpertNames, _ db: Database) throws -> RoundHappening.Matter? {
    let path = document.object.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let after = document.after ?? [:]
    // A code may hold strokes in a store of before; a login and a day never do.
    func code(dropping count: Int) -> String { path.dropFirst(2).dropLast(count).joined(separator: "/") }
    func expert() throws -> RoundHappening.Expert { try names(path.last ?? "", db) }
    switch act {
    case .roundOpen:
      return .announced(
        RoundAnnouncement(
          materialBy: after["material_by"].flatMap { $0.isEmpty ? nil : $0 },
          scoresBy: after["scores_by"].flatMap { $0.isEmpty ? nil : $0 },
          minimumSheets: Int(after["minimum_sheets"] ?? "") ?? 0, reason: after["reason"] ?? ""))
    case .assign where path[0] == "draw":
      return .drawn(
        RoundLot(
          seed: document.seed ?? "", isSeedChosen: document.seedChosen == "yes", perCenter: Int(document.perCenter ?? "") ?? 0,
          drawn: document.drawn.flatMap { Int($0) }, missing: Int(document.missing ?? "") ?? 0, isApplied: document.applied == "yes"))
    case .assign: return .assigned(code(dropping: 1), try expert())
    case .releaseExpert:
      return .released(code(dropping: 1), try expert(), reason: after["released"] ?? "", isDeclined: path.last == login)
    case .nameLeader: return .ledBy(code(dropping: 0), try names(after["login"] ?? "", db))
    case .lookAgain where path[0] == "site":
      guard let visit = after["visit"] else { return nil }
      return .siteLook(code(dropping: 0), try JSONText.decode(visit))
    case .lookAgain: return .secondLook(code(dropping: 1), try expert())
    case .noteAttendance:
      guard path.count > 3, let day = Day(parsing: path[2]) else { return nil }
      return .attendance(try expert(), on: day, isPresent: after["present"].map { $0 == "yes" })
    case .enterSheet: return .paperSheet(code(dropping: 1), try expert())
    case .writeGroupOpinion: return .opinion(code(dropping: 0), isWritten: after["opinion"]?.isEmpty == false)
    case .recordIncentive:
      guard let kind = Incentive(rawValue: path.last ?? "") else { return nil }
      return .incentive(code(dropping: 1), kind, outcome: after["outcome"] ?? "")
    default: return nil
    }
  }
}
