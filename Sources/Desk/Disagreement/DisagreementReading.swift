import CenterStore

extension DisagreementState {
  /// What a round's sheets say now; what was selected and how it was sorted stays.
  @MainActor
  static func read(_ year: Int, _ sitting: Sitting, after old: DisagreementState?) throws -> DisagreementState {
    let (store, who) = (sitting.store, sitting.acting)
    let sheets = try store.submittedSheets(year: year, by: who)
    let round = try store.round(year, by: who)
    let looks = try store.secondLooks(year: year, by: who)
    let experts = try store.expertProgress(year: year, by: who)
    let names = Dictionary(experts.map { ($0.login, $0.name) }, uniquingKeysWith: { first, _ in first })
    guard var state = old else { return DisagreementState(round: round, sheets: sheets, looks: looks, names: names) }
    state.take(round: round, sheets: sheets, looks: looks, names: names)
    return state
  }
}
