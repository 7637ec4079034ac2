import Regulation

/// Some rows of a file of centers, made ready for the store by the thread that reads the file, so that the one that writes only binds.
struct CenterBatch: Sendable {
  /// A name as it stands in the file, with the form in which names are compared.
  struct Name: Sendable {
    let name: PlainText
    let key: String
  }

  /// One row: its names by number, and where its texts end.
  struct Row: Sendable {
    let host: Int
    let department: Int
    /// The co-builders, in ``CenterBatch/builders``.
    let builders: Range<Int>
    /// Where its texts begin in ``CenterBatch/texts``; they follow each other: code, name, field, day, status, director, former names.
    let start: Int
    /// Where its texts end, in ``CenterBatch/ends``.
    let ends: Range<Int>
    /// Its document as a new center, in ``CenterBatch/documents``, with the line feed.
    let document: Range<Int>
  }

  private(set) var records: [Numbered<CenterRecord>] = []
  private(set) var rows: [Row] = []
  /// The names that the file had not named before; all names of a file are numbered from 0 in this order.
  private(set) var names: [Name] = []
  private(set) var builders: [Int] = []
  private(set) var texts: [UInt8] = []
  private(set) var ends: [Int] = []
  private(set) var documents: [UInt8] = []
  private(set) var leaves: [RowTree.Leaf] = []

  /// Makes rows ready.
  ///
  /// - Parameter numbers: the numbers of the names that the file named so far.
  init(_ records: [Numbered<CenterRecord>], _ numbers: inout [TextKey: Int]) {
    self.records = records
    rows.reserveCapacity(records.count)
    leaves.reserveCapacity(records.count)
    builders.reserveCapacity(records.count)
    ends.reserveCapacity(records.count * 7)
    texts.reserveCapacity(records.count * 160)
    documents.reserveCapacity(records.count * 320)
    for row in records { add(row.record, &numbers) }
  }

  private mutating func add(_ record: CenterRecord, _ numbers: inout [TextKey: Int]) {
    let host = number(of: record.host, &numbers)
    let department = number(of: record.department, &numbers)
    let firstBuilder = builders.count
    for builder in record.coBuilders ?? [] { builders.append(number(of: builder, &numbers)) }
    let start = texts.count
    let firstEnd = ends.count
    add(record.code.string)
    add(record.name.string)
    add(record.field?.string ?? "")
    add(record.certifiedOn.description)
    add((record.status ?? .active).rawValue)
    add(record.director?.string ?? "")
    for name in record.formerNames ?? [] { add(name.string) }
    let document = documents.count
    record.appendAsNew(to: &documents)
    leaves.append(documents.withUnsafeBytes { RowTree.Leaf(UnsafeRawBufferPointer(rebasing: $0[document...])) })
    documents.append(0x0A)
    rows.append(
      Row(
        host: host, department: department, builders: firstBuilder..<builders.count, start: start, ends: firstEnd..<ends.count,
        document: document..<documents.count))
  }

  private mutating func add(_ text: String) {
    texts.append(contentsOf: text.utf8)
    ends.append(texts.count)
  }

  private mutating func number(of name: PlainText, _ numbers: inout [TextKey: Int]) -> Int {
    let key = TextKey(name.string)
    if let number = numbers[key] { return number }
    let number = numbers.count
    numbers[key] = number
    names.append(Name(name: name, key: NameKey(name).string))
    return number
  }
}
