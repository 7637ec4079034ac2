import ApplicationsForTests
import Foundation
import Testing

@testable import Regulation

@Suite("Articles 9 and 10 together")
struct EligibilityTests {
  @Test("An application that just meets every condition is eligible")
  func eligible() throws {
    let eligibility = try ApplicationForm.eligible.check()
    #expect(eligibility.findings.map(\.article) == ["9.1", "9.2", "9.3", "9.4", "9.5", "9.6", "9.7", "9.8", "10"])
    #expect(eligibility.findings.allSatisfy { $0.verdict == .pass })
    #expect(eligibility.flags.isEmpty)
    #expect(eligibility.verdict == .yes)
    let bases = eligibility.findings.filter { $0.basis == .counted }.map(\.article)
    #expect(bases == ["9.2", "9.5", "9.8"])
  }

  @Test("An empty form is undetermined, and no unknown field is ever a pass")
  func empty() throws {
    let eligibility = try ApplicationForm().check()
    #expect(eligibility.findings.allSatisfy { $0.verdict == .unknown })
    #expect(eligibility.verdict == .undetermined)
    #expect(eligibility.findings.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty && !$0.found.zh.isEmpty })
  }

  static let answers: [(String, WritableKeyPath<ApplicationForm, Bool?> & Sendable)] = [
    ("9.1", \.host.legalPerson), ("9.1", \.host.technicalAdvantage), ("9.2", \.host.independentRDUnit),
    ("9.3", \.industryUniversityCooperation), ("9.3", \.projectCapability), ("9.3", \.transferExperience), ("9.3", \.resourceIntegration),
    ("9.4", \.host.creditGood), ("9.4", \.host.guaranteeConditions), ("9.5", \.teamStructureSound), ("9.6", \.premises),
    ("9.6", \.instruments), ("9.6", \.pilotTest), ("9.6", \.inspection), ("10", \.declarationSigned),
  ]

  @Test("Each part is looked at: denied it fails its condition and the whole, unknown it leaves both open", arguments: answers)
  func parts(_ article: String, _ path: WritableKeyPath<ApplicationForm, Bool?> & Sendable) throws {
    for (value, verdict, whole) in [(true, .pass, .yes), (false, .fail, .no), (nil, .unknown, .undetermined)]
      as [(Bool?, EligibilityFinding.Verdict, Eligibility.Verdict)]
    {
      let eligibility = try ApplicationForm.eligible.with { $0[keyPath: path] = value }.check()
      #expect(eligibility[article]?.verdict == verdict)
      #expect(eligibility.verdict == whole)
      #expect(eligibility.findings.filter { $0.article != article }.allSatisfy { $0.verdict == .pass })
    }
  }

  @Test(
    "One part that fails fails the condition, although another is unknown; one condition that fails decides, although others are unknown")
  func failBeforeUnknown() throws {
    let form = ApplicationForm.eligible.with {
      $0.premises = false
      $0.instruments = nil
      $0.leader = nil
    }
    let eligibility = try form.check()
    #expect(eligibility["9.6"]?.verdict == .fail)
    #expect(eligibility["9.5"]?.verdict == .unknown)
    #expect(eligibility.verdict == .no)
  }

  @Test(
    "Article 10: titles match after normal form, trimming, and without 《》 and an extension",
    arguments: [
      (["申报书", "实施方案"], nil, .pass), (["《申报书》", "实施方案.pdf"], nil, .pass), (["申报书.DOCX", " 《实施方案》.wps "], nil, .pass),
      (["《申报书.pdf》", "实施方案.ofd"], nil, .pass), (["申报书．ｐｄｆ", "实施方案"], nil, .pass), (["申报书.txt", "实施方案"], nil, .fail),
      (["申报书.pdf.zip", "实施方案"], nil, .fail), (["申报书"], nil, .fail), ([], nil, .fail), (nil, nil, .unknown),
      (["申报书", "实施方案"], ["申报书", "实施方案", "审计报告"], .fail), (["申报书", "实施方案", "审计报告.xlsx"], ["《审计报告》"], .pass),
      (["审计报告"], ["审计报告"], .fail), (["申报书", "实施方案"], [], .pass), (["申报书", "实施方案"], [""], .pass),
    ] as [([String]?, [String]?, EligibilityFinding.Verdict)])
  func documents(_ there: [String]?, _ asked: [String]?, _ verdict: EligibilityFinding.Verdict) throws {
    let there = try there?.map(PlainText.of)
    let asked = try asked?.map(PlainText.of)
    let form = ApplicationForm.eligible.with {
      $0.documents = there
      $0.callDocuments = asked
    }
    #expect(try form.verdict("10") == verdict)
  }

  @Test("Article 10: what is missing is named")
  func missing() throws {
    let form = ApplicationForm.eligible.with { $0.documents = ["申报书"] }
    #expect(try form.check()["10"]?.message.zh.contains("实施方案") == true)
  }

  @Test("A form and what was found of it can be kept and read again")
  func coded() throws {
    let form = ApplicationForm.eligible.with { $0.hostShare.staff = .counted(host: 7, total: 10) }
    #expect(try JSONDecoder().decode(ApplicationForm.self, from: JSONEncoder().encode(form)) == form)
    let eligibility = try form.check()
    #expect(try JSONDecoder().decode(Eligibility.self, from: JSONEncoder().encode(eligibility)) == eligibility)
  }
}

@Suite("Exact decimals")
struct ExactDecimalTests {
  @Test(
    "are read as JSON writes numbers, and kept exactly",
    arguments: [
      ("0", "0"), ("-0", "0"), ("1000", "1000"), ("1e3", "1000"), ("1E+3", "1000"), ("1.50", "1.5"), ("0.1e1", "1"), ("-2.25", "-2.25"),
      ("100e-2", "1"), ("999999999999999.999999999999999999", "999999999999999.999999999999999999"), ("0e999999999999999999999", "0"),
      ("0.000000000000000001", "0.000000000000000001"), ("1000.0000000000000000000000", "1000"),
    ])
  func lawful(_ text: String, _ written: String) throws { #expect(try ExactDecimal(parsing: text).description == written) }

  @Test(
    "are refused where they are none or have more digits than are kept",
    arguments: [
      ("", NumberError.notANumber), ("-", .notANumber), (".5", .notANumber), ("5.", .notANumber), ("1e", .notANumber), ("1e+", .notANumber),
      ("0x10", .notANumber), ("１", .notANumber), ("1 ", .notANumber), ("1e15", .tooLarge), ("1000000000000000", .tooLarge),
      ("1e99999999999999999999", .tooLarge),
      ("1e-19", .tooPrecise), ("1e-99999999999999999999", .tooPrecise), ("0.0000000000000000001", .tooPrecise),
    ] as [(String, NumberError)])
  func unlawful(_ text: String, _ error: NumberError) { #expect(throws: error) { try ExactDecimal(parsing: text) } }

  @Test("know which are below 0; 0 is not", arguments: [("0", false), ("-0", false), ("-0.000000000000000001", true), ("1", false)])
  func negative(_ text: String, _ isNegative: Bool) throws { #expect(try ExactDecimal(parsing: text).isNegative == isNegative) }
}
