import Regulation
import Wording

/// A place of a sheet in which the desk and a file say different things, both changed since they parted.
public struct OfflineClash: Sendable, Hashable {
  /// What of an indicator.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// The points.
    case points
    /// The comment.
    case comment
    /// A comment that was begun and not finished.
    case draft

    /// The word for it.
    public var phrase: Phrase {
      switch self {
      case .points: Phrase(zh: "得分", en: "points")
      case .comment: Phrase(zh: "评语", en: "comment")
      case .draft: Phrase(zh: "未写完的评语", en: "unfinished comment")
      }
    }
  }

  /// The center's code.
  public let center: String
  /// The indicator.
  public let indicator: IndicatorCode
  /// Which part of it.
  public let part: Part
  /// How it stood when both sides parted; empty: nothing.
  public let base: String
  /// How it stands on the desk.
  public let desk: String
  /// How it stands in the file.
  public let file: String
  /// Whether the sheet was handed in on the desk meanwhile.
  public let isHandedIn: Bool
}

/// Which side a clash is decided for.
public enum OfflineSide: String, Sendable, Hashable, CaseIterable {
  /// The file's value is taken.
  case file
  /// The desk's stays.
  case desk
}

/// What a person decided of a file that is brought back.
public struct BringDecisions: Sendable {
  /// For which side every clash is decided of which nothing is said; `nil`: none is.
  public var all: OfflineSide?
  /// Single clashes, just as they were shown: one that has changed since is decided anew.
  public var each: [OfflineClash: OfflineSide]
  /// The centers of which nothing is taken.
  public var leaving: Set<String>

  /// Makes decisions.
  public init(all: OfflineSide? = nil, each: [OfflineClash: OfflineSide] = [:], leaving: Set<String> = []) {
    self.all = all
    self.each = each
    self.leaving = leaving
  }

  func side(of clash: OfflineClash) -> OfflineSide? { each[clash] ?? all }
}

/// What came of a file that was brought back, or would come of it.
public struct BroughtSheets: Sendable, Hashable {
  /// A value that is taken from the file.
  public struct Line: Sendable, Hashable {
    /// The center's code.
    public let center: String
    /// The indicator.
    public let indicator: IndicatorCode
    /// Which part of it.
    public let part: OfflineClash.Part
    /// What the desk said; empty: nothing.
    public let before: String
    /// What it says now.
    public let after: String
  }

  /// Something that is told of a center.
  public struct Remark: Sendable, Hashable {
    /// The center's code.
    public let center: String
    /// What.
    public let phrase: Phrase
  }

  /// What is taken.
  public internal(set) var lines: [Line] = []
  /// What both sides changed, decided or not.
  public internal(set) var clashes: [OfflineClash] = []
  /// Those of them that nobody decided.
  public internal(set) var undecided: [OfflineClash] = []
  /// The centers of which nothing can be taken, and why, unless they are left out.
  public internal(set) var obstacles: [Remark] = []
  /// What is good to know: data items that changed, sheets that are drafts again.
  public internal(set) var remarks: [Remark] = []
  /// The centers that were left out.
  public internal(set) var left: [String] = []
  /// The centers whose sheets are handed in with it.
  public internal(set) var handedIn: [String] = []
  /// Whether it was done.
  public internal(set) var isApplied = false

  /// Whether nothing has to be decided first.
  public var isDecided: Bool { undecided.isEmpty && obstacles.isEmpty }
  /// Whether the file says nothing that the desk does not know.
  public var isNothing: Bool { lines.isEmpty && clashes.isEmpty && obstacles.isEmpty && handedIn.isEmpty && !changesStates }
  var changesStates = false
}
