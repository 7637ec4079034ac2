import ApplicationsForTests
import Testing

@testable import Regulation

@Suite("Article 9.1: the host")
struct Article9_1Tests {
  @Test(
    "is registered in the city, one of its county-level units or its zones, with or without what lies above",
    arguments: [
      ("沧州市", true), ("河北省沧州市", true), ("青县", true), ("沧州市青县", true), ("河北省沧州市青县", true), ("河北省任丘市", true),
      ("孟村回族自治县", true), ("渤海新区", true), ("沧州经济技术开发区", true), ("沧州市沧州高新技术产业开发区", true), (" 沧县 ", true),
      ("沧州", false), ("河北省", false), ("石家庄市", false), ("河北省石家庄市", false), ("沧州市石家庄市", false), ("沧州市沧州市", false),
      ("青县 ，河北", false), ("天津市青县", false), ("新华", false), ("", false), ("  ", false),
    ])
  func place(_ text: String, _ passes: Bool) throws {
    let place = try PlainText.of(text)
    #expect(try ApplicationForm.eligible.with { $0.host.registeredIn = place }.verdict("9.1") == (passes ? .pass : .fail))
  }

  @Test(
    "lies in the unit that the place names, whatever stands before it; the city where it names no more, and none elsewhere",
    arguments: [
      ("黄骅市", "黄骅市"), ("沧州市黄骅市", "黄骅市"), ("河北省黄骅市", "黄骅市"), (" 沧州市渤海新区", "渤海新区"), ("河北省沧州市", "沧州市"),
      ("黄骅", nil), ("石家庄市", nil), ("", nil),
    ] as [(String, String?)])
  func unit(_ text: String, _ unit: String?) throws { #expect(try Places.standard.get().unit(of: PlainText.of(text)) == unit) }

  @Test(
    "is of one of the four kinds; whether another counts is for a person",
    arguments: [
      (.enterprise, .pass), (.university, .pass), (.institute, .pass), (.technical, .pass), (.other, .unknown), (nil, .unknown),
    ] as [(HostKind?, EligibilityFinding.Verdict)])
  func kind(_ kind: HostKind?, _ verdict: EligibilityFinding.Verdict) throws {
    #expect(try ApplicationForm.eligible.with { $0.host.kind = kind }.verdict("9.1") == verdict)
  }

  @Test("of another kind counts or not as a person says, with name, date and reason", arguments: [true, false])
  func judged(_ holds: Bool) throws {
    let day = try #require(Day(2026, 5, 6))
    let judgement = try EligibilityJudgement(.hostKind, holds: holds, by: "王科长", on: day, reason: "民办非企业单位，从事技术研发")
    let form = ApplicationForm.eligible.with { $0.host.kind = .other }
    let finding = try #require(try form.check(knowing: .init(judgements: [judgement]))["9.1"])
    #expect(finding.verdict == (holds ? .pass : .fail))
    #expect(finding.basis == .judged)
    #expect(finding.parts.first { $0.subject == .hostKind }?.judgement == judgement)
  }

  @Test("is judged by nobody without name or reason, nor where paper decides")
  func noJudgement() throws {
    let day = try #require(Day(2026, 5, 6))
    #expect(throws: Refusal.self) { try EligibilityJudgement(.hostKind, holds: true, by: "", on: day, reason: "理由") }
    #expect(throws: Refusal.self) { try EligibilityJudgement(.hostKind, holds: true, by: "王科长", on: day, reason: "") }
    for subject in [EligibilitySubject.fixedStaff, .lastYearRevenue, .registeredIn, .legalPerson, .documents, .shareOfStaff] {
      #expect(throws: Refusal.self) { try EligibilityJudgement(subject, holds: true, by: "王科长", on: day, reason: "理由") }
    }
  }

  @Test("What a person judged not to be there is told with their reason, and is not the host's to correct; what else fails still is")
  func reasonOfJudgement() throws {
    let day = try #require(Day(2026, 5, 6))
    let no = try EligibilityJudgement(.technicalAdvantage, holds: false, by: "王科长", on: day, reason: "未见佐证")
    let finding = try #require(try ApplicationForm.eligible.check(knowing: .init(judgements: [no]))["9.1"])
    #expect(finding.reason.zh == "相关领域明显技术优势和影响力：申报具备，认定不具备，理由是“未见佐证”")
    #expect(
      finding.reason.en == "clear technical advantage and influence: stated, judged “is not there”, because “未见佐证”")
    #expect(finding.message == finding.reason)
    let both = try #require(
      try ApplicationForm.eligible.with { $0.host.legalPerson = false }.check(knowing: .init(judgements: [no]))["9.1"])
    #expect(both.message.zh.contains("法人资格：不具备，要求：具备；") && both.message.zh.contains("填写有误的请更正"))
  }

  @Test("A person’s judgement turns a doubt into a fail, and never what the host itself denies into a pass")
  func limits() throws {
    let day = try #require(Day(2026, 5, 6))
    let yes = try EligibilityJudgement(.technicalAdvantage, holds: true, by: "王科长", on: day, reason: "行业领先")
    let no = try EligibilityJudgement(.technicalAdvantage, holds: false, by: "王科长", on: day, reason: "无专利")
    let form = ApplicationForm.eligible
    #expect(try form.verdict("9.1", knowing: .init(judgements: [no])) == .fail)
    #expect(try form.with { $0.host.technicalAdvantage = nil }.verdict("9.1", knowing: .init(judgements: [yes])) == .pass)
    #expect(try form.with { $0.host.technicalAdvantage = false }.verdict("9.1", knowing: .init(judgements: [yes])) == .fail)
    #expect(try form.verdict("9.1", knowing: .init(judgements: [no, yes])) == .pass)
  }
}

