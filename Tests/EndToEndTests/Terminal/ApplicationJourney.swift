import Foundation
import Testing

/// A call, six applications, the registry: returned and corrected, rejected on article 9.2, an objection upheld, four certified.
struct ApplicationJourney {
  typealias Year = ApplicationYear

  /// The bureau gives out the call of the year: days, fields, a further document (article 8).
  func call(_ year: Year) throws {
    let desk = try SeatedDesk(year, "bureau", on: "2026-02-02")
    try desk.go(to: "申报通知")
    try desk.terminal.press("IC")
    try desk.see("› 新申报通知")
    try desk.fill("\t2026-03-02\t20260331\t2026-04-15\t2026-05-15\t\t1269\t财务报表", done: "┌─ 新申报通知")
    try desk.terminal.press("y")
    try desk.see("申报通知已发布")
    try desk.see("优先布局领域：新材料、高端装备制造、节能环保、管道装备")
    try desk.see("申报材料：申报书、实施方案、财务报表")
    try desk.leave()
  }

  /// A host writes its application from an empty form and hands it in (article 10).
  func apply(_ year: Year, _ applicant: Year.Applicant, isEnglish: Bool) throws {
    let desk = try SeatedDesk(year, applicant.login, on: "2026-03-05", isEnglish: isEnglish)
    try desk.go(to: isEnglish ? "Applications" : "申请")
    try desk.terminal.press("IC")
    try desk.see(isEnglish ? "To which department" : "向哪个归口管理部门申报")
    try desk.terminal.type(applicant.county == "青县" ? "青县" : "献县")
    try desk.terminal.press("Enter")
    try desk.see("› \(isEnglish ? "Application" : "申报书") \(applicant.number)")
    try desk.terminal.type(applicant.form)
    let (verdicts, saved) = isEnglish ? (["eligible", "not eligible"], "saved") : (["符合申报条件", "不符合申报条件"], "已保存")
    try desk.terminal.wait("has the whole form on disk, with a verdict") {
      $0.contains("✓ 10 ") && $0.contains(saved) && $0.contains(verdicts[0]) && $0.contains(verdicts[1]) != applicant.isMet
    }
    try desk.terminal.press("Escape")
    try desk.terminal.wait("shows the file") { $0.contains("F4 ") || $0.contains("e ") }
    try desk.confirm(isEnglish ? "hand in to the department" : "提交归口管理部门", with: applicant.isMet ? "Enter" : "y")
    try desk.leave()
  }

  /// Each department looks at what is its own: recommends, gives one back, does not recommend another (article 10).
  func departments(_ year: Year) throws {
    let xian = try SeatedDesk(year, "xian", on: "2026-03-20")
    try xian.go(to: "申请")
    for applicant in [Year.laser, Year.institute] {
      try xian.open(applicant)
      try xian.step("推荐")
      try xian.close(applicant)
    }
    try xian.open(Year.mold)
    // The figure found, the one asked for, the article.
    try xian.terminal.wait("cites article 9.2") { $0.contains("✗ 9.2") && $0.contains("上一年销售收入：860 万元，要求：不少于 1000 万元") }
    try xian.steps()
    try xian.see("办法第9条第2项不符合，不能“推荐”")
    try xian.terminal.press("Escape")
    try xian.begin("不予推荐")
    try xian.terminal.wait("begins the reason with what is wrong") { $0.contains("860") && $0.contains("1000") && $0.contains("第9条第2项") }
    try xian.fill("", done: "已办理：不予推荐", asks: "不予推荐")
    try xian.leave()

    let qing = try SeatedDesk(year, "qing", on: "2026-03-20")
    try qing.go(to: "申请")
    #expect(!(try qing.see(Year.pipe.number)).contains(Year.laser.number))
    try qing.open(Year.pipe)
    try qing.step("退回补正", "\r请核对固定人员名单。")
    try qing.close(Year.pipe)
    for applicant in [Year.pump, Year.seed] {
      try qing.open(applicant)
      try qing.step("推荐", "本县优先发展。")
      try qing.close(applicant)
    }
    try qing.leave()
  }

  /// The one that came back is corrected and recommended; the one that was rejected reads why, in English.
  func corrections(_ year: Year) throws {
    let pipe = try SeatedDesk(year, Year.pipe.login, on: "2026-03-23")
    try pipe.go(to: "申请")
    try pipe.open(Year.pipe)
    try pipe.see("请核对固定人员名单。")
    try pipe.terminal.press("F4")
    try pipe.see("不符合申报条件")
    // F3 goes to the figure that is not enough: the number of people.
    try pipe.terminal.press("F3", "End", "BSpace")
    try pipe.terminal.type("11")
    try pipe.terminal.wait("meets every condition") { $0.contains("已保存") && !$0.contains("不符合申报条件") }
    try pipe.terminal.press("Escape")
    try pipe.confirm("提交归口管理部门")
    try pipe.leave()

    let mold = try SeatedDesk(year, Year.mold.login, on: "2026-03-23", isEnglish: true)
    try mold.go(to: "Applications")
    try mold.open(Year.mold)
    try mold.terminal.wait("cites article 9.2") {
      $0.contains("not recommended") && $0.contains("✗ 9.2") && $0.contains("860 × 10,000") && $0.contains("at least 1000 × 10,000")
    }
    try mold.leave()

    let qing = try SeatedDesk(year, "qing", on: "2026-04-02")
    try qing.go(to: "申请")
    try qing.open(Year.pipe)
    try qing.step("推荐")
    try qing.leave()
  }
}
