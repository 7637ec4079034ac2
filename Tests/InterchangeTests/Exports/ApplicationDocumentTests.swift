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
}
