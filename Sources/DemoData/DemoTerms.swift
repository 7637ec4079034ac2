import CenterStore
import Regulation

/// Industries of the “2+8” and clusters of counties (article 3), made up: the regulation names the lists and nothing that stands in them.
enum DemoTerms {
  private static let industries = [
    ("示例绿色化工", "Sample green chemicals"), ("示例管道装备制造", "Sample pipe making"), ("示例再制造", "Sample remanufacturing"),
  ]
  private static let clusters = [
    ("示例管道管件集群", "Sample pipes and fittings", "盐山县"), ("示例铸造集群", "Sample castings", "泊头市"), ("示例裘皮集群", "Sample furs", "肃宁县"),
    ("示例电线电缆集群", "Sample cables", "河间市"), ("示例药包材集群", "Sample pharmaceutical packaging", "沧县"),
  ]

  /// Enters them.
  static func enter(in store: CenterStore) throws {
    for (name, english) in industries {
      try store.enterTerm(TermRecord(kind: .industry, name: PlainText(name), english: PlainText(english)), by: DemoStory.bureau)
    }
    for (name, english, county) in clusters {
      let record = try TermRecord(kind: .cluster, name: PlainText(name), english: PlainText(english), county: PlainText(county))
      try store.enterTerm(record, by: DemoStory.bureau)
    }
  }
}
