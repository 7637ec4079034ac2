import CenterStore
import Regulation
import TableFiles

/// Rows of a file of centers that can be taken as they stand in it, without a string for a cell: nearly all of a large file. What ``CenterTable``
/// makes of them is the same.
struct PlainCenters {
  private let hostKinds = TermBytes<HostKind>()
  private let statuses = TermBytes<CenterStatus>()

  /// Packs a row.
  ///
  /// - Returns: no, and nothing is packed, where a cell is wrong or must be read as text.
  func pack(_ number: Int, _ row: PlainCells, _ packer: inout CenterPacker) -> Bool {
    func cell(_ field: CenterTable.Field) -> UnsafeRawBufferPointer? { row[field.rawValue] }
    guard let code = cell(.code), let name = cell(.name), let host = cell(.host), let kind = cell(.hostKind).flatMap({ hostKinds[$0] }),
      let department = cell(.department), let certifiedOn = cell(.certifiedOn)
    else { return false }
    let lists = (builders: cell(.coBuilders), formerNames: cell(.formerNames))
    let builders = lists.builders.flatMap { CellList.plainEntries($0) }
    let formerNames = lists.formerNames.flatMap { CellList.plainEntries($0) }
    if lists.builders != nil && builders == nil || lists.formerNames != nil && formerNames == nil { return false }
    var status: CenterStatus?
    if let word = cell(.status) {
      // An empty cell clears, as in ``CenterTable``.
      guard let term = word.isEmpty ? .active : statuses[word] else { return false }
      status = term
    }
    return packer.pack(
      number,
      CenterCells(
        code: code, name: name, host: host, hostKind: kind, coBuilders: builders, department: department, field: cell(.field),
        certifiedOn: certifiedOn, status: status, director: cell(.director), formerNames: formerNames))
  }
}

/// The words of a term by their bytes, as files write them.
private struct TermBytes<T: Term> {
  private let words: [(bytes: [UInt8], term: T)] = T.allCases.flatMap { term in
    [term.rawValue, term.phrase.zh].map { (Array($0.utf8), term) }
  }

  /// The term of a word; `nil` for one that may be written otherwise.
  subscript(word: UnsafeRawBufferPointer) -> T? { words.first { $0.bytes.elementsEqual(word) }?.term }
}
