/// One thing for each of the nineteen indicators: the points of a sheet, the means of a center.
public struct PerIndicator<Element> {
  private var elements: [Element]

  /// The same for every indicator.
  public init(repeating element: Element) { elements = Array(repeating: element, count: IndicatorCode.count) }

  /// Made indicator by indicator.
  public init<Failure: Error>(each make: (IndicatorCode) throws(Failure) -> Element) throws(Failure) {
    var elements: [Element] = []
    elements.reserveCapacity(IndicatorCode.count)
    for code in IndicatorCode.all { elements.append(try make(code)) }
    self.elements = elements
  }

  /// What belongs to one indicator.
  public subscript(code: IndicatorCode) -> Element {
    get { elements[code.index] }
    set { elements[code.index] = newValue }
  }

  /// All of them, in the order of the table.
  public var values: [Element] { elements }

  /// Code and element, in the order of the table.
  public var pairs: [(code: IndicatorCode, element: Element)] { IndicatorCode.all.map { ($0, elements[$0.index]) } }
}

extension PerIndicator: Sendable where Element: Sendable {}
extension PerIndicator: Equatable where Element: Equatable {}
extension PerIndicator: Hashable where Element: Hashable {}
extension PerIndicator: Codable where Element: Codable {}
