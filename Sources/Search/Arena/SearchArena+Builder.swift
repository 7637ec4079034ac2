extension SearchArena {
  /// Takes rows one after the other and makes an arena of them.
  public struct Builder: Sendable {
    private var ids: [Int64] = []
    private var units: [UInt16] = []
    private var sounds: [Sound] = []
    private var starts: [Int32] = [0]
    private var nameLengths: [UInt16] = []

    /// Begins an arena.
    ///
    /// - Parameter rows: how many rows are expected; more or fewer may come.
    public init(rows: Int) {
      ids.reserveCapacity(rows)
      starts.reserveCapacity(rows + 1)
      nameLengths.reserveCapacity(rows)
      units.reserveCapacity(rows * 56)
      sounds.reserveCapacity(rows * 56)
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
      let start = units.count
      Folding.append(text, to: &units)
      close(from: start)
    }

    /// Adds a text to the row that was begun, straight from where the store keeps it: no string need be made.
    public mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) {
      let start = units.count
      Folding.append(utf8: text, to: &units)
      close(from: start)
    }

    /// Ends the row that was begun.
    public mutating func endRow() {
      // A row without any text still has a name, the empty one.
      if nameLengths.count < ids.count { append("") }
      starts.append(Int32(units.count))
    }

    /// The arena of all rows that were added.
    public consuming func finish() -> SearchArena {
      let signatures = Signatures(units: units, sounds: sounds, starts: starts)
      return SearchArena(ids: ids, units: units, sounds: sounds, starts: starts, nameLengths: nameLengths, signatures: signatures)
    }

    private mutating func close(from start: Int) {
      let length = units.count - start
      if nameLengths.count < ids.count { nameLengths.append(UInt16(clamping: length)) }
      sounds.append(contentsOf: repeatElement(0, count: length + 1))
      units.append(0)
      guard length > 0 else { return }
      units.withUnsafeBufferPointer { units in
        sounds.withUnsafeMutableBufferPointer { sounds in
          guard let base = sounds.baseAddress else { return }
          PhraseIndex.shared.read(UnsafeBufferPointer(rebasing: units[start..<start + length]), into: base + start)
        }
      }
      // The other readings of a first character stand as texts of their own.
      for other in OtherReadings.shared.readings(of: units[start], besides: sounds[start]) {
        units += Array(units[start...start + length])
        sounds += [other] + Array(sounds[start + 1...start + length])
      }
    }
  }
}
