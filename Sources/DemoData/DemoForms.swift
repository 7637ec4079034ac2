import CenterStore
import Regulation

/// What became of the evaluation forms (article 27). Of an earlier round all are reported by their departments; of the round under way three
/// in four are; one is given back with a question and waits for its host; the others are still to be checked, and late.
struct DemoForms {
  let story: DemoStory

  /// Checks the forms of centers, some days before the departments' last one.
  func check(_ centers: some Collection<DemoRegistry.Center>) throws {
    let store = story.store
    let asked = centers.first { host(of: $0) != nil && department(of: $0) != nil }?.record.code
    try story.move(to: story.today.adding(days: -22))
    for (place, center) in centers.enumerated() where !place.isMultiple(of: 4) && center.record.code != asked {
      try report(center, in: story.year)
    }
    guard let asked, let center = centers.first(where: { $0.record.code == asked }), let department = department(of: center),
      let item = FactCode("1.1.a")
    else { return }
    let code = asked.string
    let question = try PlainText("管理委员会人数与所附成立文件不一致，请核对", .paragraphs)
    try store.checkFacts(year: story.year, center: code, [item], isConfirmed: false, note: question, by: department)
    try store.stepRound(story.year, .returnForCorrection(code, reason: question), by: department)
    try story.move(to: story.today.adding(days: -16))
    try store.stepRound(
      story.year, .admitLate(code, .report, reason: try PlainText("退回时已近上报截止日，准予更正后再报", .paragraphs)), by: DemoStory.bureau)
  }

  /// A department looks at everything, finds nothing, and reports.
  func report(_ center: DemoRegistry.Center, in year: Int) throws {
    guard let department = department(of: center) else { return }
    let code = center.record.code.string
    let open = try story.store.materialFile(year: year, center: code, by: department).form.unchecked
    try story.store.checkFacts(year: year, center: code, open, isConfirmed: true, by: department)
    try story.store.stepRound(year, .report(code, remark: try PlainText("经核对原始资料，数据属实")), by: department)
  }

  private func host(of center: DemoRegistry.Center) -> Acting? {
    let place = story.registry.organizations.prefix(DemoPeople.hosts).firstIndex { $0.name == center.record.host }
    return place.map { Acting("host\($0 + 1)", .desk) }
  }

  private func department(of center: DemoRegistry.Center) -> Acting? {
    let place = story.registry.departments.firstIndex { $0.name == center.record.department }
    return place.map { Acting("department\($0 + 1)", .desk) }
  }
}
