import Regulation

/// A row of a file of centers by the bytes of its cells, which are lent: the file need not become strings (``CenterPacker``).
///
/// `nil` in a file without the column, as in ``CenterRecord``.
public struct CenterCells {
  /// A text in UTF-8.
  public typealias Bytes = UnsafeRawBufferPointer

  let code: Bytes
  let name: Bytes
  let host: Bytes
  let hostKind: HostKind
  let coBuilders: [Bytes]?
  let department: Bytes
  let field: Bytes?
  let certifiedOn: Bytes
  let status: CenterStatus?
  let director: Bytes?
  let formerNames: [Bytes]?

  /// Names the cells.
  ///
  /// - Precondition: all are UTF-8.
  public init(
    code: Bytes, name: Bytes, host: Bytes, hostKind: HostKind, coBuilders: [Bytes]?, department: Bytes, field: Bytes?, certifiedOn: Bytes,
    status: CenterStatus?, director: Bytes?, formerNames: [Bytes]?
  ) {
    self.code = code
    self.name = name
    self.host = host
    self.hostKind = hostKind
    self.coBuilders = coBuilders
    self.department = department
    self.field = field
    self.certifiedOn = certifiedOn
    self.status = status
    self.director = director
    self.formerNames = formerNames
  }

  /// Whether each cell can be kept as it stands.
  var arePlain: Bool {
    PlainText.isPlain(code) && PlainText.isPlain(name) && PlainText.isPlain(host) && PlainText.isPlain(department)
      && Day.isPlain(certifiedOn) && (field.map(PlainText.isPlain) ?? true) && (director.map(PlainText.isPlain) ?? true)
      && (coBuilders?.allSatisfy(PlainText.isPlain) ?? true) && (formerNames?.allSatisfy(PlainText.isPlain) ?? true)
  }
}

extension CenterRecord {
  /// Lends the record as cells.
  func withCells(_ body: (CenterCells) -> Void) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(400)
    func range(_ text: String) -> Range<Int> {
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      return start..<bytes.count
    }
    let texts = (code: range(code.string), name: range(name.string), host: range(host.string), department: range(department.string))
    let day = range(certifiedOn.description)
    let (field, director) = (field.map { range($0.string) }, director.map { range($0.string) })
    let (coBuilders, formerNames) = (coBuilders?.map { range($0.string) }, formerNames?.map { range($0.string) })
    bytes.withUnsafeBytes { bytes in
      func cell(_ range: Range<Int>) -> CenterCells.Bytes { UnsafeRawBufferPointer(rebasing: bytes[range]) }
      body(
        CenterCells(
          code: cell(texts.code), name: cell(texts.name), host: cell(texts.host), hostKind: hostKind, coBuilders: coBuilders?.map(cell),
          department: cell(texts.department), field: field.map(cell), certifiedOn: cell(day), status: status, director: director.map(cell),
          formerNames: formerNames?.map(cell)))
    }
  }
}
