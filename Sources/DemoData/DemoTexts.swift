import Regulation

/// The made-up sentences: what hosts write on their forms, and what experts write beside their points.
enum DemoTexts {
  /// A text of the form.
  static func text(_ fact: Fact, _ center: DemoRegistry.Center, _ generator: inout SeededGenerator) -> String {
    let subject = center.trade.subject
    let opening = generator.pick(["围绕\(subject)方向，", "结合\(center.trade.field)领域需求，", "依托单位与中心共同推进，"])
    let body: String =
      switch fact.code.description {
      case "1.1.h": "管理委员会按季度审议计划与预算，技术指导委员会对研发方向提出咨询意见，两委均有纪要。"
      case "1.1.j": "设工艺、装备、检测三个研究室，与三个研发方向一一对应，各有技术带头人。"
      case "1.2.d": "财务、资产、人员、项目四类制度齐备，\n专账核算与项目台账每半年自查一次。"
      case "1.2.e": "试行揭榜挂帅与成果收益分享，主任在岗位设置和绩效分配上有自主权。"
      case "2.1.k": "三年投入稳步增长，依托单位投入占比最大，政府项目经费专款专用。"
      case "3.1.l": "\(subject)关键工艺与装备研发（省级）；\n\(subject)在线检测技术（市级）。"
      case "3.7.b": "\(subject)成套技术与示范线"
      case "4.2.l": "按专利产品销售台账和受益单位出具的证明计算，含三家应用单位。"
      default: "三年来\(fact.label.zh)方面有序推进，台账和证明材料齐全，可供现场核查。"
      }
    return opening + body
  }

  /// A comment of an expert.
  static func comment(
    _ center: DemoRegistry.Center, _ indicator: IndicatorCode, _ points: Points, _ generator: inout SeededGenerator
  ) -> String {
    let where_ = "指标 \(indicator)："
    if center.quality < 60 {
      return where_ + generator.pick(["材料与现场情况不完全一致，支撑不足。", "数据连续性差，近一年下降明显。", "制度有文本，落实证据少。"]) + center.trade.subject + "方向需聚焦。"
    }
    if center.quality > 90 {
      return where_ + generator.pick(["成效突出，证据充分。", "在同领域中明显领先。", "指标全面，且逐年提高。"]) + "得 \(points) 分。"
    }
    return where_ + generator.pick(["总体较好，", "基本达到要求，", "有进展，"]) + generator.pick(["建议加强高水平成果。", "建议提高开放共享程度。", "建议完善证明材料。"])
  }
}
