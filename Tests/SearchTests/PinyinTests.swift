import Testing

@testable import Search

@Suite("Reading Chinese names aloud")
struct PinyinTests {
  @Test(
    "Phrases, places and trades are read as people read them",
    arguments: [
      ("银行", "yinhang"), ("泊头", "botou"), ("长江", "changjiang"), ("厦门", "xiamen"), ("乐陵", "laoling"), ("沧州", "cangzhou"),
      ("长葛", "changge"), ("单县", "shanxian"), ("调质", "tiaozhi"), ("重庆", "chongqing"), ("任丘", "renqiu"), ("黄骅", "huanghua"),
      ("献县", "xianxian"), ("行业", "hangye"), ("自行车", "zixingche"), ("增长", "zengzhang"), ("院长", "yuanzhang"), ("参数", "canshu"),
      ("人参", "renshen"), ("传感器", "chuanganqi"), ("轧钢", "zhagang"), ("冷轧", "lengzha"), ("模具", "muju"), ("模型", "moxing"),
      ("薄膜", "bomo"), ("校准", "jiaozhun"), ("学校", "xuexiao"), ("给排水", "jipaishui"), ("效率", "xiaolv"), ("率先", "shuaixian"),
      ("弹簧", "tanhuang"), ("导弹", "daodan"), ("调度", "diaodu"), ("空调", "kongtiao"), ("会计", "kuaiji"), ("会议", "huiyi"),
      ("音乐", "yinyue"), ("快乐", "kuaile"), ("都市", "dushi"), ("伺服", "sifu"), ("音乐银行", "yinyueyinhang"), ("绿色", "lvse"),
      ("二〇二四", "erlingersi"), ("龘", "da"),
    ] as [(String, String)])
  func readings(name: String, expected: String) {
    #expect(Pinyin(name).full == expected)
  }

  @Test("The longest phrase is read first")
  func longest() {
    #expect(Pinyin("给水").full == "jishui")
    #expect(Pinyin("给排水管").full == "jipaishuiguan")
    #expect(Pinyin("大城").full == "dacheng")
    #expect(Pinyin("大城县").full == "daichengxian")
  }

  @Test("Letters and digits stand for themselves, signs for nothing")
  func mixed() {
    let name = Pinyin("沧州（ＡＩ）Ｌab 5G·激光")
    #expect(name.full == "cangzhouailab5gjiguang")
    #expect(name.spaced == "cang zhou ai lab 5g ji guang")
    #expect(name.initials == "czailab5gjg")
  }

  @Test("Nothing is read as nothing", arguments: ["", " ", "（）", "\u{0}\u{1}", "😀"])
  func empty(name: String) {
    #expect(Pinyin(name).full.isEmpty)
    #expect(Pinyin(name).others.isEmpty)
  }

  @Test(
    "Surnames with two readings are read both ways",
    arguments: [
      ("仇", ["chou", "qiu"]), ("单", ["dan", "shan", "chan"]), ("解", ["jie", "xie"]), ("查", ["cha", "zha"]), ("盖", ["gai", "ge"]),
      ("曾", ["ceng", "zeng"]), ("任", ["ren"]), ("朴", ["pu", "piao"]), ("区", ["qu", "ou"]), ("翟", ["di", "zhai"]), ("缪", ["mou", "miao"]),
    ])
  func surnames(name: String, expected: [String]) {
    let all = ([Pinyin(name)] + Pinyin(name).others).map(\.full)
    #expect(Set(all) == Set(expected))
    #expect(all.count == expected.count)
  }

  @Test("A surname's other reading changes only the first character")
  func otherReading() {
    #expect(Pinyin("单伟单").others.map(\.full).contains("shanweidan"))
  }

  @Test("Every character of the table has a spelling, and every kept reading is a syllable")
  func tables() {
    let spellings = Spellings.shared
    #expect(spellings.packed.count == 413 * 5 + 1)
    var silent = 0
    for unit in SoundTable.covered {
      let sound = SoundTable.sound(of: unit)
      #expect(Int(sound) < spellings.packed.count)
      if sound == 0 { silent += 1 }
    }
    #expect(silent == 2)
    for line in ReadingList(PhraseIndex.local) {
      #expect(line.units.count == line.sounds.count && line.units.count > 1)
      #expect(!line.sounds.contains(0), "\(line.units)")
    }
  }

  @Test("No syllable is longer than six letters, and they stand in the order of dictionaries")
  func syllables() {
    let spellings = Spellings.shared
    let all = stride(from: 1, to: spellings.packed.count, by: 5).map { String(decoding: spellings.letters(of: Sound($0)), as: UTF8.self) }
    #expect(all.allSatisfy { (1...6).contains($0.count) })
    #expect(Set(all).count == all.count)
    for (earlier, later) in [("xi", "xian"), ("lu", "lv"), ("lv", "luan"), ("a", "ai"), ("nv", "nuan"), ("zhou", "zou")] {
      #expect((all.firstIndex(of: earlier) ?? .max) < (all.firstIndex(of: later) ?? -1), "\(earlier) before \(later)")
    }
  }
}
