import Regulation

/// What stands at one indicator of a sheet that is away from the desk.
public struct OfflineMark: Sendable, Hashable, Codable {
  /// The points; `nil` where none are given.
  public var points: Points?
  /// The comment; empty where there is none.
  public var comment: PlainText
  /// A comment that was begun and not finished; empty where there is none.
  public var draft: PlainText

  /// Nothing.
  public static let none = OfflineMark()

  /// Makes a mark.
  public init(points: Points? = nil, comment: PlainText = .empty, draft: PlainText = .empty) {
    self.points = points
    self.comment = comment
    self.draft = draft
  }
}

/// One expert's sheet of one center as a file takes it away and brings it back.
public struct OfflineSheet: Sendable, Hashable, Codable {
  /// The center's code.
  public let center: PlainText
  /// How far it has come.
  public var state: Sheet.State
  private var marks: [String: OfflineMark] = [:]

  /// An empty sheet.
  public init(center: PlainText) {
    self.center = center
    state = .draft
  }

  /// A sheet of the desk.
  init(_ sheet: Sheet) throws {
    self.init(center: try PlainText(sheet.center))
    state = sheet.state
    for code in IndicatorCode.all {
      self[code] = OfflineMark(points: sheet.points[code], comment: sheet.comments[code], draft: sheet.drafts[code] ?? .empty)
    }
  }

  /// What stands at an indicator.
  public subscript(code: IndicatorCode) -> OfflineMark {
    get { marks[code.description] ?? .none }
    set { marks[code.description] = newValue == .none ? nil : newValue }
  }

  /// Whether points and comments are those of another sheet; what was only begun does not count.
  func says(_ other: OfflineSheet) -> Bool {
    IndicatorCode.all.allSatisfy { self[$0].points == other[$0].points && self[$0].comment == other[$0].comment }
  }

  /// Whether every indicator has points.
  public var isComplete: Bool { IndicatorCode.all.allSatisfy { self[$0].points != nil } }

  /// Whether nothing was entered at all.
  public var isBlank: Bool { marks.isEmpty }
}

extension Sheet.State: Codable {}
