extension FactSheet {
  /// What last round's form says about years that this one asks for again: with rounds two years apart, of three years the first.
  ///
  /// Only yearly items are taken, since what has one value for a round is said anew; only places that are empty here; and only what the
  /// item can still hold. A note goes with its value, and stands alone where it said why there is none.
  ///
  /// ```swift
  /// form.entries.merge(form.carriedOver(from: last, system)) { own, _ in own }
  /// ```
  ///
  /// - Parameter last: the form of the center's last round.
  /// - Returns: what can be filled in, by place; whoever fills the form in answers for it as for all else.
  public func carriedOver(from last: FactSheet, _ system: IndicatorSystem) -> [FactKey: FactEntry] {
    var carried: [FactKey: FactEntry] = [:]
    for fact in system.facts where fact.per.isYearly && fact.kind != .derived {
      for place in places(of: fact) where last.years.contains(place.year ?? 0) {
        guard entries[place]?.isFilled != true, let entry = last.entries[place], entry.isFilled else { continue }
        if let value = entry.value, !value.fits(fact) { continue }
        carried[place] = entry
      }
    }
    return carried
  }
}
