import CenterStore
import Interchange
import Regulation
import TableFiles
import Testing

@Suite("Applications in and out: an array of the documents that `check` reads")
struct ApplicationImportTests {
  private func change(_ bench: Bench, _ old: String, _ new: String) throws -> String {
    let text = try bench.give(.applications)
    try #require(text.contains(old))
    return text.replacingOccurrences(of: old, with: new)
  }

  @Test("Every exported document is one that `check` reads, and says the same of it")
  func checkable() throws {
    let bench = try Bench.filled()
    guard case .array(let documents) = try JSONReader.read(try bench.give(.applications)) else { throw Wrong.shape }
    let places = try Places.standard.get()
    let verdicts = try documents.map { Eligibility(try ApplicationDocument($0).form, places: places).verdict }
    #expect(verdicts == [.yes, .no])
  }

  @Test("A draft is changed by a file; nothing else is")
  func drafts() throws {
    let bench = try Bench.filled()
    let report = try bench.take(.applications, change(bench, "\"name\": \"\",", "\"name\": \"沧州市铸造技术创新中心\","))
    #expect(report.changed == 1 && report.unchanged == 1)
    #expect(try bench.give(.applications).contains("沧州市铸造技术创新中心"))
  }

  @Test(
    "What is with others is not changed, and no file takes a step or moves an application",
    arguments: [
      ("\"fixed_staff\": 10", "\"fixed_staff\": 11", "number"), ("\"state\": \"submitted\"", "\"state\": \"recommended\"", "state"),
      ("\"department\": \"泊头市科学技术局\"", "\"department\": \"沧州市教育局\"", "department"),
      ("\"applicant\": \"host\"", "\"applicant\": \"bureau\"", "applicant"),
    ])
  func others(old: String, new: String, column: String) throws {
    let bench = try Bench.filled()
    let head = try bench.head
    let report = try bench.take(.applications, change(bench, old, new))
    #expect(report.problems.errors.first?.row == 1 && report.problems.errors.first?.column == column)
    #expect(try bench.head == head)
  }

  @Test("That a year has no call is told once, with what to do, however many applications ask for it; nothing comes in")
  func withoutCall() throws {
    let bench = try Bench.filled()
    let head = try bench.head
    let one = "{\"call_year\": 2027, \"department\": \"沧州市教育局\", \"applicant\": \"host\"}"
    let report = try bench.take(.applications, "[\(one), \(one), \(one)]")
    #expect(report.problems.errors.count == 1)
    #expect(report.problems.errors.first?.phrase(counting: .elements).zh.contains("“2027”年度还没有申报通知") == true)
    #expect(report.problems.errors.first?.message.zh.contains("请市科技局先在评审台“申报通知”中发布") == true)
    #expect(try bench.head == head)
  }

