/// A text as a cell of a sheet holds it.
enum SheetText {
  /// What stands in the file: a `'` at the beginning doubled, and what looks like an escape (`_x0041_`) escaped, so that reading gives the text as it was.
  static func written(_ text: String) -> String {
    let marked = text.utf8.first == 0x27 ? "'" + text : text
    guard marked.contains("_x") else { return marked }
    let bytes = Array(marked.utf8)
    var out: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      if CellText.isEscape(bytes, at: place) { out += Array("_x005F".utf8) }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
