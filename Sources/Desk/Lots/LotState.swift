import CenterStore
import Proofs
import Regulation
import Widgets
import Wording

/// The lots of a round, and how much of the one in hand is seen.
struct LotState: Sendable {
  /// What is listed of a lot.
  enum Side: Sendable, CaseIterable {
    case pool, excluded, drawn

    var phrase: Phrase {
      switch self {
      case .pool: Phrase(zh: "名册", en: "pool")
      case .excluded: Phrase(zh: "不参加", en: "excluded")
      case .drawn: Phrase(zh: "抽中", en: "drawn")
      }
    }
  }

  /// A line of the list.
  struct Row: Sendable, Hashable {
    /// The center's code; empty in the pool.
    let center: String
    /// The tickets: one, or those that were drawn for the center.
    let tickets: [String]
    /// What is said beside it.
    let words: Phrase
  }

  /// The lots, the first one first.
  private(set) var lots: [LotRecord] = []
  /// What would be bound, where nothing is bound that waits for its draw.
  private(set) var preview: LotRecord?
  /// Which lot is shown; `nil`: what would be bound.
  private(set) var shown: Int?
  /// What is listed.
  private(set) var side = Side.pool
  /// How many centers were told of a lot that was drawn just now; `nil` where all are.
  private(set) var told: Int?
  private(set) var rows: [Row] = []
  var list = ListState()

  /// The lot that is shown.
  var lot: LotRecord? { shown.map { lots[$0] } ?? preview }
  /// Whether terms are bound that wait for a witness's word.
  var waits: Bool { lots.last.map { $0.drawn == nil } ?? false }
  /// The selected line.
  var selected: Row? { rows.indices.contains(list.selected) ? rows[list.selected] : nil }
  /// Whether there is more to tell of what was drawn just now.
  var hasMore: Bool { told.map { $0 < drawn.count } ?? false }

  /// Shows the last lot, or what would be bound where there is none.
  mutating func take(_ lots: [LotRecord], preview: LotRecord?) {
    let wasLast = shown == nil || shown == self.lots.count - 1 || lots.count != self.lots.count
    self.lots = lots
    self.preview = preview
    if lots.isEmpty { shown = nil } else if wasLast { shown = lots.count - 1 }
    refresh()
  }

  /// Begins to tell what was drawn just now, one center after the other.
  mutating func begin() {
    (side, told) = (.drawn, 0)
    refresh()
  }

  /// Tells the next center, or all.
  mutating func tell(all: Bool = false) {
    guard let count = told else { return }
    told = all || count + 1 >= drawn.count ? nil : count + 1
    refresh()
    list.select(max(rows.count - 1, 0))
  }

  /// Lists something else of the lot.
  mutating func turn() {
    let sides = Side.allCases.filter { $0 != .drawn || lot?.drawn != nil }
    side = sides[((sides.firstIndex(of: side) ?? 0) + 1) % sides.count]
    refresh()
    list.select(0)
  }

  /// Shows the lot before, and after the first the last one.
  mutating func earlier() {
    guard let place = shown, lots.count > 1 else { return }
    shown = place == 0 ? lots.count - 1 : place - 1
    told = nil
    refresh()
  }

  private mutating func refresh() {
    if side == .drawn, lot?.drawn == nil { side = .pool }
    switch side {
    case .pool: rows = pool
    case .excluded: rows = excluded
    case .drawn: rows = told.map { Array(drawn.prefix($0)) } ?? drawn
    }
    list.setCount(rows.count)
  }

  private var pool: [Row] {
    guard let lot else { return [] }
    var (matches, out): ([String: Int], [String: Int]) = ([:], [:])
    for center in lot.terms.centers {
      for ticket in center.matches { matches[ticket, default: 0] += 1 }
      for ticket in center.excluded.keys { out[ticket, default: 0] += 1 }
    }
    return lot.terms.tickets.map { ticket in
      let (fit, gone) = (matches[ticket.name] ?? 0, out[ticket.name] ?? 0)
      let kind = ticket.kind.map { $0.phrase + Phrase(zh: "，", en: ", ") } ?? Phrase(same: "")
      return Row(
        center: "", tickets: [ticket.name],
        words: kind
          + Phrase(
            zh: "领域相符 \(fit) 个中心" + (gone == 0 ? "" : "，不参加 \(gone) 个"),
            en: "in the field of \(fit.counted("center"))" + (gone == 0 ? "" : ", excluded from \(gone)")))
    }
  }

  private var excluded: [Row] {
    guard let lot else { return [] }
    return lot.terms.centers.flatMap { center in
      center.excluded.keys.sorted().map { ticket in
        Row(center: center.code, tickets: [ticket], words: Phrase(same: lot.reasons[center.code]?[ticket]?.text ?? ""))
      }
    }
  }

  private var drawn: [Row] {
    guard let outcome = lot?.drawn?.outcome else { return [] }
    let drawn = Dictionary(grouping: outcome.drawn, by: \.center).mapValues { $0.map(\.ticket) }
    return Set(drawn.keys).union(outcome.open.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { code in
      let missing = outcome.open[code].map { Phrase(zh: "缺 \($0) 名", en: "\($0) missing") } ?? Phrase(same: "")
      return Row(center: code, tickets: drawn[code] ?? [], words: missing)
    }
  }
}
