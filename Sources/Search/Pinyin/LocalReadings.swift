extension PhraseIndex {
  /// Names of places and words of trades that are read otherwise than the tables of phrases say, one a line; people add to it what they
  /// miss. Tones are 1 to 4, and 5 for the neutral one. A place that outsiders read otherwise is found under that reading too, if its
  /// first character stands in ``OtherReadings``.
  static var local: StaticString {
    """
    泊头 bo2 tou2
    乐陵 lao4 ling2
    单县 shan4 xian4
    长葛 chang2 ge3
    大城县 dai4 cheng2 xian4
    朝阳 chao2 yang2
    洪洞 hong2 tong2
    浚县 xun4 xian4
    繁峙 fan2 shi4
    覃塘 qin2 tang2
    调质 tiao2 zhi4
    铸模 zhu4 mu2
    薄膜 bo2 mo2
    重整 chong2 zheng3
    重构 chong2 gou4
    校直 jiao4 zhi2
    给排水 ji3 pai2 shui3
    粘着 zhan1 zhuo2
    粘结 zhan1 jie2
    弹道 dan4 dao4
    总长 zong3 chang2
    支行 zhi1 hang2
    果脯 guo3 fu3
    肉脯 rou4 fu3
    轧花 ya4 hua1
    养畜 yang3 xu4
    荨麻 qian2 ma2
    光栅 guang1 zha4
    伺服 si4 fu2
    """
  }
}
