import Interchange
import Regulation
import TableFiles
import Testing

@Suite("An application as a document")
struct ApplicationDocumentTests {
  @Test("What is written is read as the same form, and written again byte for byte the same")
  func roundTrip() throws {
    var form = ApplicationForm()
    form.callYear = 2026
    form.host.kind = .institute
    form.host.lastYearRevenue = try ExactDecimal(parsing: "999.995")
    form.coBuilders = [CoBuilder(name: try PlainText("河间管业"), agreement: .signed([.form])), CoBuilder(agreement: .complete)]
    form.hostShare.staff = .percent(try ExactDecimal(parsing: "66.6"))
    form.documents = []
    let document = ApplicationDocument(form, registration: ["number": "2026-001", "state": "draft"])
    let text = JSONWriter.text(document.json)
    let again = try ApplicationDocument(try JSONReader.read(text))
    #expect(JSONWriter.text(again.json) == text)
    #expect(again.registration == document.registration)
    #expect(again.form.host == form.host && again.form.hostShare == form.hostShare && again.form.documents == [])
    #expect(again.form.coBuilders?.map(\.agreement) == [.unsigned, .complete])
  }

  @Test("A counted share is written as a percentage that never reaches what the counts do not")
  func counted() throws {
    var form = ApplicationForm()
    form.hostShare.staff = .counted(host: 59_999, total: 100_000)
    #expect(ApplicationDocument(form).json["host_share"]?["staff"] == .number("59.99"))
  }

  @Test("A missing field and null are unknown alike")
  func unknown() throws {
    let missing = try ApplicationDocument(try JSONReader.read("{}"))
    #expect(missing.form == ApplicationForm())
    #expect(try ApplicationDocument(missing.json).form == ApplicationForm())
  }

  @Test(
    "A share is 0 to 100, both included; a figure is 0 or more",
    arguments: [
      ("{\"host_share\":{\"staff\":0}}", nil), ("{\"host_share\":{\"staff\":100}}", nil), ("{\"host_share\":{\"staff\":100.00}}", nil),
      ("{\"host_share\":{\"staff\":100.01}}", "host_share.staff"), ("{\"host_share\":{\"staff\":-0.01}}", "host_share.staff"),
      ("{\"fixed_staff\":0}", nil), ("{\"fixed_staff\":10.0}", nil), ("{\"fixed_staff\":-1}", "fixed_staff"),
      ("{\"fixed_staff\":10.5}", "fixed_staff"), ("{\"host\":{\"last_year_revenue\":-1}}", "host.last_year_revenue"),
      ("{\"host\":{\"last_year_revenue\":1e400}}", "host.last_year_revenue"), ("{\"co_builders\":[null]}", "co_builders[0]"),
      ("{\"documents\":[\"a\",null]}", "documents[1]"), ("{\"host\":[]}", "host"), ("{\"Host\":{}}", "Host"), ("[]", ""), ("null", ""),
    ] as [(String, String?)])
  func ranges(_ text: String, _ path: String?) throws {
    let value = try JSONReader.read(text)
    guard let path else {
      _ = try ApplicationDocument(value)
      return
    }
    let error = #expect(throws: ApplicationDocumentError.self) { try ApplicationDocument(value) }
    #expect(error?.problems.map(\.path) == [path])
    #expect(error?.problems.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty } == true)
  }
}