@Suite("Article 9.2: an enterprise, and any other host")
struct Article9_2Tests {
  @Test(
    "An enterprise needs revenue of 1000 and spending on technology of 100, in 10,000 yuan; the figure itself is enough",
    arguments: [
      ("1000", "100", .pass), ("1000.00", "1e2", .pass), ("1000.01", "100.01", .pass), ("999.99", "100", .fail), ("1000", "99.99", .fail),
      ("999.999999999999999999", "100", .fail), ("1000", "99.999999999999999999", .fail), ("0", "0", .fail), ("9.99e2", "100", .fail),
      (nil, "100", .unknown), ("1000", nil, .unknown), (nil, "99", .fail), ("999", nil, .fail),
    ] as [(String?, String?, EligibilityFinding.Verdict)])
  func money(_ revenue: String?, _ spending: String?, _ verdict: EligibilityFinding.Verdict) throws {
    let revenue = try revenue.map { try ExactDecimal(parsing: $0) }
    let spending = try spending.map { try ExactDecimal(parsing: $0) }
    let form = ApplicationForm.eligible.with {
      $0.host.lastYearRevenue = revenue
      $0.host.lastYearTechnologySpending = spending
    }
    #expect(try form.verdict("9.2") == verdict)
    #expect(try form.check()["9.2"]?.basis == .counted)
  }

  @Test(
    "An enterprise needs a research unit of its own",
    arguments: [(true, .pass), (false, .fail), (nil, .unknown)] as [(Bool?, EligibilityFinding.Verdict)])
  func unit(_ unit: Bool?, _ verdict: EligibilityFinding.Verdict) throws {
    #expect(try ApplicationForm.eligible.with { $0.host.independentRDUnit = unit }.verdict("9.2") == verdict)
  }

