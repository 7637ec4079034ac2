import Regulation

/// The made-up comments of experts: what they saw at the center, beside the group of indicators that it belongs to.
///
/// What a sentence holds in braces is put in as in ``DemoFormTexts``.
enum DemoComments {
  /// A comment on an indicator that does not stand on the sheet yet; `nil` once all that fit are there.
  static func comment(
    _ center: DemoRegistry.Center, _ indicator: IndicatorCode, _ used: inout Set<String>, _ generator: inout SeededGenerator
  ) -> String? {
    let group = indicator.description.first.flatMap { Int(String($0)) } ?? 1
    let (good, fair, weak) = sentences[max(0, min(group, sentences.count) - 1)]
    let fitting = (center.quality > 90 ? good : center.quality < 60 ? weak : fair).filter { !used.contains($0) }
    guard !fitting.isEmpty else { return nil }
    let template = generator.pick(fitting)
    used.insert(template)
    return DemoFormTexts.filled(template, center.trade.subject, center.trade.topics.shuffled(using: &generator))
  }

  private static let sentences: [(good: [String], fair: [String], weak: [String])] = [
    (
      ["技术指导委员会对{a}的建议都有落实记录。", "专账清楚，主任的自主权落实到位。", "研究组与研究方向对应清楚，分工合理。"],
      ["组织架构完整，技术指导委员会中懂{a}的市外专家偏少。", "制度齐全，{b}项目的过程记录还可再细。", "会议纪要偏简，建议写明对{a}的意见及落实情况。"],
      ["技术指导委员会里本单位人员过多，独立性不足。", "制度有文本，现场看不到落实的证据。", "会议记录缺页，无法确认讨论过{a}。"]
    ),
    (
      ["{a}的试验条件在同类中心中领先。", "仪器维护记录完整，现场抽查三台均在用。", "队伍稳定，{b}方向老中青搭配合理。"],
      ["场地和设备够用，{a}的检测能力还需补强。", "经费来源单一，建议以{b}争取竞争性项目。", "固定人员中高层次人才偏少，{c}方向尤其缺人。"],
      ["设备清单与现场不完全一致，请说明去向。", "研发与生产共用场地，{a}试验缺少保障。", "花名册与社保记录对不上，请补充说明。"]
    ),
    (
      ["{a}有成体系的专利和标准支撑。", "代表性项目已通过验收，数据完整可信。", "{b}的新工艺来源清楚，用户评价高。"],
      ["成果数量可观，{b}方向的高水平成果不多。", "专利以实用新型为主，建议加强{a}的发明专利布局。", "论文与{c}相关，代表作影响有限。", "标准多为企业标准，建议参与{a}的行业标准。"],
      ["产出集中在一个年度，连续性差。", "所列专利与{a}关联不大。", "标志性成果不突出，{c}只有样机照片。"]
    ),
    (
      ["{a}已成规模，受益单位证明齐全。", "对本地配套企业带动明显，走访的两家均予证实。", "合同、发票与到账一致，转化真实。"],
      ["转化项数较多，{a}的单项收益偏小。", "计算依据清楚，{c}的受益单位可再扩大。", "{b}仍在试用，市场前景待观察。"],
      ["转化收入与台账不一致，需核实。", "{a}停留在样机阶段，没有用户。", "产业贡献缺少受益单位的证明。"]
    ),
    (
      ["仪器共享记录完整，外单位使用频繁。", "与高校的{a}联合攻关有实质成果。", "{b}培训面向全市企业，反馈好。"],
      ["合作以协议为主，{a}方面的联合产出不多。", "对外服务有记录，{b}装置建议加大开放。", "交流以参会为主，建议就{c}主办一次研讨。"],
      ["仪器基本自用，开放共享不足。", "合作协议已经到期，未见续签。", "对外服务记录缺失，无法核实。"]
    ),
  ]
}
