import Foundation
import Regulation
import Synchronization
import Testing

@testable import CenterStore

@Suite("Somebody without a key comes in by a one-time code, and from then on by their password")
struct CredentialTests {
  private let scratch: Scratch
  private let clock: Clock
  private let store: CenterStore
  private let good = "运河边的铸造厂 1958"

  init() throws {
    scratch = try Scratch()
    let clock = Clock()
    var surroundings = Scratch.surroundings()
    surroundings.now = { clock.now }
    surroundings.randomBytes = Surroundings.system.randomBytes
    (self.clock, store) = (clock, scratch.store.under(surroundings))
  }

  private func code(for login: String = "viewer") throws -> String { try store.handOutCode(to: login, by: Scratch.admin).description }

  private func links() throws -> [String] {
    try store.findLinks(AuditFilter(), by: Scratch.admin).lines.map(\.act).filter { $0.hasPrefix("password.") }.reversed()
  }

  @Test("Codes for several people are handed out to all of them or to nobody")
  func several() throws {
    #expect(throws: StoreError.noSuch(.user, "nobody")) { try store.handOutCodes(to: ["viewer", "nobody"], by: Scratch.admin) }
    #expect(try links() == [])
    let codes = try store.handOutCodes(to: ["viewer", "bureau"], by: Scratch.admin).map(\.description)
    #expect(try store.admit("viewer", secret: codes[0]) == .mustChoose && store.admit("bureau", secret: codes[1]) == .mustChoose)
  }

