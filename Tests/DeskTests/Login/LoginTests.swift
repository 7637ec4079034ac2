import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Who comes is asked for login and password; who was away is asked again")
struct LoginTests {
  @Test("Login and password lead in; nothing of the password is ever to be seen")
  func comesIn() throws {
    let scene = try LoginScene()
    try scene.choose(for: "lin")
    let screen = IdentifyScreen(scene.runtime, scene.door)
    scene.open(screen)
    #expect(scene.type("lin\n\(LoginScene.password)") == nil)
    #expect(scene.terminal.shows("***") && !scene.terminal.shows("运河边"))
    #expect(scene.type("\n") == .left)
    #expect(screen.outcome == .entered(login: "lin", failures: 0))
  }

  @Test("What is wrong is not told, the password is forgotten, and the next one is looked at", arguments: Language.allCases)
  func wrong(language: Language) throws {
    let scene = try LoginScene(language: language)
    try scene.choose(for: "lin")
    for login in ["lin", "nobody"] {
      let screen = IdentifyScreen(scene.runtime, scene.door)
      scene.open(screen)
      scene.type("\(login)\nwrong password\n")
      #expect(scene.terminal.shows(language == .zh ? "账号或口令不对" : "Login or password is wrong"))
      #expect(!scene.terminal.shows("****"))
      #expect(screen.outcome == nil)
    }
    let screen = IdentifyScreen(scene.runtime, scene.door)
    scene.open(screen)
    #expect(scene.type("lin\n\(LoginScene.password)\n") == .left)
    #expect(screen.outcome == .entered(login: "lin", failures: 1))
  }

  @Test("After too many attempts it is told when the next is looked at")
  func barred() throws {
    let scene = try LoginScene()
    scene.open(IdentifyScreen(scene.runtime, scene.door))
    scene.type("nobody\n")
    for _ in 1...6 { scene.type("wrong\n") }
    #expect(scene.terminal.shows("不对的次数太多，12:02 以后再试"), "\(scene.terminal.text)")
  }

  @Test("A code leads to choosing a password: a weak one and a slip are said beside their fields")
  func code() throws {
    let scene = try LoginScene()
    let code = try scene.store.handOutCode(to: "lin", by: Acting("admin", .desk)).description
    let first = IdentifyScreen(scene.runtime, scene.door)
    scene.open(first)
    #expect(scene.type("lin\n\(code.lowercased())\n") == .left)
    #expect(first.outcome == .mustChoose(login: "lin", code: code.lowercased()))
    let runtime = Runtime.forTests(on: scene.terminal)
    var isDone = false
    let screen = PasswordScreen(runtime, scene.door, login: "lin", code: code) { isDone = true }
    runtime.push(screen)
    func type(_ text: String) {
      scene.terminal.feed(text.map { .input(.key($0 == "\n" ? KeyPress(.enter) : .character($0))) })
      runtime.settle()
    }
    type("1234567890\n1234567890\n")
    #expect(scene.terminal.shows("不能是键盘或数字的连号") && !screen.isChosen)
    scene.terminal.press(.control("u"))
    type("\(LoginScene.password)\n\n")
    #expect(scene.terminal.shows("两次输入的不一样"))
    scene.terminal.press(.control("u"))
    type("\(LoginScene.password)\n")
    #expect(isDone && screen.isChosen)
    #expect(try scene.store.admit("lin", secret: LoginScene.password) == .entered(failures: 0))
  }

