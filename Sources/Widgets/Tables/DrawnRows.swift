/// Rows of a table as they were drawn, to be copied into the next frames: of the rows that a key leaves on the screen, all but one are the
/// same as before, and to measure and fit their texts costs more than all the rest of a frame.
///
/// Where the columns of the table move, everything is forgotten by itself. What else a row depends on is in its key, or forgotten by hand.
public struct DrawnRows: Sendable {
  /// What a drawn row is kept by.
  public struct Key: Sendable, Hashable {
    /// The number of what the row shows.
    public var id: Int64
    /// Whether it is drawn as marked.
    public var isMarked: Bool

    /// Makes a key.
    public init(id: Int64, isMarked: Bool = false) {
      self.id = id
      self.isMarked = isMarked
    }
  }

  private let limit: Int
  private var strips: [Key: Canvas] = [:]
  private var places: [Table.ColumnPlace] = []
  private var columns = 0
  private var glyphs = GlyphSet.unicode

  /// No rows yet.
  ///
  /// - Parameter limit: how many rows are kept, at about two kilobytes each; one more, and all are drawn anew.
  public init(limit: Int = 512) { self.limit = limit }

  /// Forgets everything: what rows show has changed.
  public mutating func forget() { strips = [:] }

  /// Whatever is drawn next has its columns at these places. They are kept as they stand in a row of its own.
  mutating func begin(_ places: [Table.ColumnPlace], columns: Int, glyphs: GlyphSet) {
    let columns = max(0, columns)
    guard places != self.places || columns != self.columns || glyphs != self.glyphs else { return }
    (self.places, self.columns, self.glyphs) = (places, columns, glyphs)
    forget()
  }

  /// A row as it was drawn before, or as it is drawn now; `nil` where its content is not at hand.
  mutating func strip(_ key: Key, draw: (inout Canvas, [Table.ColumnPlace]) -> Bool) -> Canvas? {
    if let known = strips[key] { return known }
    var strip = Canvas(size: Size(columns: columns, rows: 1), glyphs: glyphs)
    guard draw(&strip, places) else { return nil }
    if strips.count >= limit { strips = [:] }
    strips[key] = strip
    return strip
  }
}
