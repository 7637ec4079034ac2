import Regulation

/// How many centers each choice of a filter would leave, with the other conditions as they are.
public struct RegistryTally: Sendable, Hashable {
  /// By field, in the order of ``RegistryIndex/fields``' terms.
  public internal(set) var fields: [Int]
  /// By county of the host, in the order of ``RegistryIndex/counties``' terms.
  public internal(set) var counties: [Int]
  /// By competent department, in the order of ``RegistryIndex/departments``' terms.
  public internal(set) var departments: [Int]
  /// By status; those that none has are missing.
  public internal(set) var statuses: [CenterStatus: Int] = [:]
  /// By last public result; those that none has are missing.
  public internal(set) var outcomes: [RegistryFilter.Outcome: Int] = [:]
  /// By year of certification; those that none has are missing, unless other conditions leave none of them.
  public internal(set) var certifiedIn: [Int: Int] = [:]
  /// By year of the last public result; as ``certifiedIn``.
  public internal(set) var evaluatedIn: [Int: Int] = [:]
}

extension RegistryIndex {
  /// Counts what each choice would leave beside the other conditions of a filter: a choice replaces the condition of its own kind, so that one
  /// does not narrow its counts.
  ///
  /// - Parameter duties: as for ``order(_:_:duties:)``.
  public func tally(_ filter: RegistryFilter = RegistryFilter(), duties: DutyColumn? = nil) -> RegistryTally {
    var tally = RegistryTally(
      fields: [Int](repeating: 0, count: fields.terms.count), counties: [Int](repeating: 0, count: counties.terms.count),
      departments: [Int](repeating: 0, count: departments.terms.count))
    let test = RegistryTest(filter, self, duties)
    for row in 0..<count {
      let failed = test.failed(row)
      func counts(_ own: RegistryTest.Conditions) -> Int { failed.isSubset(of: own) ? 1 : 0 }
      tally.certifiedIn[Int(certifiedYears[row]), default: 0] += counts(.certified)
      if resultYears[row] > 0 { tally.evaluatedIn[Int(resultYears[row]), default: 0] += counts(.evaluated) }
      if counts(.field) > 0 { tally.fields[Int(fields.numbers[row])] += 1 }
      if counts(.county) > 0 { tally.counties[Int(counties.numbers[row])] += 1 }
      if counts(.department) > 0 { tally.departments[Int(departments.numbers[row])] += 1 }
      if counts(.status) > 0 { tally.statuses[statuses[row], default: 0] += 1 }
      if counts(.outcome) > 0 { tally.outcomes[outcome(of: row), default: 0] += 1 }
    }
    return tally
  }

  /// How many centers stand so to the duties of an article, beside the other conditions of a filter.
  public func count(_ condition: RegistryFilter.DutyCondition, _ filter: RegistryFilter, duties: DutyColumn) -> Int {
    var filter = filter
    filter.duty = condition
    let test = RegistryTest(filter, self, duties)
    return (0..<count).count { test.failed($0).isEmpty }
  }
}
