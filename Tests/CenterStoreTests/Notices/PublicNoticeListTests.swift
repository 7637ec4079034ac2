import CenterStore
import Regulation
import Testing

@Suite("Public notices in one list, for everybody (articles 12, 25 and 30)")
struct PublicNoticeListTests {
  private let viewer = Acting("viewer", .desk)

  @Test("The centers to be set up stand there with the working days that are left, and later with what came of them (article 12)")
  func newCenters() throws {
    let city = try ApplicationCity()
    let number = try city.application(after: 7)
    let running = try #require(try city.store(on: ApplicationCity.day(6, 3)).publicNotices(by: viewer).first)
    #expect(
      running.kind == .newCenters(call: 2026) && running.issuedOn == ApplicationCity.day(6, 1) && running.last == ApplicationCity.day(6, 8))
    #expect(running.isOpen && running.workingDaysLeft == 3)
    #expect(running.items.map(\.host) == ["献县甲激光有限公司"] && running.items.first?.isCertified == nil)
    let over = try #require(try city.store(on: ApplicationCity.day(6, 9)).publicNotices(by: viewer).first)
    #expect(!over.isOpen && over.key == running.key)
    let (step, who, day) = ApplicationCity.path[7]
    try city.store(on: day).stepApplication(number, step, by: who)
    let done = try #require(try city.store(on: day).publicNotices(by: viewer).first)
    #expect(done.key == running.key && done.items.first?.isCertified == true && done.items.first?.code == "YS2026-0001")
  }

  @Test("The number of an application is told to those who may see it, and to nobody else")
  func numbers() throws {
    let city = try ApplicationCity()
    let number = try city.application(after: 7)
    let store = city.store(on: ApplicationCity.day(6, 3))
    for who in [ApplicationCity.bureau, ApplicationCity.department, ApplicationCity.host] {
      #expect(try store.publicNotices(by: who).first?.items.first?.application == number)
    }
    for who in ApplicationCity.others { #expect(try store.publicNotices(by: who).first?.items.first?.application == nil) }
  }

  @Test("A revocation stands there from its publication on, with where it was published; nothing can be objected to (article 30)")
  func revocation() throws {
    let city = try City()
    let (store, why) = (city.store, PlainText(literal: "有据"))
    let day = try #require(Day(parsing: "2026-06-01"))
    let number = try store.proposeRevocation(
      of: "C1", RevocationCase(.falsified, findings: [.falsehood: why, .gravity: why], evidence: why), by: Scratch.bureau)
    try store.stepRevocation(number, .reply(why), by: City.acting(.host))
    try store.stepRevocation(number, .revoke(reason: why, document: PlainText("沧科字1号")), by: Scratch.bureau)
    #expect(try store.publicNotices(by: viewer).isEmpty)
    try store.stepRevocation(number, .publish(on: day, where: PlainText("市科技局网站")), by: Scratch.bureau)
    let notice = try #require(try store.publicNotices(by: viewer).first)
    #expect(notice.kind == .revocation(.falsified) && notice.items.map(\.code) == ["C1"])
    #expect(!notice.isOpen && notice.last == nil && notice.place.string == "市科技局网站" && notice.document.string == "沧科字1号")
  }
}