  @Test("A desk left alone shows nothing but the question, whatever stood in front; the password leads back to it")
  func lock() throws {
    let scene = try LoginScene()
    try scene.choose(for: "lin")
    let sitting = try Sitting(store: scene.store, login: "lin", runtime: scene.runtime)
    scene.open(Desk.home(of: sitting))
    sitting.lockWhenLeft(by: scene.door)
    scene.terminal.press(KeyPress(.function(1)))
    scene.runtime.settle()
    #expect(scene.runtime.isModal)
    let before = scene.terminal.text
    scene.terminal.pass(.seconds(599))
    scene.terminal.feed([.timeout])
    scene.runtime.settle()
    #expect(scene.terminal.text == before)
    scene.terminal.pass(.seconds(1))
    // What is typed into the locked desk reaches nothing but the question.
    scene.terminal.givesOneByOne = true
    scene.terminal.feed([.timeout])
    for text in ["wrong\n", "\(LoginScene.password)\n"] {
      scene.terminal.feed(text.map { .input(.key($0 == "\n" ? KeyPress(.enter) : .character($0))) })
    }
    let frames = scene.terminal.frames.count
    scene.runtime.settle()
    let locked = scene.terminal.frames[frames...].dropLast().map { $0.text.joined(separator: "\n") }
    #expect(locked.contains { $0.contains("评审台已锁定") } && locked.contains { $0.contains("账号或口令不对") })
    #expect(locked.allSatisfy { $0.contains("已锁定") && !$0.contains("叶青禾") })
    #expect(scene.runtime.isModal, "the help is still in front")
    #expect(scene.terminal.text.dropLast() == before.dropLast(), "\(scene.terminal.text)")
    #expect(scene.terminal.shows("1 次口令不对"))
  }

  @Test("A locked desk to which nobody comes back ends; so does one whose line is gone, and one that is left")
  func ends() throws {
    for (event, ending) in [
      (TerminalEvent.timeout, Runtime.Ending.terminated), (.lineGone, .lineGone), (.input(.key(KeyPress(.function(12)))), .left),
    ] {
      let scene = try LoginScene()
      try scene.choose(for: "lin")
      let sitting = try Sitting(store: scene.store, login: "lin", runtime: scene.runtime)
      scene.open(Desk.home(of: sitting))
      sitting.lockWhenLeft(by: scene.door)
      scene.terminal.givesOneByOne = true
      scene.terminal.pass(.seconds(600))
      scene.terminal.feed([.timeout, event])
      #expect(scene.runtime.run() == ending)
    }
  }

  @Test("Nobody is waited for at the question who comes")
  func patience() throws {
    let scene = try LoginScene()
    #expect(try Desk.runByLogin(store: scene.store, terminal: scene.terminal, rule: LoginRule(patience: .milliseconds(10))) == .terminated)
  }

  @Test("Who has a password changes it from the palette; who comes by key is not offered it")
  func change() throws {
    let scene = try LoginScene(columns: 120, rows: 40)
    try scene.choose(for: "lin")
    let sitting = try Sitting(store: scene.store, login: "lin", runtime: scene.runtime)
    scene.open(Desk.home(of: sitting))
    #expect(try Sitting(store: scene.store, login: "bureau", runtime: scene.runtime).passwordEntry == nil)
    let entry = try #require(sitting.passwordEntry)
    entry.run()
    scene.runtime.settle()
    scene.type("wrong\nein ganz anderes Wort\nein ganz anderes Wort\n")
    #expect(scene.terminal.shows("账号或口令不对"))
    scene.type("\(LoginScene.password)\nein ganz anderes Wort\nein ganz anderes Wort\n")
    #expect(scene.terminal.shows("口令已修改"))
    #expect(try scene.store.admit("lin", secret: "ein ganz anderes Wort") == .entered(failures: 0))
  }

  @Test("The screens as text", arguments: ScreenSize.all)
  func pictures(size: ScreenSize) throws {
    let scene = try LoginScene(columns: size.columns, rows: size.rows, language: size.language)
    for (name, make) in [
      ("login", { IdentifyScreen(scene.runtime, scene.door) as any Screen }),
      ("locked", { IdentifyScreen(scene.runtime, scene.door, unlocking: "lin") }),
      ("choose", { PasswordScreen(scene.runtime, scene.door, login: "lin", code: "K7QM-3WXA-9PRT") {} }),
      ("change", { PasswordScreen(scene.runtime, scene.door, login: "lin") {} }),
    ] {
      scene.open(make())
      if name == "login" { scene.type("lin\n12\n") }
      try Pictures.check(scene.terminal.frames.last, "\(name)-\(size)")
      #expect(scene.terminal.frames.last?.flaws.isEmpty == true && scene.terminal.cursor != nil)
      #expect(KeyBinding.faults(in: scene.runtime.top?.bindings ?? []).map(\.description) == [])
    }
  }
}
