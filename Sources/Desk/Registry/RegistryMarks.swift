import CenterStore

extension RegistryState {
  /// How many centers are marked at once by one key: their codes stand in a dialog before anything is done with them.
  static let mostMarks = 1_000

  /// Marks the selected center, or takes its mark away, and goes on to the next one.
  mutating func toggleMark() {
    guard let id = selectedID, let code = selected?.code else { return }
    if marks.remove(id) == nil {
      marks.insert(id)
      markedCodes.insert(code, at: markedCodes.firstIndex { $0 > code } ?? markedCodes.count)
    } else {
      markedCodes.removeAll { $0 == code }
    }
    _ = move { $0.move(.down) }
  }

  /// Marks some centers; where all of them are marked, takes their marks away.
  mutating func toggleMarks(_ lines: [RegistryLine]) {
    let codes = Set(lines.map(\.code))
    if lines.allSatisfy({ marks.contains($0.id) }) {
      marks.subtract(lines.map(\.id))
      markedCodes.removeAll(where: codes.contains)
    } else {
      marks.formUnion(lines.map(\.id))
      markedCodes = codes.union(markedCodes).sorted()
    }
  }

  /// Takes the marks of some centers away.
  mutating func unmark(_ lines: [RegistryLine]) {
    marks.subtract(lines.map(\.id))
    let codes = Set(lines.map(\.code))
    markedCodes.removeAll(where: codes.contains)
  }

  /// Takes all marks away.
  mutating func clearMarks() {
    marks = []
    markedCodes = []
  }
}
