import CenterStore

extension CenterStore {
  /// The year that is meant: the one that was named, else that of the only open round.
  ///
  /// - Parameter isOfRound: whether the records belong to a round at all.
  /// - Throws: ``InterchangeError/roundNeeded(open:)`` and ``InterchangeError/roundNotAsked(kind:)``, both wrong use of a command.
  func year(named year: Int?, kind: String, isOfRound: Bool, by who: Acting) throws -> Int? {
    guard isOfRound else {
      if year != nil { throw InterchangeError.roundNotAsked(kind: kind) }
      return nil
    }
    if let year { return year }
    let open = try rounds(by: who).filter { $0.state.isOpen }.map(\.year)
    guard open.count == 1 else { throw InterchangeError.roundNeeded(open: open) }
    return open[0]
  }
}
