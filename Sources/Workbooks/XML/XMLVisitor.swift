import Glibc
import TableFiles

/// Is told of the elements of a part, in their order; the depth of the root is 1.
protocol XMLVisitor: AnyObject {
  /// An element begins.
  func begin(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(WorkbookFault)
  /// An element ends. The answer says whether to pause here.
  func end(_ name: XMLName, depth: Int) throws(WorkbookFault) -> Bool
  /// A piece of text.
  func text(_ bytes: UnsafeRawBufferPointer)
}

extension XMLVisitor {
  func end(_ name: XMLName, depth: Int) throws(WorkbookFault) -> Bool { false }
  func text(_ bytes: UnsafeRawBufferPointer) {}
}

/// The name of an element or attribute without its prefix: workbooks are written with and without them.
struct XMLName {
  private let bytes: UnsafePointer<CChar>

  init(_ bytes: UnsafePointer<CChar>) {
    var start = bytes
    var place = bytes
    while place.pointee != 0 {
      if place.pointee == 0x3A { start = place + 1 }
      place += 1
    }
    self.bytes = start
  }

  static func ~= (name: StaticString, found: XMLName) -> Bool {
    name.withUTF8Buffer { known in
      for (place, byte) in known.enumerated() where UInt8(bitPattern: found.bytes[place]) != byte { return false }
      return found.bytes[known.count] == 0
    }
  }

  static func == (found: XMLName, name: StaticString) -> Bool { name ~= found }
}

/// The attributes of an element, lent while it begins.
struct XMLAttributes {
  private let start: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ start: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.start = start }

  /// Lends each name and its value.
  @inline(__always)
  func each(_ body: (XMLName, UnsafePointer<CChar>) -> Void) {
    var place = start
    while let name = place[0], let value = place[1] {
      body(XMLName(name), value)
      place += 2
    }
  }

  /// The value of an attribute.
  subscript(name: StaticString) -> String? {
    var found: String?
    each { if $0 == name { found = String(cString: $1) } }
    return found
  }

  /// Whether an attribute says yes.
  func says(_ name: StaticString) -> Bool { self[name].map { $0 == "1" || $0 == "true" } ?? false }
}
