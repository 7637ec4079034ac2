import ApplicationsForTests
import Testing

@testable import Regulation

@Suite("Article 9.8: building jointly")
struct Article9_8Tests {
  typealias Verdict = EligibilityFinding.Verdict

  @Test("Without co-builders it does not apply, whatever the shares; unknown co-builders make it unknown, whatever the shares")
  func none() throws {
    for share in [Share.percent(0), .percent(100), nil] {
      let form = ApplicationForm.eligible.with { $0.hostShare.staff = share }
      #expect(try form.with { $0.coBuilders = [] }.verdict("9.8") == .notApplicable)
      #expect(try form.with { $0.coBuilders = nil }.verdict("9.8") == .unknown)
    }
    #expect(try ApplicationForm.eligible.with { $0.coBuilders = [] }.check().verdict == .yes)
  }

  static let shares: [WritableKeyPath<HostShare, Share?> & Sendable] = [\.conditions, \.staff, \.projects, \.results]

  @Test(
    "Each of the host’s four shares is 60 % or more",
    arguments: shares,
    [
      ("60", .pass), ("60.00", .pass), ("100", .pass), ("60.000000000000000001", .pass), ("59.99", .fail), ("59.999999999999999999", .fail),
      ("0", .fail),
      (nil, .unknown),
    ] as [(String?, Verdict)])
  func share(_ path: WritableKeyPath<HostShare, Share?> & Sendable, _ example: (String?, Verdict)) throws {
    let share = try example.0.map { Share.percent(try ExactDecimal(parsing: $0)) }
    #expect(try ApplicationForm.eligible.with { $0.hostShare[keyPath: path] = share }.verdict("9.8") == example.1)
  }

  @Test(
    "Counted shares are compared in whole figures: 5·host ≥ 3·total",
    arguments: [
      (3, 5, .pass), (6, 10, .pass), (5, 9, .fail), (2, 3, .pass), (59_999, 100_000, .fail), (60_000, 100_000, .pass), (5, 5, .pass),
      (0, 5, .fail), (1, 1, .pass), (0, 1, .fail), (0, 0, .unknown), (6, 5, .unknown), (-1, 5, .unknown),
      (3 * (Int.max / 5), Int.max / 5 * 5, .pass), (3 * (Int.max / 5) - 1, Int.max / 5 * 5, .fail),
    ] as [(Int, Int, Verdict)])
  func counted(_ host: Int, _ total: Int, _ verdict: Verdict) throws {
    let share = Share.counted(host: host, total: total)
    #expect(try ApplicationForm.eligible.with { $0.hostShare.projects = share }.verdict("9.8") == verdict)
  }

  @Test(
    "Counts that cannot be true are wrong, not missing: it is said what would be right",
    arguments: [
      (6, 5, "依托单位科研项目占比：“6/5”不对，依托单位的须在 0 至 5 之间"), (-1, 5, "依托单位科研项目占比：“-1/5”不对，依托单位的须在 0 至 5 之间"),
      (0, 0, "依托单位科研项目占比：“0/0”的总数须大于 0"),
    ])
  func impossible(_ host: Int, _ total: Int, _ message: String) throws {
    let form = ApplicationForm.eligible.with { $0.hostShare.projects = .counted(host: host, total: total) }
    let finding = try #require(Eligibility(form, places: try Places.standard.get())["9.8"])
    #expect(finding.message.zh == message && finding.reason.zh == message)
    let other = try #require(Eligibility(form.with { $0.hostShare.staff = nil }, places: try Places.standard.get())["9.8"])
    #expect(other.message.zh.hasPrefix(message + "；请补填：") && !other.message.zh.hasSuffix("依托单位科研项目占比"))
  }

  @Test("A counted share never shows 60 % that it does not reach")
  func rounded() throws {
    #expect(Share.counted(host: 59_999, total: 100_000).percentage == (try ExactDecimal(parsing: "59.99")))
    #expect(Share.counted(host: 3, total: 5).percentage == 60)
    #expect(Share.counted(host: 2, total: 3).percentage?.description == "66.66")
    #expect(Share.counted(host: 0, total: 0).percentage == nil)
  }

  @Test(
    "There is a signed agreement with each co-builder: one unsigned fails, else one unknown is unknown",
    arguments: [
      ([.complete], .pass), ([.complete, .complete], .pass), ([.complete, .unsigned], .fail), ([.unsigned, .unknown], .fail),
      ([.complete, .unknown], .unknown), ([.signed([.form, .people, .tasks])], .fail), ([.signed([])], .fail),
      ([.signed([.form, .people, .tasks, .rightsAndDuties])], .pass),
    ] as [([CoBuildingAgreement], Verdict)])
  func agreements(_ agreements: [CoBuildingAgreement], _ verdict: Verdict) throws {
    let form = ApplicationForm.eligible.with { $0.coBuilders = agreements.map { CoBuilder(name: "某单位", agreement: $0) } }
    #expect(try form.verdict("9.8") == verdict)
    #expect(try form.check()["9.8"]?.basis == .counted)
  }

  @Test("An agreement that leaves a part open is named with the part")
  func named() throws {
    let form = ApplicationForm.eligible.with { $0.coBuilders = [CoBuilder(name: "运河大学", agreement: .signed([.form, .people, .tasks]))] }
    let message = try #require(try form.check()["9.8"]?.message)
    #expect(message.zh.contains("运河大学") && message.zh.contains("权利义务"))
    #expect(message.en.contains("rights and duties"))
  }

  @Test(
    "What an agreement lacks is told exactly; one that is signed is not called unsigned, and one without a name is known by its place",
    arguments: [
      (CoBuilder(agreement: .signed([])), "第 2 家共建单位（名称未填）已签协议，但未写明共建方式、人员、任务分工、权利义务，1 家协议齐全"),
      (CoBuilder(name: "运河大学", agreement: .signed([.form, .people])), "“运河大学”已签协议，但未写明任务分工、权利义务，1 家协议齐全"),
      (CoBuilder(name: "运河大学", agreement: .unsigned), "“运河大学”未签协议，1 家协议齐全"),
      (CoBuilder(name: "运河大学"), "“运河大学”未填是否已签协议，1 家协议齐全"),
      (CoBuilder(name: "运河大学", agreement: .complete), "2 家协议齐全"),
    ])
  func exact(_ second: CoBuilder, _ found: String) throws {
    let form = ApplicationForm.eligible.with { $0.coBuilders?.append(second) }
    #expect(try form.check()["9.8"]?.parts.first?.found.zh == found)
  }
}
