import Regulation

/// How many centers each choice of a filter would leave, with the other conditions as they are.
public struct RegistryTally: Sendable, Hashable {
  /// By field, in the order of ``RegistryIndex/fields``' terms.
  public internal(set) var fields: [Int]
  /// By competent department, in the order of ``RegistryIndex/departments``' terms.
  public internal(set) var departments: [Int]
  /// By status; those that none has are missing.
  public internal(set) var statuses: [CenterStatus: Int] = [:]
  /// By last public result; those that none has are missing.
  public internal(set) var outcomes: [RegistryFilter.Outcome: Int] = [:]
}

extension RegistryIndex {
  /// Counts what each choice would leave beside the other conditions of a filter: a choice replaces the condition of its own kind, so that one
  /// does not narrow its counts.
  public func tally(_ filter: RegistryFilter = RegistryFilter()) -> RegistryTally {
    var tally = RegistryTally(
      fields: [Int](repeating: 0, count: fields.terms.count), departments: [Int](repeating: 0, count: departments.terms.count))
    let field = filter.field.map { fields.terms.firstIndex(of: $0) ?? -1 }
    let department = filter.department.map { departments.terms.firstIndex(of: $0) ?? -1 }
    for row in 0..<count {
      let (ownField, ownDepartment) = (Int(fields.numbers[row]), Int(departments.numbers[row]))
      let (status, outcome) = (statuses[row], outcome(of: row))
      let isField = field.map { $0 == ownField } ?? true
      let isDepartment = department.map { $0 == ownDepartment } ?? true
      let isStatus = filter.status.map { $0 == status } ?? true
      let isOutcome = filter.outcome.map { $0 == outcome } ?? true
      if isDepartment, isStatus, isOutcome { tally.fields[ownField] += 1 }
      if isField, isStatus, isOutcome { tally.departments[ownDepartment] += 1 }
      if isField, isDepartment, isOutcome { tally.statuses[status, default: 0] += 1 }
      if isField, isDepartment, isStatus { tally.outcomes[outcome, default: 0] += 1 }
    }
    return tally
  }
}
