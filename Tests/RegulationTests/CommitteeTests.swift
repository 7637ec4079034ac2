import Regulation
import Testing
import Wording

@Suite("Articles 14 and 15: the committees that an application names")
struct CommitteeTests {
  private func text(_ text: String) throws -> PlainText { try PlainText(text) }

  /// A form with so many members on the advisory committee: of the host, of others, officers; the chair from one of them.
  private func form(
    host: Int = 0, others: Int = 0, officers: Int = 0, unknown: Int = 0, chairOf employer: String? = "外部大学"
  ) throws -> ApplicationForm {
    var form = ApplicationForm()
    form.host.name = try text("依托公司")
    form.coBuilders = [CoBuilder(name: try text("共建大学"))]
    func members(_ count: Int, _ employer: String, _ duty: CommitteeMember.Duty? = nil) throws -> [CommitteeMember] {
      try (0..<count).map { CommitteeMember(name: try text("\(employer)\($0)"), employer: try text(employer), duty: duty) }
    }
    var all = try members(host, "依托公司") + members(others, "外部大学") + members(officers, "外部大学", .officer) + members(unknown, "")
    if let employer { all.append(CommitteeMember(name: try text("主任"), employer: try text(employer), duty: .chair)) }
    form.committees = Committees(advisory: all)
    return form
  }

  private func advisory(_ form: ApplicationForm) -> [Bool?] { form.committeeFindings.filter { $0.article == "15" }.map(\.holds) }

  @Test(
    "At most one third of the advisory committee comes from host and co-builders",
    arguments: [(2, 3, true), (3, 3, false), (3, 4, false), (3, 5, true)])
  func third(host: Int, others: Int, holds: Bool) throws {
    // One officer more belongs to the host, one chair more does not.
    #expect(try advisory(form(host: host - 1, others: others, officers: 1)).first == holds)
  }

  @Test("A member without an employer may be of the host: what would fail with them is unknown, never a pass")
  func unknownEmployer() throws {
    #expect(try advisory(form(others: 2, officers: 1, unknown: 1))[0] == nil)
    #expect(try advisory(form(host: 0, others: 5, officers: 1, unknown: 1)).first == true)
  }

  @Test(
    "Its chair is none of the host's or a co-builder's", arguments: [("外部大学", true), ("依托公司", false), ("共建大学", false)])
  func chair(employer: String, holds: Bool) throws {
    #expect(try advisory(form(others: 9, officers: 1, chairOf: employer))[1] == holds)
  }

  @Test("Without a chair that is named it is unknown; without an officer of the center on it, it fails")
  func missing() throws {
    #expect(try advisory(form(others: 9, officers: 1, chairOf: nil))[1] == nil)
    #expect(try advisory(form(others: 9))[2] == false)
  }

  @Test("The management committee is of host and co-builders only, each co-builder in it")
  func management() throws {
    var form = try form()
    func findings(_ employers: [String]) throws -> [Bool?] {
      form.committees = Committees(
        management: try employers.enumerated().map { CommitteeMember(name: try text("甲\($0)"), employer: try text($1)) })
      return form.committeeFindings.filter { $0.article == "14" }.map(\.holds)
    }
    #expect(try findings(["依托公司", "共建大学"]) == [true, true])
    #expect(try findings(["依托公司"]) == [true, false])
    #expect(try findings(["依托公司", "共建大学", "外部大学"]) == [false, true])
    #expect(try findings(["依托公司", "共建大学", ""]) == [nil, true])
    form.coBuilders = []
    #expect(try findings(["依托公司"]) == [true])
  }

  @Test(
    "An officer of the center is of whoever employs them; whom neither host nor co-builder employs is of the host",
    arguments: ["共建大学", "外部大学", ""])
  func officers(employer: String) throws {
    var form = try form()
    form.committees = Committees(management: [
      CommitteeMember(name: try text("甲"), employer: try text("依托公司")),
      CommitteeMember(name: try text("乙"), employer: try text(employer), duty: .officer),
    ])
    #expect(form.committeeFindings.filter { $0.article == "14" }.map(\.holds) == [true, employer == "共建大学"])
  }

  @Test("A form that names none is unknown in both, and article 9 does not look at it")
  func none() {
    let form = ApplicationForm()
    #expect(form.committeeFindings.map(\.holds) == [nil, nil])
  }
}
