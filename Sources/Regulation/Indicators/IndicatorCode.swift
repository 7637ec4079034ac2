/// The code of a second-level indicator (二级指标), `1.1` 组织体系 to `5.4` 技术交流, numbered as they stand in the table (附表).
///
/// The codes are a contract with other people's files, so the type knows them: a code that exists is one of nineteen.
public struct IndicatorCode: Sendable, Hashable, Comparable, CustomStringConvertible, LosslessStringConvertible {
  /// Its place in the table, 0 … 18: the index of arrays that hold one thing an indicator.
  public let index: Int

  /// How many second-level indicators stand under each first-level one.
  static let groupSizes = [2, 4, 7, 2, 4]

  /// How many second-level indicators there are.
  public static let count = 19

  /// All of them, in the order of the table.
  public static let all: [IndicatorCode] = (0..<count).map(IndicatorCode.init(unchecked:))

  private init(unchecked index: Int) { self.index = index }

  /// The indicator at a place of the table; `nil` outside 0 … 18.
  public init?(index: Int) {
    guard (0..<IndicatorCode.count).contains(index) else { return nil }
    self.index = index
  }

  /// Reads `3.3`; `nil` for what is no indicator of the table.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 3, bytes[1] == UInt8(ascii: ".") else { return nil }
    let group = Int(bytes[0]) - 0x31
    let number = Int(bytes[2]) - 0x31
    guard IndicatorCode.groupSizes.indices.contains(group), (0..<IndicatorCode.groupSizes[group]).contains(number) else { return nil }
    index = IndicatorCode.groupSizes[..<group].reduce(0, +) + number
  }

  /// The number of the first-level indicator above it, 1 … 5.
  public var group: Int { position.group }

  /// As it is written: `3.3`.
  public var description: String { "\(position.group).\(position.number)" }

  /// Compares by place in the table.
  public static func < (left: IndicatorCode, right: IndicatorCode) -> Bool { left.index < right.index }

  private var position: (group: Int, number: Int) {
    var rest = index
    for (group, size) in IndicatorCode.groupSizes.enumerated() {
      if rest < size { return (group + 1, rest + 1) }
      rest -= size
    }
    return (IndicatorCode.groupSizes.count, rest + 1)
  }
}
