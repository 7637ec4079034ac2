import CenterStore
import Regulation
import Wording

/// What is asked before a round is announced (article 25), what is wrong with the answers, and the plan that they make.
struct RoundOpeningForm: Sendable {
  /// The years of the rounds that there are, cancelled ones left out.
  let existing: [Int]
  /// Today.
  let today: Day
  /// The third-party agencies that could carry the round out (article 5(3)).
  var agencies: [String] = []
  /// The competent departments that could carry it out, each for its own centers (article 5(3)).
  var departments: [String] = []

  /// The last days, by the names of their fields.
  private static let days: [(id: String, deadline: RoundOpening.Deadline)] = [
    ("materialBy", .material), ("reportBy", .report), ("scoresBy", .scores),
  ]

  /// The year that is due next.
  var next: Int { existing.max().map { $0 + RoundOpening.interval } ?? today.year }

  /// The fields.
  var fields: [ActField] {
    var fields = [
      ActField(
        id: "year", label: Phrase(zh: "评估年度", en: "Year"), kind: .whole(2000...9999),
        hint: Phrase(zh: "评估每两年一次（办法第25条）", en: "Rounds are two years apart (article 25)"),
        initial: String(next)),
      ActField(
        id: "method", label: Phrase(zh: "计分方法", en: "Method"),
        kind: .choice(RoundMethod.allCases.map(\.phrase)),
        hint: Phrase(
          zh: "左右键选择；去最高最低至少 5 份", en: "Left and right choose; the trimmed mean needs 5 sheets"),
        initial: "0"),
      ActField(
        id: "sheets", label: Phrase(zh: "最少评分表份数", en: "Sheets needed"), kind: .whole(1...RoundMethod.mostSheets),
        hint: Phrase(zh: "少于此数的中心暂不定级", en: "A center with fewer is pending"),
        initial: String(RoundMethod.mean.defaultSheets)),
    ]
    if conductors.count > 1 {
      fields.append(
        ActField(
          id: "conductor", label: Phrase(zh: "由谁组织", en: "Carried out by"), kind: .choice(conductors.map(\.phrase)),
          hint: Phrase(
            zh: "受托的机构或部门（仅其归口的中心）分配专家、核定；公示归市科技局（办法第5条）",
            en: "Whoever is charged assigns and settles, a department for its own centers only; the bureau publishes (article 5)"),
          initial: "0"))
    }
    fields.append(
      ActField(
        id: "ownScores", label: Phrase(zh: "依托单位自评", en: "Hosts' own points"),
        kind: .choice([Phrase(zh: "不要求", en: "not asked for"), Phrase(zh: "要求自评", en: "asked for")]),
        hint: Phrase(zh: "单位在评估情况表里逐项自评，不计入得分", en: "Hosts give them in the form, indicator by indicator; they count in nothing"),
        initial: "0"))
    func day(_ id: String, _ label: Phrase, _ hint: Phrase) -> ActField {
      // A pattern and no day: a day that is written in grey looks as if it would hold.
      ActField(
        id: id, label: label, kind: .day, hint: hint, isOptional: true,
        placeholder: Phrase(zh: "年-月-日", en: "year-month-day"))
    }
    return fields + [
      day(
        "materialBy", Phrase(zh: "材料提交截止", en: "Material by"),
        Phrase(zh: "依托单位提交材料的最后一天", en: "The hosts' last day")),
      day(
        "reportBy", Phrase(zh: "部门上报截止", en: "Report by"),
        Phrase(zh: "归口管理部门上报的最后一天", en: "The departments' last day")),
      day(
        "scoresBy", Phrase(zh: "专家评分截止", en: "Scores by"),
        Phrase(zh: "专家评分的最后一天", en: "The experts' last day")),
      ActField(
        id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .line(limit: 200),
        hint: Phrase(zh: "仅在与上次评估不隔两年时必填", en: "Needed only where the gap is not two years"),
        isOptional: true),
    ]
  }

