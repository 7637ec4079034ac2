import CenterStore
import Foundation
import Testing

/// The root over some rows, word for word as RFC 6962, section 2.1 defines it: by recursion from the top.
func rfc6962Root(_ rows: [Data]) -> String {
  func root(_ rows: ArraySlice<Data>) -> Data {
    if rows.isEmpty { return bytes(sha256(Data())) }
    if rows.count == 1 { return bytes(sha256(Data([0]), rows[rows.startIndex])) }
    var split = 1
    while split * 2 < rows.count { split *= 2 }
    let middle = rows.startIndex + split
    return bytes(sha256(Data([1]), root(rows[..<middle]), root(rows[middle...])))
  }
  func bytes(_ text: String) -> Data { Data(Digest256(hex: text)?.bytes ?? []) }
  return hex(root(rows[...]))
}

@Suite("The tree over the rows of an import (RFC 6962)")
struct RowTreeTests {
  @Test("The root is that of the definition", arguments: 0...40)
  func definition(count: Int) {
    let rows = (0..<count).map { Data("{\"row\":\($0 * 7919)}".utf8) }
    var tree = RowTree()
    for row in rows { tree.append(Array(row)) }
    #expect(tree.root.description == rfc6962Root(rows))
    #expect(tree.count == count)
  }

  @Test(
    "Roots that certificate logs publish as examples come out",
    arguments: [
      (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
      (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
      (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    ])
  func published(count: Int, root: String) {
    let rows: [[UInt8]] = [
      [], [0], [0x10], [0x20, 0x21], [0x30, 0x31], Array(0x40...0x43), Array(0x50...0x57), Array(0x60...0x6F),
    ]
    var tree = RowTree()
    for row in rows.prefix(count) { tree.append(row) }
    #expect(tree.root.description == root)
  }

  @Test(
    "A digest is read back from its 64 digits only",
    arguments: ["", "00", String(repeating: "g", count: 64), String(repeating: "0", count: 65)])
  func hexadecimal(text: String) {
    #expect(Digest256(hex: text) == nil)
    let whole = String(repeating: "0aF9", count: 16)
    #expect(Digest256(hex: whole)?.description == whole.lowercased())
  }
}
