import RandomForTests
import Search

/// A seeded source of plausible names, the same on every machine.
struct Names: RandomNumberGenerator {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed) }

  mutating func next() -> UInt64 { random.next() }

  private mutating func pick(_ words: [String]) -> String { words[Int(next() % UInt64(words.count))] }

  mutating func center() -> String { pick(Names.places) + pick(Names.trades) + pick(Names.trades) + "技术创新中心" }

  mutating func host() -> String { pick(Names.brands) + pick(Names.trades) + pick(Names.forms) }

  private static let places = words("沧州市 泊头市 任丘市 黄骅市 河间市 沧县 青县 东光县 单县 乐陵 长葛")
  private static let brands = words("仇氏 曾记 恒通 长江 ＡＢＣ 绿源 安安 西安 先锋 Lab")
  private static let forms = words("有限公司 研究院 银行")
  private static let trades = words(
    "激光 切割 铸造 数控 管道 阀门 化工 新材料 膜分离 生物 医药 鸭梨 小麦 模具 汽车 焊接 调质 轧钢 弹簧 传感器 光伏 5G AI 女装 绿化")

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}

/// An arena of names alone.
func arena(of names: [String]) -> SearchArena {
  var builder = SearchArena.Builder(rows: names.count)
  for (place, name) in names.enumerated() { builder.add(id: Int64(place), name: name, code: "") }
  return builder.finish()
}