  @Test(
    "Any other host needs one co-building enterprise within Hebei, and neither revenue nor a research unit",
    arguments: [HostKind.university, .institute, .technical, .other],
    [
      ([(.enterprise, "河北省")], .pass), ([(.enterprise, "河北")], .pass), ([(.enterprise, "天津市")], .fail), ([], .fail),
      ([(.university, "河北省")], .fail), ([(.university, "河北省"), (.enterprise, "河北省")], .pass), ([(.enterprise, nil)], .unknown),
      ([(nil, "河北省")], .unknown), ([(nil, "天津市")], .fail), ([(.institute, nil)], .fail), ([(.enterprise, "")], .fail),
      ([(.enterprise, nil), (.enterprise, "河北省")], .pass), (nil, .unknown),
    ] as [([(HostKind?, String?)]?, EligibilityFinding.Verdict)])
  func coBuilders(_ kind: HostKind, _ example: ([(HostKind?, String?)]?, EligibilityFinding.Verdict)) throws {
    let coBuilders = try example.0?.map { CoBuilder(kind: $0.0, province: try $0.1.map(PlainText.of), agreement: .complete) }
    let form = ApplicationForm.eligible.with {
      $0.host.kind = kind
      $0.host.lastYearRevenue = 0
      $0.host.independentRDUnit = false
      $0.coBuilders = coBuilders
    }
    #expect(try form.verdict("9.2") == example.1)
  }

  @Test("A host of unknown kind is unknown, whatever its figures")
  func unknownKind() throws {
    #expect(try ApplicationForm.eligible.with { $0.host.kind = nil }.verdict("9.2") == .unknown)
    let poor = ApplicationForm.eligible.with {
      $0.host.kind = nil
      $0.host.lastYearRevenue = 1
    }
    #expect(try poor.verdict("9.2") == .unknown)
  }

  @Test("A fail says the figure found and the figure asked for")
  func words() throws {
    let finding = try #require(try ApplicationForm.eligible.with { $0.host.lastYearRevenue = 999 }.check()["9.2"])
    for language in [finding.message.zh, finding.message.en] { #expect(language.contains("999") && language.contains("1000")) }
    #expect(finding.found.zh.contains("999 万元") && finding.required.zh.contains("1000 万元"))
  }
}

@Suite("Article 9.4: strength and credit")
struct Article9_4Tests {
  @Test(
    "A credit check on file weighs more than the host’s statement: the latest counts, of two on one day the bad one",
    arguments: [
      (true, [], .pass), (false, [], .fail), (nil, [], .unknown), (true, [(1, false)], .fail), (nil, [(1, true)], .pass),
      (nil, [(1, false)], .fail), (false, [(1, true)], .fail), (true, [(1, false), (2, true)], .pass),
      (true, [(2, true), (3, false)], .fail),
      (true, [(2, false), (2, true)], .fail), (true, [(2, true), (2, false)], .fail),
    ] as [(Bool?, [(Int, Bool)], EligibilityFinding.Verdict)])
  func credit(_ stated: Bool?, _ checks: [(Int, Bool)], _ verdict: EligibilityFinding.Verdict) throws {
    let checks = try checks.map { try CreditCheck(on: Day(number: 20_000 + $0.0), source: "信用中国", isGood: $0.1, result: "查询记录") }
    let form = ApplicationForm.eligible.with { $0.host.creditGood = stated }
    #expect(try form.verdict("9.4", knowing: .init(creditChecks: checks)) == verdict)
  }

  @Test(
    "What a check decided rests on the check; what the host denies rests on the host’s word, and without a check the statement is all there is",
    arguments: [(true, true, .checked), (nil, true, .checked), (true, false, .checked), (false, true, .declared), (true, nil, .declared)]
      as [(Bool?, Bool?, EligibilityFinding.Basis)])
  func rests(_ stated: Bool?, _ isGood: Bool?, _ basis: EligibilityFinding.Basis) throws {
    let checks = try isGood.map { [try CreditCheck(on: Day(number: 20_000), source: "信用中国", isGood: $0, result: "查询记录")] } ?? []
    let finding = try ApplicationForm.eligible.with { $0.host.creditGood = stated }.check(knowing: .init(creditChecks: checks))["9.4"]
    #expect(finding?.basis == basis)
    #expect(finding?.parts.first?.check == (basis == .checked ? checks.first : nil))
  }

  @Test("A check without source, and a bad one without words, are refused")
  func incomplete() {
    #expect(throws: Refusal.self) { try CreditCheck(on: Day(number: 1), source: "", isGood: true, result: "无") }
    #expect(throws: Refusal.self) { try CreditCheck(on: Day(number: 1), source: "信用中国", isGood: false, result: "") }
  }
}