  @Test("The code leads to choosing a password and then leads nowhere; the password leads in; each is on file")
  func story() throws {
    let code = try code()
    #expect(try store.admit("viewer", secret: code) == .mustChoose)
    // A line that drops before a password is chosen loses nothing: the code is still good.
    #expect(try store.admit("viewer", secret: code.lowercased().replacing("-", with: " ")) == .mustChoose)
    #expect(try store.choosePassword(good, for: "viewer", proving: code, from: "10.1.2.3") == .entered(failures: 0))
    #expect(try store.admit("viewer", secret: code) == .refused)
    #expect(try store.admit("viewer", secret: good) == .entered(failures: 1))
    #expect(try store.admit("viewer", secret: good) == .entered(failures: 0))
    #expect(
      try links() == [
        "password.code", "password.enter", "password.enter", "password.choose", "password.fail", "password.enter", "password.enter",
      ])
    #expect(try store.examination(by: Scratch.admin).findings.isEmpty)
  }

  @Test("However it is composed or typed in full width, it is the same password; in other letters it is another")
  func normalization() throws {
    #expect(try store.choosePassword("caf\u{E9} 2026 运河", for: "viewer", proving: code()) == .entered(failures: 0))
    #expect(try store.admit("viewer", secret: "cafe\u{301} ２０２６ 运河") == .entered(failures: 0))
    #expect(try store.admit("viewer", secret: "Caf\u{E9} 2026 运河") == .refused)
  }

  @Test("An unknown login, one without a password and a disabled one are answered as a wrong password is, and barred alike")
  func alike() throws {
    let code = try code(for: "bureau")
    try store.disableUser("bureau", reason: PlainText(literal: "调离"), by: Scratch.admin)
    for login in ["nobody", "viewer", "bureau", "", "甲\u{7}", String(repeating: "x", count: 5000)] {
      for _ in 1...LoginBar.free { #expect(try store.admit(login, secret: login == "bureau" ? code : good) == .refused, "\(login)") }
      guard case .barred(let until) = try store.admit(login, secret: good) else {
        Issue.record("\(login) is not barred")
        continue
      }
      #expect(until.milliseconds - clock.now.milliseconds == 60_000)
    }
  }

  @Test("After five attempts in vain there is a pause, which doubles up to an hour; what is right meanwhile is not looked at")
  func bar() throws {
    let code = try code()
    var pauses: [Int64] = []
    for _ in 1...LoginBar.free { #expect(try store.admit("viewer", secret: "x") == .refused) }
    for _ in 1...9 {
      guard case .barred(let until) = try store.admit("viewer", secret: code) else { return #expect(Bool(false), "not barred") }
      pauses.append((until.milliseconds - clock.now.milliseconds) / 60_000)
      clock.move(to: until)
      #expect(try store.admit("viewer", secret: "x") == .refused)
    }
    #expect(pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60])
    // Another code ends the pause.
    #expect(try store.admit("viewer", secret: self.code()) == .mustChoose)
  }

  @Test("A day without an attempt forgets them; a clock that was put back bars nobody for longer than the longest pause")
  func memory() throws {
    for _ in 1...LoginBar.free { _ = try store.admit("viewer", secret: "x") }
    let before = clock.now
    clock.move(to: Moment(milliseconds: before.milliseconds + LoginBar.memory))
    #expect(try store.admit("viewer", secret: "x") == .refused)
    #expect(try store.userLine(of: "viewer", by: Scratch.admin).credential == nil)
    for _ in 1..<LoginBar.free { _ = try store.admit("viewer", secret: "x") }
    clock.move(to: Moment(milliseconds: clock.now.milliseconds - 2 * 3600 * 1000))
    #expect(try store.admit("viewer", secret: "x") == .refused)
  }

  @Test("Forty attempts at once are no more than five after each other")
  func atOnce() throws {
    let code = try code()
    let answers = Mutex<[Admission]>([])
    let done = DispatchSemaphore(value: 0)
    for _ in 1...40 {
      Thread.detachNewThread { [store] in
        let answer = try? store.admit("viewer", secret: "x")
        answers.withLock { $0.append(answer ?? .mustChoose) }
        done.signal()
      }
    }
    for _ in 1...40 { done.wait() }
    #expect(answers.withLock { $0.count { $0 == .refused } } == LoginBar.free)
    #expect(answers.withLock { $0.count { if case .barred = $0 { true } else { false } } } == 40 - LoginBar.free)
    guard case .barred = try store.admit("viewer", secret: code) else { return #expect(Bool(false), "not barred") }
  }

  @Test("A code that is too old says so to whoever has it, and leads nowhere; one that another took the place of is wrong")
  func old() throws {
    let first = try code()
    let second = try code()
    #expect(try store.admit("viewer", secret: first) == .refused)
    clock.move(to: Moment(milliseconds: clock.now.milliseconds + Int64(OneTimeCode.days) * 86_400_000 + 1))
    #expect(try store.admit("viewer", secret: second) == .expired)
    #expect(try store.choosePassword(good, for: "viewer", proving: second) == .expired)
  }

  @Test("A password that is taken away, and that of a disabled login, lead nowhere; what is there is told the administrator alone")
  func withdrawn() throws {
    _ = try store.choosePassword(good, for: "viewer", proving: code())
    #expect(try store.userLine(of: "viewer", by: Scratch.admin).credential?.codeUntil == nil)
    #expect(try store.ownCredential(by: Acting("viewer", .desk))?.since == clock.now.day)
    try store.withdrawPassword(of: "viewer", by: Scratch.admin)
    #expect(try store.admit("viewer", secret: good) == .refused)
    #expect(try store.ownCredential(by: Acting("viewer", .desk)) == nil)
    #expect(refusal { try store.withdrawPassword(of: "viewer", by: Scratch.admin) } != nil)
    #expect(throws: StoreError.noSuch(.user, "nobody")) { _ = try store.handOutCode(to: "nobody", by: Scratch.admin) }
    #expect(throws: StoreError.notPermitted(.handOutCode)) { _ = try store.handOutCode(to: "nobody", by: Scratch.bureau) }
    try store.disableUser("viewer", reason: PlainText(literal: "调离"), by: Scratch.admin)
    #expect(refusal { _ = try store.handOutCode(to: "viewer", by: Scratch.admin) } != nil)
  }

  @Test("Neither code nor password stands anywhere in the files of the store")
  func nowhere() throws {
    let code = try code()
    _ = try store.choosePassword(good, for: "viewer", proving: code)
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) where name.hasPrefix("store.sqlite") {
      let bytes = try Data(contentsOf: scratch.folder.appendingPathComponent(name))
      for secret in [good, code, OneTimeCode.read(code)] { #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)") }
    }
  }

  @Test("Another secret put in the place of one is found, and so is one that is gone")
  func otherHand() throws {
    _ = try store.choosePassword(good, for: "viewer", proving: code())
    _ = try store.choosePassword(good, for: "bureau", proving: code(for: "bureau"))
    func findings() throws -> [String] { try store.examination(by: Scratch.admin).findings.map { "\($0.check.rawValue) \($0.object)" } }
    #expect(try findings() == [])
    try execute("UPDATE credential SET digest = (SELECT digest FROM credential WHERE login = 'bureau') WHERE login = 'viewer'")
    #expect(try findings() == ["passwords viewer"])
    try execute("DELETE FROM credential WHERE login = 'bureau'")
    #expect(try findings().contains("users bureau"))
  }

  private func execute(_ sql: String) throws { try scratch.otherHand().run(sql) }

  @Test("What an environment says of where somebody comes from reaches the file only as an address")
  func origin() throws {
    _ = try store.admit("viewer", secret: "x", from: "fe80::1%eth0\u{1B}]0;pwned")
    let link = try #require(try scratch.links().last)
    #expect(link.act == "password.fail" && link.change.contains(#""from":"fe80::1%e00ed""#))
  }
}

/// A clock that stands until it is moved.
private final class Clock: Sendable {
  private let time = Mutex(Moment(Day(parsing: "2026-06-01") ?? Day(number: 0), seconds: 10 * 3600))
  var now: Moment { time.withLock { $0 } }
  func move(to moment: Moment) { time.withLock { $0 = moment } }
}