  @Test("A new one needs a call, a department and a host; states that hold decisions come from steps on the desk only")
  func new() throws {
    let bench = try Bench.filled()
    func column(_ fields: String) throws -> String? {
      try bench.take(.applications, "[{\"number\": \"X1\"\(fields)}]").problems.errors.first?.column
    }
    let lawful = ", \"call_year\": 2026, \"department\": \"沧州市教育局\", \"applicant\": \"host\""
    #expect(try column("") == "call_year")
    #expect(try column(", \"call_year\": 2027, \"department\": \"沧州市教育局\", \"applicant\": \"host\"") == "call_year")
    #expect(try column(", \"call_year\": 2026, \"applicant\": \"host\"") == "department")
    #expect(try column(", \"call_year\": 2026, \"department\": \"沧州市教育局\"") == "applicant")
    for state in ["certified", "on_notice", "withdrawn"] { #expect(try column(lawful + ", \"state\": \"\(state)\"") == "state") }
    #expect(try column(lawful + ", \"state\": \"gone\"") == "state")
    #expect(try column(lawful + ", \"own_ip\": -1") == "own_ip")
    #expect(try column(lawful + ", \"unheard\": 1") == "unheard")
    #expect(try column(lawful + ", \"state\": \"submitted\"") == "state", "no documents, no declaration")
    #expect(try column(lawful) == nil)
    #expect(try bench.take(.applications, "[{\"call_year\": 2026, \"department\": \"沧州市教育局\", \"applicant\": \"host\"}]").new == 1)
    #expect(try bench.give(.applications).contains("SQ2026-0003"))
  }

  @Test("A host brings in its own only: another's number answers as one that is not there")
  func own() throws {
    let bench = try Bench.filled()
    try bench.take(.organizations, "name\n乙公司\n")
    try bench.take(.users, "login,name,role,organization\nother,乙,host,乙公司\n")
    for number in ["SQ2026-0002", "SQ2026-9999"] {
      let file = "[{\"number\": \"\(number)\", \"call_year\": 2026, \"department\": \"沧州市教育局\"}]"
      #expect(throws: InterchangeError.store(.notPermitted(nil))) { try bench.take(.applications, file, as: "other") }
    }
    #expect(try bench.take(.applications, "[{\"call_year\": 2026, \"department\": \"沧州市教育局\"}]", as: "other").new == 1)
    #expect(try bench.give(.applications, as: "other").contains("SQ2026-0003"))
    #expect(!(try bench.give(.applications, as: "other").contains("SQ2026-0001")))
  }

  @Test("A department's part has no drafts and nobody else's; an expert's has nothing that was not opened")
  func parts() throws {
    let bench = try Bench.filled()
    let own = try bench.give(.applications, as: "dept")
    #expect(own.contains("SQ2026-0001") && !own.contains("SQ2026-0002"))
    #expect(try bench.give(.applications, as: "e1") == "[]\n")
  }

  @Test("What a file cannot say of agreements and counted shares stays as it is on the desk")
  func refined() throws {
    let bench = try Bench.filled()
    let host = Acting("host", .desk)
    var form = try bench.store.application("SQ2026-0002", by: host).form
    form.coBuilders = [CoBuilder(name: try PlainText("运河大学"), agreement: .signed([.form, .tasks]), people: [try PlainText("王某")])]
    form.hostShare.staff = .counted(host: 2, total: 3)
    try bench.store.saveApplication("SQ2026-0002", form, by: host)
    let head = try bench.head
    #expect(try bench.take(.applications, bench.give(.applications)).unchanged == 2)
    #expect(try bench.head == head)
    #expect(try bench.store.application("SQ2026-0002", by: host).form == form)
  }

  @Test("Documents go out with their application and come in again; a new one and a corrected one are entered, the others stay")
  func documents() throws {
    let bench = try Bench.filled()
    let (bureau, subject) = (Acting("bureau", .desk), AttachmentSubject.application("SQ2026-0002"))
    let digest = try #require(Digest256(hex: String(repeating: "ab", count: 32)))
    try bench.store.attach(
      AttachmentEntry(
        title: try PlainText("审计报告"), kind: try PlainText("审计"), date: Day(2026, 3, 1), file: try PlainText("a.pdf"),
        location: try PlainText("二号柜"), digest: digest, proves: [.condition("9.2"), .condition("10"), .step(1), .creditCheck(1)]),
      to: subject, by: bureau)
    try bench.store.attach(AttachmentEntry(title: try PlainText("专利清单")), to: subject, by: bureau)
    let file = try bench.give(.applications)
    #expect(file.contains("\"title\": \"审计报告\"") && file.contains("\"sha256\": \"\(digest)\""))
    let words = ["\"10\"", "\"9.2\"", "\"step/1\"", "\"credit/1\""]
    #expect(words.allSatisfy { file.contains($0) })
    let head = try bench.head
    #expect(try bench.take(.applications, file).unchanged == 2)
    #expect(try bench.head == head)
    let report = try bench.take(.applications, file.replacingOccurrences(of: "二号柜", with: "三号柜"))
    #expect(report.changed == 1 && report.unchanged == 1)
    try bench.take(
      .applications, "[{\"number\": \"SQ2026-0002\", \"call_year\": 2026, \"attachments\": [{\"title\": \"章程\", \"proves\": [\"9.7\"]}]}]")
    let documents = try bench.store.attachments(of: subject, by: bureau).map(\.entry)
    #expect(documents.map(\.title.string).sorted() == ["专利清单", "审计报告", "章程"].sorted())
    #expect(documents.first { $0.title.string == "审计报告" }?.location.string == "三号柜")
    // The same again says the same, byte for byte.
    let again = try bench.give(.applications)
    #expect(try bench.take(.applications, again).unchanged == 2)
    #expect(try bench.give(.applications) == again)
  }

  @Test(
    "What is wrong with a document is told by its place, and nothing comes in",
    arguments: [
      ("{}", "attachments[0].title"), ("{\"title\": \"甲\", \"date\": \"3月\"}", "attachments[0].date"),
      ("{\"title\": \"甲\", \"sha256\": \"12\"}", "attachments[0].sha256"),
      ("{\"title\": \"甲\", \"proves\": [\"3.3.f\"]}", "attachments[0].proves"),
      ("{\"title\": \"甲\", \"proves\": [\"step/0\"]}", "attachments[0].proves"),
      ("{\"title\": \"甲\", \"proves\": [\"credit/x\"]}", "attachments[0].proves"),
      ("{\"title\": \"甲\", \"pages\": 3}", "attachments[0].pages"), ("{\"title\": \"甲\"}, {\"title\": \"甲\"}", "attachments"),
      ("{\"title\": \"甲\", \"proves\": [\"step/1\"]}", "attachments"),
      ("{\"title\": \"甲\", \"proves\": [\"credit/1\"]}", "attachments"),
    ])
  func wrongDocuments(entries: String, column: String) throws {
    let bench = try Bench.filled()
    let head = try bench.head
    // What proves a step or a credit check is staff's to enter.
    let file = "[{\"number\": \"SQ2026-0002\", \"call_year\": 2026, \"attachments\": [\(entries)]}]"
    let report = try bench.take(.applications, file, as: "host")
    #expect(report.problems.errors.map(\.column) == [column])
    #expect(try bench.head == head && bench.store.attachments(of: .application("SQ2026-0002"), by: Acting("host", .desk)).isEmpty)
  }

  @Test("What others have in hand gets no document from its host's file", arguments: ["host", "bureau"])
  func documentsOfOthers(login: String) throws {
    let bench = try Bench.filled()
    let file = try bench.give(.applications).replacingOccurrences(of: "\"attachments\": []", with: "\"attachments\": [{\"title\": \"甲\"}]")
    let report = try bench.take(.applications, file, as: login)
    #expect(report.problems.errors.map(\.column) == (login == "host" ? ["attachments"] : []))
  }

  private enum Wrong: Error { case shape }
}
