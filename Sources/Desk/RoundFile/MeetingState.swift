import CenterStore
import Regulation
import Widgets

/// A panel's meeting: the running order of centers, the one in hand, who is there and who must step out (回避).
struct MeetingState: Sendable {
  /// The centers in their running order.
  private(set) var order: [RoundFileRow]
  /// The one in hand.
  var list = ListState()
  /// Names and hosts, as far as they were looked up.
  var names: [String: RegistryLine] = [:]
  /// The experts of the round as they stand to the center in hand, and whether they are at today's meeting.
  private(set) var members: [PanelMember] = []

  /// A meeting about the centers that take part, by code, beginning with one.
  init(_ rows: [RoundFileRow], beginning code: String?) {
    order = MeetingState.running(rows)
    list.setCount(order.count)
    if let place = order.firstIndex(where: { $0.code == code }) { list.select(place) }
  }

  private static func running(_ rows: [RoundFileRow]) -> [RoundFileRow] {
    rows.filter { !$0.isExempt }.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
  }

  /// Shows newer places; the same center stays in hand.
  mutating func take(_ rows: [RoundFileRow]) {
    let kept = inHand?.code
    order = MeetingState.running(rows)
    list.setCount(order.count)
    if let place = order.firstIndex(where: { $0.code == kept }) { list.select(place) }
  }

  /// Shows how the experts stand to the center in hand.
  mutating func take(_ members: [PanelMember]) { self.members = members }

  /// The center in hand.
  var inHand: RoundFileRow? { order.indices.contains(list.selected) ? order[list.selected] : nil }
  /// Who is noted as there.
  var there: [PanelMember] { members.filter { $0.attendance?.isPresent == true } }
  /// Who is noted as away.
  var away: [PanelMember] { members.filter { $0.attendance?.isPresent == false } }
  /// Who must step out while the center in hand is spoken of: until somebody is noted as away, they may be in the room.
  var steppingOut: [PanelMember] { members.filter { $0.recusal != nil && $0.attendance?.isPresent != false } }
  /// Who may stay: all who need not step out and are not away.
  var staying: [PanelMember] { members.filter { $0.recusal == nil && $0.attendance?.isPresent != false } }
  /// Who is noted as there, stays and scores the center in hand: as many as the round wants sheets are enough (article 25).
  var speaking: [PanelMember] { there.filter { $0.recusal == nil && $0.isAssigned } }
}
