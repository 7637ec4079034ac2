extension RoundTerms {
  /// Whether a round is about a center (articles 5(3), 25 and 26): the bureau's and an agency's are about every one, a department's about those of
  /// its own jurisdiction.
  ///
  /// Ruling, where the text is silent: a center that goes to another department stays with the round once it has taken part in it. Article 26 has it
  /// evaluated this year and a year has one round, so that outside it would be evaluated by nobody, and could be taken for absent; and what the
  /// experts drawn here have found is compared with the others of this round (article 25) and no others. So it stays until the round is settled,
  /// and from then on it is on the roll. The department that it went to looks at its material, which is that of its jurisdiction (articles 5 and
  /// 27). A center that has done nothing here yet goes, and one that comes is a center of the jurisdiction like the others.
  ///
  /// - Parameters:
  ///   - department: the center's department now.
  ///   - hasTakenPart: whether its material is handed in or a sheet on it is begun, as for article 30(2): what an expert takes back to mend
  ///   a slip, or has half written, is not to be lost by a move.
  public func covers(centerOf department: PlainText, hasTakenPart: Bool) -> Bool {
    guard case .department(let own) = conductor else { return true }
    return hasTakenPart || department == own
  }
}
