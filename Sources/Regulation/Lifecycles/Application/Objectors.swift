/// Who objected is told to nobody but the bureau (article 12).
extension Application {
  /// The application without the names of who objected, and without what would tell them.
  public var withoutObjectors: Application {
    guard case .onNotice(let notice, let objections) = state else { return self }
    var copy = self
    copy.replace(.onNotice(notice, objections.map { $0.withoutObjector(under: notice) }))
    return copy
  }
}

extension Objection {
  /// Only that there is one, when it came, whether it holds anything up, and how it ended.
  func withoutObjector(under notice: PublicNotice) -> Objection {
    var bare = Objection(number: number, filedOn: filedOn, grounds: .empty, signedBy: nil, evidence: nil)
    bare.settlement = settlement
    bare.isOnlyOnFile = !isAdmissible(under: notice)
    return bare
  }
}

extension ApplicationStep {
  /// The step without who objected, and without what would tell them.
  public var withoutObjector: ApplicationStep {
    guard case .object(let day, _, _, _) = self else { return self }
    return .object(receivedOn: day, grounds: .empty, signedBy: nil, evidence: nil)
  }
}
