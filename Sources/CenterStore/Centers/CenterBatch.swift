import Regulation

/// Some rows of a file of centers as a ``CenterPacker`` makes them ready: texts that only need to be bound, and documents that are hashed.
public struct CenterBatch: Sendable {
  /// A name as it stands in the file, with the form in which names are compared.
  struct Name: Sendable {
    let name: String
    let key: String
  }

  /// What a file may lack, so that it is left as it is.
  struct Absence: OptionSet, Sendable {
    let rawValue: UInt8

    static let coBuilders = Absence(rawValue: 1)
    static let field = Absence(rawValue: 2)
    static let status = Absence(rawValue: 4)
    static let director = Absence(rawValue: 8)
    static let formerNames = Absence(rawValue: 16)
  }

  /// One row: its names by number, and where its texts end.
  struct Row: Sendable {
    /// Its number in the file, as people count.
    let number: Int
    let host: Int
    let hostKind: HostKind
    let department: Int
    let status: CenterStatus
    let absent: Absence
    /// Whether a new center could have its code.
    let hasSoundCode: Bool
    /// The co-builders, in ``CenterBatch/builders``.
    let builders: Range<Int>
    /// Where its texts begin in ``CenterBatch/texts``; they follow each other: code, name, field, day, status, director, former names.
    let start: Int
    /// Where its texts end, in ``CenterBatch/ends``.
    let ends: Range<Int>
    /// Its document as a new center, in ``CenterBatch/documents``, with the line feed.
    let document: Range<Int>
  }

  private(set) var rows: [Row] = []
  /// The names that the file had not named before; all names of a file are numbered from 0 in this order.
  private(set) var names: [Name] = []
  private(set) var builders: [Int] = []
  private(set) var texts: [UInt8] = []
  private(set) var ends: [Int] = []
  private(set) var documents: [UInt8] = []
  private(set) var leaves: [RowTree.Leaf] = []

  /// Makes a row ready.
  ///
  /// - Parameter numbers: the numbers of the names that the file named so far.
  mutating func add(_ number: Int, _ cells: CenterCells, _ numbers: inout NameNumbers) {
    if rows.isEmpty { makeRoom(for: 256) }
    let host = self.number(of: cells.host, &numbers)
    let department = self.number(of: cells.department, &numbers)
    let firstBuilder = builders.count
    for builder in cells.coBuilders ?? [] { builders.append(self.number(of: builder, &numbers)) }
    let start = texts.count
    let firstEnd = ends.count
    let status = cells.status ?? .active
    add(cells.code)
    add(cells.name)
    add(cells.field)
    add(cells.certifiedOn)
    texts.append(contentsOf: status.rawValue.utf8)
    ends.append(texts.count)
    add(cells.director)
    for name in cells.formerNames ?? [] { add(name) }
    let document = documents.count
    documents.appendNew(cells)
    leaves.append(documents.withUnsafeBytes { RowTree.Leaf(UnsafeRawBufferPointer(rebasing: $0[document...])) })
    documents.append(0x0A)
    rows.append(
      Row(
        number: number, host: host, hostKind: cells.hostKind, department: department, status: status, absent: cells.absent,
        hasSoundCode: CenterCodeForm.isSound(cells.code), builders: firstBuilder..<builders.count, start: start,
        ends: firstEnd..<ends.count, document: document..<documents.count))
  }

  private mutating func makeRoom(for count: Int) {
    rows.reserveCapacity(count)
    leaves.reserveCapacity(count)
    builders.reserveCapacity(count)
    ends.reserveCapacity(count * 7)
    texts.reserveCapacity(count * 160)
    documents.reserveCapacity(count * 320)
  }

  private mutating func add(_ text: CenterCells.Bytes?) {
    if let text { texts.append(contentsOf: text) }
    ends.append(texts.count)
  }

  private mutating func number(of name: CenterCells.Bytes, _ numbers: inout NameNumbers) -> Int {
    let (number, isNew) = numbers.number(of: name)
    if isNew {
      let name = String(decoding: name, as: UTF8.self)
      names.append(Name(name: name, key: NameKey(name).string))
    }
    return number
  }
}

extension CenterBatch {
  /// The code of a row.
  func code(_ place: Int) -> String { text(rows[place].ends.lowerBound, of: place) }

  /// The day of certification of a row, as files write it: `2024-01-05`.
  func certifiedOn(_ place: Int) -> String { text(rows[place].ends.lowerBound + 3, of: place) }

  /// A row as a record; what is packed is lawful.
  ///
  /// - Parameter names: the names of the file so far, by their numbers.
  func record(_ place: Int, _ names: [Name]) throws -> CenterRecord {
    let row = rows[place]
    let first = row.ends.lowerBound
    func plain(_ index: Int) throws -> PlainText { try PlainText(text(first + index, of: place)) }
    func unless<T>(_ absence: Absence, _ value: T) -> T? { row.absent.contains(absence) ? nil : value }
    return CenterRecord(
      code: try plain(0), name: try plain(1), host: try PlainText(names[row.host].name), hostKind: row.hostKind,
      coBuilders: unless(.coBuilders, try row.builders.map { try PlainText(names[builders[$0]].name) }),
      department: try PlainText(names[row.department].name), field: unless(.field, try plain(2)),
      certifiedOn: try CenterStore.day(certifiedOn(place)), status: unless(.status, row.status),
      director: unless(.director, try plain(5)),
      formerNames: unless(.formerNames, try row.ends.dropFirst(6).map { try PlainText(text($0, of: place)) }))
  }

  /// A text of the row at a place, by where its end stands in ``ends``; the bytes are those of ``texts``.
  func text(_ index: Int, of place: Int, _ texts: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let start = index == rows[place].ends.lowerBound ? rows[place].start : ends[index - 1]
    return UnsafeRawBufferPointer(rebasing: texts[start..<ends[index]])
  }

  private func text(_ index: Int, of place: Int) -> String {
    texts.withUnsafeBytes { String(decoding: text(index, of: place, $0), as: UTF8.self) }
  }
}

extension CenterCells {
  fileprivate var absent: CenterBatch.Absence {
    var absent: CenterBatch.Absence = []
    if coBuilders == nil { absent.insert(.coBuilders) }
    if field == nil { absent.insert(.field) }
    if status == nil { absent.insert(.status) }
    if director == nil { absent.insert(.director) }
    if formerNames == nil { absent.insert(.formerNames) }
    return absent
  }
}
