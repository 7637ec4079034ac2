import Testing

@testable import Search

@Suite("Sorting by pinyin")
struct SortingTests {
  @Test(
    "Whole syllables are compared, then tones, then characters",
    arguments: [
      ("西安", "先锋"), ("西安", "西安市"), ("沧县", "沧州"), ("妈", "麻"), ("麻", "马"), ("路桥", "绿色"), ("绿色", "乱石"), ("3D打印", "AI"),
      ("AI实验室", "安装"), ("长江", "重庆"), ("重庆", "中捷"), ("厦门", "献县"), ("", "安"), ("李安", "李响"), ("李响", "理想"), ("泊头", "破碎"),
      ("安ab", "安安"),
    ])
  func pairs(earlier: String, later: String) {
    #expect(Pinyin(earlier).sortKey.lexicographicallyPrecedes(Pinyin(later).sortKey))
    #expect(!Pinyin(later).sortKey.lexicographicallyPrecedes(Pinyin(earlier).sortKey))
    #expect(arena(of: [later, earlier]).orderedByName().rows == [1, 0])
  }

  @Test("Full-width letters sort as ASCII")
  func fullWidth() {
    #expect(Pinyin("ＡＩ中心").sortKey == Pinyin("ai中心").sortKey)
  }

  @Test("An arena's order is the order of the keys, and equal names stay as they were added", arguments: [0, 1, 2, 30, 3_000])
  func orderOfArena(count: Int) {
    var names = Names(seed: 5)
    let rows = (0..<count).map { $0 % 7 == 0 ? "沧州市" : $0 % 11 == 0 ? "a" : names.center() }
    let keys = rows.map { Pinyin($0).sortKey }
    let expected = (0..<count).sorted {
      keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
    }
    #expect(arena(of: rows).orderedByName().rows == expected.map(Int32.init))
  }

  @Test("Whole numbers sort stably, negative ones before positive ones, in both directions")
  func numbers() {
    let keys: [Int64] = [5, -1, 5, .min, .max, 0, -1]
    #expect(Order.natural(7).sorted(by: keys).rows == [3, 1, 6, 5, 0, 2, 4])
    #expect(Order.natural(7).sorted(by: keys, descending: true).rows == [4, 0, 2, 5, 1, 6, 3])
  }

  @Test("Sorting by a second column and then by the first sorts by both")
  func twoColumns() {
    let county: [Int64] = [2, 1, 2, 1]
    let score: [Int64] = [90, 80, 95, 85]
    #expect(Order.natural(4).sorted(by: score, descending: true).sorted(by: county).rows == [3, 1, 2, 0])
  }

  @Test("A filter keeps the order, and ranks lead from a row to its place")
  func filterAndRanks() {
    let order = Order(rows: [3, 1, 2, 0]).filter { $0 != 1 }
    #expect(order.rows == [3, 2, 0])
    #expect(order.ranks(of: 4) == [2, -1, 1, 0])
    #expect(order.reversed.rows == [0, 2, 3])
  }
}
