import DeskRuntime
import Testing

@Suite("a value kept for its key")
struct MemoTests {
  @Test("it is made once for equal keys in a row, and anew for another")
  func remembers() {
    var memo = Memo<Int, String>()
    var made: [Int] = []
    for key in [1, 1, 2, 2, 1] {
      let value = memo(key) {
        made.append(key)
        return "\(key)"
      }
      #expect(value == "\(key)")
    }
    #expect(made == [1, 2, 1])
  }
}
