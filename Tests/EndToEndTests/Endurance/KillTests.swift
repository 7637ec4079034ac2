import Foundation
import RandomForTests
import Synchronization
import Testing

@Suite("Nothing lost: programs that are killed while they write")
struct KillTests {
  /// One life of a program: it enters points until it is killed.
  ///
  /// - Returns: what was entered; the last one was not answered any more.
  private func live(_ login: String, in city: ScoringCity, _ life: Int, _ random: inout SeededRandom) throws -> [Entered] {
    let number = Int.random(in: 1...90, using: &random)
    let isAtRandom = Int.random(in: 0..<3, using: &random) == 0
    let fault: Fault? = isAtRandom ? nil : life.isMultiple(of: 2) ? .kill(number) : .tear(number)
    let scorer = try Scorer(login, in: city, environment: fault?.environment(city.cztic.store) ?? [:])
    var entered: [Entered] = []
    repeat {
      // The first one is heard of, so that the program is at its work.
      if isAtRandom, entered.count == 1 { scorer.talk.kill(after: Int.random(in: 0...60_000, using: &random)) }
      entered.append(scorer.enter("note-\(login)-\(life)-\(entered.count)", &random))
    } while entered.last?.isSaved == true
    scorer.talk.wait()
    return entered
  }

  @Test(
    "Killed while a store is made: nothing is in it, which is said, and it is made anew once the file is gone", arguments: ["zh", "en"])
  func making(language: String) throws {
    var random = SeededRandom(9)
    for number in [3, 30, 60, 120] + (0..<Endurance.count(short: 2, long: 50)).map({ _ in Int.random(in: 1...450, using: &random) }) {
      let cztic = try Program()
      defer { cztic.remove() }
      let command = ["init", "--store", cztic.store, "--lang", language]
      guard try cztic.run(command, environment: Fault.kill(number).environment(cztic.store)).status == SIGKILL else { continue }
      let run = try cztic.run(["round", "list", "--store", cztic.store, "--lang", language])
      let words = language == "zh" ? ["重新运行 cztic init", "不是 cztic 的数据文件"] : ["run `cztic init` again", "is not a store of cztic"]
      #expect(run.status == 65 && words.contains { run.messages.contains($0) }, "\(number): \(run.messages)")
      for suffix in ["", "-wal", "-shm"] { unlink(cztic.store + suffix) }
      #expect(try cztic.run(command).status == 0)
    }
  }

  @Test(
    "Three experts score one center and are killed again and again, at random moments and at the n-th write and sync: all that was called saved is there"
  )
  func killed() throws {
    let city = try ScoringCity()
    defer { city.cztic.remove() }
    let kills = Endurance.count(short: 27, long: 1000)
    let outcome = Mutex<(entered: [Entered], faults: [String])>(([], []))
    DispatchQueue.concurrentPerform(iterations: ScoringCity.experts.count) { place in
      let login = ScoringCity.experts[place]
      var random = SeededRandom(UInt64(place) + 1)
      do {
        for life in stride(from: place, to: kills, by: ScoringCity.experts.count) {
          let entered = try live(login, in: city, life, &random)
          outcome.withLock { $0.entered += entered }
        }
      } catch {
        outcome.withLock { $0.faults.append("\(error)") }
      }
    }
    let (entered, faults) = outcome.withLock { $0 }
    #expect(faults.isEmpty, "\(faults)")
    let saved = entered.count(where: \.isSaved)
    let aftermath = Aftermath(city.cztic.store, entered)
    #expect(aftermath.lost.isEmpty && aftermath.damaged.isEmpty, "\(aftermath)")
    #expect(saved > kills, "hardly anything was saved between the kills")
    Endurance.tell("\(kills) kills while writing, \(saved) scores saved, \(aftermath.lost.count) lost, \(aftermath.damaged.count) damaged")
  }
}
