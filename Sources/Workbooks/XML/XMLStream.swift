import CWorkbooks
import TableFiles

/// Reads the text of a part, a piece at a time, and pauses where its visitor wants to: memory holds a piece, whatever the part's size.
///
/// Expat rather than Foundation's parser: that one takes 2.1 s for the sheet of a hundred thousand centers where expat takes 0.3, hands out every
/// attribute as a dictionary of strings, and brings libxml2 and two libraries of ICU into the start of the program, also where the rest of
/// Foundation is linked statically.
final class XMLStream {
  /// The deepest element; a sheet's are seven deep.
  static let deepest = 32
  /// How much one tag may hold back.
  private static let longestTag = 1 << 20
  private static let piece = 1 << 16

  private let expat: cw_xml
  private let parser: XML_Parser
  private let part: any PackedPart
  private let visitor: any XMLVisitor
  private var depth = 0
  private var fault: WorkbookFault?
  private var isPaused = false
  private var isEnded = false
  private var fed = 0

  /// A reader of a part.
  init(_ part: any PackedPart, _ visitor: any XMLVisitor) throws(WorkbookFault) {
    var expat = cw_xml()
    guard cw_load_xml(&expat) != 0, let parser = expat.XML_ParserCreate(nil) else { throw .library(package: "libexpat1") }
    self.expat = expat
    self.parser = parser
    self.part = part
    self.visitor = visitor
    expat.XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    expat.XML_SetElementHandler(
      parser,
      { stream, name, attributes in
        guard let name, let attributes else { return }
        XMLStream.of(stream)?.begin(XMLName(name), XMLAttributes(attributes))
      },
      { stream, name in
        guard let name else { return }
        XMLStream.of(stream)?.end(XMLName(name))
      })
    expat.XML_SetCharacterDataHandler(parser) { stream, text, count in
      XMLStream.of(stream)?.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
    // Without a document type there are no entities but the five of XML itself.
    expat.XML_SetDoctypeDeclHandler(
      parser,
      { stream, _, _, _, _ in
        guard let stream = XMLStream.of(stream) else { return }
        stream.stop(.entities(part: stream.part.name))
      }, nil)
  }

  deinit { expat.XML_ParserFree(parser) }

  /// Reads a part to its end.
  static func walk(_ part: any PackedPart, _ visitor: any XMLVisitor) throws(WorkbookFault) {
    let stream = try XMLStream(part, visitor)
    while try stream.run() {}
  }

  /// Reads on.
  ///
  /// - Returns: whether the visitor paused; no at the end of the part.
  func run() throws(WorkbookFault) -> Bool {
    while isPaused || !isEnded {
      let status = isPaused ? expat.XML_ResumeParser(parser) : try feed()
      isPaused = status == XML_STATUS_SUSPENDED
      if let fault { throw fault }
      if status == XML_STATUS_ERROR { throw .torn(part: part.name) }
      if isPaused { return true }
      // What expat keeps back is the beginning of a tag.
      if fed - Int(expat.XML_GetCurrentByteIndex(parser)) > XMLStream.longestTag {
        throw .tooLarge(part: part.name, limit: XMLStream.longestTag)
      }
    }
    return false
  }

  private func feed() throws(WorkbookFault) -> XML_Status {
    guard let room = expat.XML_GetBuffer(parser, Int32(XMLStream.piece)) else { return XML_STATUS_ERROR }
    let got = try part.read(into: room, upTo: XMLStream.piece)
    fed += got
    isEnded = got == 0
    return expat.XML_ParseBuffer(parser, Int32(got), got == 0 ? 1 : 0)
  }

  private static func of(_ stream: UnsafeMutableRawPointer?) -> XMLStream? {
    stream.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ fault: WorkbookFault) {
    if self.fault == nil { self.fault = fault }
    _ = expat.XML_StopParser(parser, 0)
  }

  private func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if fault != nil { return }
    depth += 1
    if depth > XMLStream.deepest { return stop(.torn(part: part.name)) }
    do { try visitor.begin(name, attributes, depth: depth) } catch { stop(error) }
  }

  private func end(_ name: XMLName) {
    if fault != nil { return }
    do {
      if try visitor.end(name, depth: depth) { _ = expat.XML_StopParser(parser, 1) }
    } catch {
      stop(error)
    }
    depth -= 1
  }

  private func text(_ bytes: UnsafeRawBufferPointer) {
    if fault == nil { visitor.text(bytes) }
  }
}
