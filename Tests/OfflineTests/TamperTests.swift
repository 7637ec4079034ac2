import CenterStore
import Foundation
import Offline
import RandomForTests
import Regulation
import Testing

@Suite("The seal: whoever alters a file that was taken away is found out")
struct TamperTests {
  private let bytes: [UInt8]
  private let key: SealKey
  private let sheets: OfflineSheets

  init() throws {
    let bench = try Bench()
    var sheets = try bench.take()
    try sheets.enter(points: .some(Points(150)), comment: "有据可查")
    self.sheets = sheets
    let (key, lock) = try SealKey.new(Bench.phrase, .made, cost: Bench.cost, randomBytes: Surroundings.system.randomBytes)
    self.key = key
    bytes = try SealedSheets.seal(sheets, key, lock, randomBytes: Surroundings.system.randomBytes)
  }

  private func isFound(_ altered: [UInt8]) -> Bool {
    do throws(OfflineError) {
      _ = try SealedSheets.open(altered, key, name: "away.cztic")
      return false
    } catch {
      return true
    }
  }

  @Test("As it was sealed, it opens, and says what was sealed")
  func whole() throws { #expect(try SealedSheets.open(bytes, key, name: "away.cztic") == sheets) }

  @Test("Another byte at 1,000 random places: found every time")
  func thousandBytes() {
    var random = SeededRandom(13)
    for _ in 0..<1_000 {
      var altered = bytes
      let place = Int.random(in: altered.indices, using: &random)
      altered[place] ^= UInt8.random(in: 1...255, using: &random)
      #expect(isFound(altered), "byte \(place)")
    }
  }

  @Test("Another byte at each place of the header, and one bit of each")
  func header() {
    for place in 0..<min(600, bytes.count) {
      for bit in [0, 5] {
        var altered = bytes
        altered[place] ^= 1 << bit
        #expect(isFound(altered), "byte \(place)")
      }
    }
  }

  @Test("Cut, lengthened, a piece twice, pieces in another order, other blanks", arguments: [0, 1, 2, 30, 500, 700])
  func pieces(count: Int) {
    #expect(isFound(Array(bytes.dropLast(count + 1))) && isFound(Array(bytes.dropFirst(count + 1))))
    #expect(isFound(bytes + Array(repeating: 0x0A, count: count + 1)) && isFound(bytes + bytes.prefix(count + 1)))
    var altered = bytes
    altered.insert(0x20, at: count)
    #expect(isFound(altered))
    altered = bytes
    altered.replaceSubrange(700..<720, with: Array(bytes[710..<720]) + Array(bytes[700..<710]))
    #expect(isFound(altered))
  }

  @Test("The key of another phrase, or another file's part under this header")
  func others() throws {
    let (other, otherLock) = try SealKey.new("another one", .chosen, cost: Bench.cost, randomBytes: Surroundings.system.randomBytes)
    #expect(throws: OfflineError.wrongPhrase) { try SealedSheets.open(bytes, other, name: "") }
    let second = try SealedSheets.seal(sheets, other, otherLock, randomBytes: Surroundings.system.randomBytes)
    let mark = Array("\"sealed\":".utf8)
    func parts(_ bytes: [UInt8]) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
      let place = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? 0
      return (bytes[..<place], bytes[place...])
    }
    #expect(isFound(Array(parts(bytes).0 + parts(second).1)))
  }

  @Test("A phrase that was made is read however it is typed; one that was chosen is not made looser")
  func phrases() throws {
    let lock = try SealedSheets.header(of: bytes, name: "").lock
    for typed in ["K7QM-3WXA-9PRT", "k7qm3wxa9prt", " Ｋ７ＱＭ 3wxa 9prt "] {
      #expect(try SealedSheets.open(bytes, SealKey(typed, lock), name: "") == sheets)
    }
    #expect(throws: OfflineError.wrongPhrase) { try SealedSheets.open(bytes, SealKey("K7QM-3WXA-9PRS", lock), name: "") }
    let (chosen, own) = try SealKey.new("滹沱河边 a", .chosen, cost: Bench.cost, randomBytes: Surroundings.system.randomBytes)
    let sealed = try SealedSheets.seal(sheets, chosen, own, randomBytes: Surroundings.system.randomBytes)
    #expect(throws: OfflineError.wrongPhrase) { try SealedSheets.open(sealed, SealKey("滹沱河边 A", own), name: "") }
  }

  @Test("What is no such file, or a newer program's, is told apart, and no file makes the machine work without end")
  func kinds() throws {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    for other in ["", "{}", "no", "{\"header\":{\"format\":\"other\",\"version\":1}}"] {
      #expect(throws: OfflineError.notOurs("x")) { try SealedSheets.header(of: Array(other.utf8), name: "x") }
    }
    let newer = text(bytes).replacing("\"version\":1", with: "\"version\":2")
    #expect(throws: OfflineError.newer("x")) { try SealedSheets.header(of: Array(newer.utf8), name: "x") }
    let endless = text(bytes).replacing("\"rounds\":1,", with: "\"rounds\":40,")
    #expect(throws: OfflineError.altered) { try SealedSheets.header(of: Array(endless.utf8), name: "x") }
  }

  @Test("Neither the host's data nor the scores can be read in it")
  func secrecy() {
    let text = String(decoding: bytes, as: UTF8.self)
    for secret in ["C1公司", "章程", "有据可查", "专家e1"] { #expect(!text.contains(secret)) }
  }
}
