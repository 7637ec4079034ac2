import CenterStore
import Regulation
import Testing

@Suite("Article 25: who was at a panel's meeting is on file")
struct AttendanceTests {
  typealias City = RoundCity

  private func city() throws -> City {
    let city = try City()
    for expert in ["x1", "x2"] {
      try city.store(on: City.day(6, 1)).assignExpert(year: 2026, center: "C1", expert: expert, by: City.bureau)
    }
    return city
  }

  @Test("With the day and who noted it; what is on file already leaves no link, and a change keeps what stood there in the chain")
  func noting() throws {
    let city = try city()
    let store = city.store(on: City.day(6, 2))
    try store.noteAttendance(year: 2026, experts: ["x1", "x2"], isPresent: true, by: City.bureau)
    let links = try city.scratch.links().count
    try store.noteAttendance(year: 2026, experts: ["x1", "x2"], isPresent: true, by: City.bureau)
    #expect(try city.scratch.links().count == links)
    try store.noteAttendance(year: 2026, experts: ["x2"], isPresent: false, by: City.bureau)
    let link = try #require(try city.scratch.links().last)
    #expect(link.act == "assign.attend" && link.change.contains("\"present\":\"yes\"") && link.change.contains("\"present\":\"no\""))
    let told = try store.attendance(year: 2026, by: City.bureau)
    #expect(told.map(\.login) == ["x1", "x2"] && told.map(\.isPresent) == [true, false] && told.allSatisfy { $0.on == City.day(6, 2) })
    #expect(told.allSatisfy { $0.notedBy?.isEmpty == false })
    #expect(try store.verifyChain(by: Scratch.admin).isWhole && store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("Each meeting is a day of its own: the next day nobody is noted yet")
  func days() throws {
    let city = try city()
    try city.store(on: City.day(6, 2)).noteAttendance(year: 2026, experts: ["x1"], isPresent: true, by: City.bureau)
    func noted(_ day: Int) throws -> [Bool?] {
      try city.store(on: City.day(6, day)).panelMembers(year: 2026, center: "C1", by: City.bureau).map { $0.attendance?.isPresent }
    }
    #expect(try noted(2) == [true, nil] && noted(3) == [nil, nil])
    try city.store(on: City.day(6, 3)).noteAttendance(year: 2026, experts: ["x1"], isPresent: false, by: City.bureau)
    #expect(try noted(2) == [true, nil] && noted(3) == [false, nil])
  }

  @Test("Nobody is noted who scores nothing in the round, and in no round that is over; then nothing is written at all")
  func refused() throws {
    let city = try city()
    let store = city.store(on: City.day(6, 2))
    #expect(throws: StoreError.noSuch(.assignment, "2026 x3")) {
      try store.noteAttendance(year: 2026, experts: ["x1", "x3"], isPresent: true, by: City.bureau)
    }
    #expect(try store.attendance(year: 2026, by: City.bureau).isEmpty)
    try store.cancelRound(2026, reason: City.why, by: City.bureau)
    #expect(throws: StoreError.self) { try store.noteAttendance(year: 2026, experts: ["x1"], isPresent: true, by: City.bureau) }
  }
}