  /// What is wrong with lawful answers taken together, by field: the gap to other rounds, too few sheets, last days out of order.
  func problems(_ answers: ActAnswers) -> [String: Phrase] {
    var problems: [String: Phrase] = [:]
    let plan = plan(answers)
    let year = year(of: answers)
    if let refusal = RoundOpening.refusal(
      year: year, existing: existing, reason: plan.reason.string)
    {
      problems[existing.contains(year) ? "year" : "reason"] = refusal.cited
    }
    if let sheets = plan.minimumSheets,
      let refusal = RoundOpening.refusal(sheets: sheets, method: plan.method)
    {
      problems["sheets"] = refusal.cited
    }
    for (deadline, refusal) in RoundOpening.refusals(plan.deadlines, year: year, today: today) {
      if let field = RoundOpeningForm.days.first(where: { $0.deadline == deadline }) {
        problems[field.id] = refusal.cited
      }
    }
    return problems
  }

  /// The year that was written.
  func year(of answers: ActAnswers) -> Int { answers.whole("year") ?? next }

  /// The plan that answers make.
  func plan(_ answers: ActAnswers) -> RoundPlan {
    let method = answers.place("method").map { RoundMethod.allCases[$0] } ?? .mean
    let conductor = conductor(answers)
    return RoundPlan(
      method: method, minimumSheets: answers.whole("sheets"), materialBy: answers.day("materialBy"),
      reportBy: answers.day("reportBy"),
      scoresBy: answers.day("scoresBy"), reason: answers.text("reason"), agency: conductor.agency,
      department: conductor.department, asksOwnScores: answers.place("ownScores") == 1)
  }

  /// Who could carry the round out: the bureau first.
  private var conductors: [Conductor] { [.bureau] + agencies.map { .agency($0) } + departments.map { .department($0) } }

  private func conductor(_ answers: ActAnswers) -> Conductor {
    answers.place("conductor").flatMap { conductors.indices.contains($0) ? conductors[$0] : nil } ?? .bureau
  }

  /// What is said before it is announced.
  func question(_ answers: ActAnswers) -> Phrase {
    let plan = plan(answers)
    let dates = RoundOpening.Deadline.allCases.compactMap { deadline in
      plan.deadlines[deadline].map { deadline.phrase + Phrase(zh: " \($0)；", en: ": \($0). ") }
    }.reduce(Phrase(same: ""), +)
    let by = conductor(answers).consequence
    let own =
      plan.asksOwnScores
      ? Phrase(zh: "要求依托单位自评，不计入得分；", en: "hosts give points of their own, which count in nothing; ") : Phrase(same: "")
    let sheets = plan.minimumSheets ?? plan.method.defaultSheets
    return Phrase(zh: "\(year(of: answers)) 年度：", en: "\(year(of: answers)): ") + dates + by + own
      + Phrase(
        zh: "\(plan.method.phrase.zh)，至少 \(sheets) 份评分表。发布后各单位、各部门可见。",
        en: "\(plan.method.phrase.en), \(sheets) sheets needed. Hosts and departments will see it.")
      + RulesInForce.remark(on: today)
  }
}

/// Who a round could be carried out by (article 5(3)).
private enum Conductor {
  case bureau
  case agency(String)
  case department(String)

  var agency: PlainText? { if case .agency(let name) = self { try? PlainText(name) } else { nil } }
  var department: PlainText? { if case .department(let name) = self { try? PlainText(name) } else { nil } }

  /// What it is called in the form; an agency may have the name of no department.
  var phrase: Phrase {
    switch self {
    case .bureau: Phrase(zh: "市科技局", en: "the bureau")
    case .agency(let name), .department(let name): Phrase(same: name)
    }
  }

  /// What follows from it, before the round is announced.
  var consequence: Phrase {
    switch self {
    case .bureau: Phrase(same: "")
    case .agency(let name): Phrase(zh: "由\(name)组织；", en: "carried out by \(name); ")
    case .department(let name):
      Phrase(zh: "由\(name)组织，只评其归口的中心；", en: "carried out by \(name), for its own centers only; ")
    }
  }
}
