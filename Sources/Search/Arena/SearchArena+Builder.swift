extension SearchArena {
  /// Takes rows one after the other and makes an arena of them.
  public struct Builder: Sendable {
    private var ids: [Int64] = []
    private var cells: [Cell] = []
    private var starts: [Int32] = [0]
    private var nameLengths: [UInt16] = []

    /// Begins an arena.
    ///
    /// - Parameter rows: how many rows are expected; more or fewer may come.
    public init(rows: Int) {
      ids.reserveCapacity(rows)
      starts.reserveCapacity(rows + 1)
      nameLengths.reserveCapacity(rows)
      cells.reserveCapacity(rows * 60)
    }

    /// Adds a row.
    ///
    /// - Parameters:
    ///   - id: what the store calls it.
    ///   - name: what it is sorted by; a name of more than 65,535 units is searched whole but sorted by its beginning.
    ///   - code: its code; searched by any part.
    ///   - others: its host, former names and whatever else it may be found by.
    public mutating func add(id: Int64, name: String, code: String, others: [String] = []) {
      beginRow(id: id)
      append(name)
      append(code)
      for text in others { append(text) }
      endRow()
    }

    /// Begins a row whose texts follow with ``append(_:)`` or ``append(utf8:)``, the name first, and that ``endRow()`` ends.
    public mutating func beginRow(id: Int64) {
      ids.append(id)
    }

    /// Adds a text to the row that was begun.
    public mutating func append(_ text: String) {
      let done: Void? = text.utf8.withContiguousStorageIfAvailable { append(utf8: $0) }
      if done == nil { Array(text.utf8).withUnsafeBufferPointer { append(utf8: $0) } }
    }

    /// Adds a text to the row that was begun, straight from where the store keeps it: no string need be made.
    public mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) {
      // One append a text is much cheaper than one a character; no text has more units than bytes.
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: text.count * 2 + 1) { scratch in
        guard let units = scratch.baseAddress else { return }
        let sounds = units + text.count
        let count = Folding.fold(text, into: units)
        PhraseIndex.shared.read(UnsafeBufferPointer(start: units, count: count), into: sounds)
        close(units, sounds, count)
      }
    }

    /// Ends the row that was begun.
    public mutating func endRow() {
      // A row without any text still has a name, the empty one.
      if nameLengths.count < ids.count { append("") }
      starts.append(Int32(cells.count))
    }

    /// The arena of all rows that were added.
    public consuming func finish() -> SearchArena {
      let signatures = Signatures(cells: cells, starts: starts)
      return SearchArena(ids: ids, cells: cells, starts: starts, nameLengths: nameLengths, signatures: signatures)
    }

    private mutating func close(_ units: UnsafePointer<UInt16>, _ sounds: UnsafeMutablePointer<Sound>, _ count: Int) {
      if nameLengths.count < ids.count { nameLengths.append(UInt16(clamping: count)) }
      appendCells(units, sounds, count)
      guard count > 0 else { return }
      // The other readings of a first character stand as texts of their own.
      for other in OtherReadings.shared.readings(of: units[0], besides: sounds[0]) {
        sounds[0] = other
        appendCells(units, sounds, count)
      }
    }

    private mutating func appendCells(_ units: UnsafePointer<UInt16>, _ sounds: UnsafePointer<Sound>, _ count: Int) {
      withUnsafeTemporaryAllocation(of: Cell.self, capacity: count + 1) { scratch in
        for place in 0..<count { scratch.initializeElement(at: place, to: Cell(unit: units[place], sound: sounds[place])) }
        scratch.initializeElement(at: count, to: 0)
        cells.append(contentsOf: UnsafeBufferPointer(scratch))
      }
    }
  }
}
