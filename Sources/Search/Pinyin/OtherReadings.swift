/// Surnames, and first characters of places, that are read in more than one way. Both ways are indexed, because a name alone does not
/// say whose it is: 单 is a surname (shàn) and begins 单片机 (dān).
struct OtherReadings: Sendable {
  /// For each character of the block the place of its readings, one plus; zero for most.
  private let places: [UInt8]
  private let sounds: [[Sound]]

  static let shared = OtherReadings()

  /// The readings that a first character may have, other than the one that was found.
  func readings(of unit: UInt16, besides found: Sound) -> [Sound] {
    guard SoundTable.covered.contains(unit) else { return [] }
    let place = places[Int(unit - SoundTable.covered.lowerBound)]
    guard place > 0 else { return [] }
    // Tones are not typed, so a reading that differs by tone alone is the same.
    return sounds[Int(place) - 1].filter { ($0 &- 1) / 5 != (found &- 1) / 5 }
  }

  private init() {
    var places = [UInt8](repeating: 0, count: SoundTable.covered.count)
    var sounds: [[Sound]] = []
    for line in ReadingList(OtherReadings.table) {
      guard let unit = line.units.first, SoundTable.covered.contains(unit), sounds.count < 255 else { continue }
      sounds.append(line.sounds)
      places[Int(unit - SoundTable.covered.lowerBound)] = UInt8(sounds.count)
    }
    (self.places, self.sounds) = (places, sounds)
  }

  private static var table: StaticString {
    """
    仇 qiu2 chou2
    单 shan4 dan1 chan2
    解 xie4 jie3
    查 zha1 cha2
    盖 ge3 gai4
    曾 zeng1 ceng2
    朴 piao2 pu3
    区 ou1 qu1
    乐 yue4 le4 lao4
    翟 zhai2 di2
    覃 qin2 tan2
    缪 miao4 mou2
    繁 po2 fan2
    员 yun4 yuan2
    祭 zhai4 ji4
    种 chong2 zhong3
    折 she2 zhe2
    黑 he4 hei1
    秘 bi4 mi4
    洗 xian3 xi3
    尉 wei4 yu4
    郗 xi1 chi1
    隗 wei3 kui2
    褚 chu3 zhu3
    牟 mou2 mu4
    谌 chen2 shen4
    晟 sheng4 cheng2
    句 gou1 ju4
    薄 bo2 bao2
    柏 bai3 bo2
    贾 jia3 gu3
    都 du1 dou1
    宿 su4 xiu3
    车 che1 ju1
    召 shao4 zhao4
    长 chang2 zhang3
    重 zhong4 chong2
    万 wan4 mo4
    沈 shen3 chen2
    石 shi2 dan4
    费 fei4 bi4
    冯 feng2 ping2
    卜 bu3 bo5
    么 yao1 me5
    藏 zang4 cang2
    那 na1 nuo2
    隽 juan4 jun4
    乜 nie4 mie1
    郇 xun2 huan2
    宓 mi4 fu2
    瞿 qu2 ju4
    殷 yin1 yan1
    行 hang2 xing2
    调 tiao2 diao4
    泊 bo2 po1
    厦 xia4 sha4
    大 da4 dai4
    蔚 yu4 wei4
    朝 chao2 zhao1
    给 ji3 gei3
    轧 zha2 ya4
    粘 zhan1 nian2
    """
  }
}
