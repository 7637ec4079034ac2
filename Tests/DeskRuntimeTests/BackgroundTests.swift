import Dispatch
import Synchronization
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import DeskRuntime

@MainActor
@Suite("Background work and timers")
struct BackgroundTests {
  @Test("A timer comes at its time and again, by the clock that was handed in")
  func every() {
    let desk = SampleDesk()
    var times: [Duration] = []
    desk.runtime.every(.milliseconds(250)) { times.append(desk.terminal.now) }
    for _ in 0..<3 { desk.runtime.turn() }
    #expect(times == [.milliseconds(250), .milliseconds(500), .milliseconds(750)])
  }

  @Test("Times that were missed are skipped")
  func missed() {
    let desk = SampleDesk()
    var count = 0
    desk.runtime.every(.milliseconds(250)) { count += 1 }
    desk.terminal.pass(.seconds(60))
    desk.runtime.turn()
    #expect(count == 1)
    desk.runtime.turn()
    #expect(count == 2)
    #expect(desk.terminal.now == .milliseconds(60_250))
  }

  @Test("A timer that is cancelled, and one that was for once, come no more")
  func cancelled() {
    let desk = SampleDesk()
    var count = 0
    let token = desk.runtime.every(.seconds(1)) { count += 1 }
    desk.runtime.after(.seconds(2)) { count += 100 }
    desk.runtime.turn()
    desk.runtime.cancel(token)
    desk.runtime.turn()
    #expect(count == 101)
    desk.terminal.pass(.seconds(9))
    desk.terminal.feed([.woken])
    desk.runtime.turn()
    #expect(count == 101)
  }

  @Test("Repeated work that is wanted while it is under way is done once more, not once each; a failure does not end it")
  func repeated() {
    let desk = SampleDesk()
    let work = RepeatedWork()
    let done = Mutex(0)
    var results: [Int?] = []
    func want() {
      work.run(on: desk.runtime) {
        let count = done.withLock {
          $0 += 1
          return $0
        }
        if count == 1 { throw CancellationError() }
        return count
      } then: {
        results.append(try? $0.get())
      }
    }
    for _ in 0..<4 { want() }
    #expect(work.isUnderWay)
    desk.runtime.settle()
    desk.runtime.settle()
    #expect(results == [nil, 2] && !work.isUnderWay)
    want()
    desk.runtime.settle()
    #expect(results == [nil, 2, 3])
  }

  @Test("Results come on the main thread, in the order of the work, and are drawn")
  func results() {
    let desk = SampleDesk()
    let before = desk.terminal.frames.count
    var values: [Int] = []
    for value in 0..<5 {
      desk.runtime.background {
        value
      } then: {
        values.append((try? $0.get()) ?? -1)
      }
    }
    #expect(values.isEmpty)
    desk.runtime.settle()
    #expect(values == [0, 1, 2, 3, 4])
    #expect(desk.terminal.frames.count == before + 1)
  }

  @Test("An error of the work is handed over")
  func failure() {
    let desk = SampleDesk()
    var isCancelled = false
    desk.runtime.background {
      throw CancellationError()
    } then: { (result: Result<Int, any Error>) in
      if case .failure(let error) = result { isCancelled = error is CancellationError }
    }
    desk.runtime.settle()
    #expect(isCancelled)
  }

  @Test("Work in turn keeps its order on the queues of the system")
  func inTurn() {
    let workers = QueueWorkers()
    let order = Mutex<[Int]>([])
    let done = DispatchSemaphore(value: 0)
    for number in 0..<200 {
      workers.perform(.inTurn) {
        order.withLock { $0.append(number) }
        if number == 199 { done.signal() }
      }
    }
    done.wait()
    #expect(order.withLock { $0 } == Array(0..<200))
  }

  @Test("The end waits for what writes and for what reads beside it", arguments: [WorkOrder.inTurn, .beside])
  func finishing(order: WorkOrder) {
    let workers = QueueWorkers()
    let isDone = Mutex(false)
    let (begun, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    workers.perform(order) {
      begun.signal()
      goOn.wait()
      isDone.withLock { $0 = true }
    }
    begun.wait()
    DispatchQueue.global().async { goOn.signal() }
    workers.finish()
    #expect(isDone.withLock { $0 })
  }

  @Test("A letter from another thread wakes the terminal")
  func waking() {
    let woken = Mutex(0)
    let mailbox = Mailbox(waker: Waker { woken.withLock { $0 += 1 } })
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      mailbox.post {}
      done.signal()
    }
    done.wait()
    #expect(woken.withLock { $0 } == 1)
    #expect(mailbox.hasLetters)
    #expect(mailbox.deliver())
    #expect(!mailbox.deliver())
  }
}
