import CenterStore
import Foundation
import Regulation
import Testing

@Suite("Where a center stands among its peers: the one aggregate that crosses what one may see")
struct PeerTests {
  private let code = FactCode("1.1.a")

  /// Due centers of one field, each with a figure of the same item; `nil`: left empty. The first one is looked at.
  private func standing(
    _ figures: [Int?], field: @Sendable (Int) -> String = { _ in "新材料" }, certified: @Sendable (Int) -> String = { _ in "2020-01-01" },
    status: @Sendable (Int) -> CenterStatus = { _ in .active }
  ) throws -> PeerStanding? {
    let scratch = try Scratch()
    let store = scratch.store
    _ = try store.importCenters(
      try figures.indices.map { index in
        Numbered(
          index + 2,
          CenterRecord(
            code: try PlainText("C\(index)"), name: try PlainText("中心\(index)"), host: try PlainText("单位\(index)"), hostKind: .enterprise,
            department: try PlainText("献县科学技术局"), field: try PlainText(field(index)),
            certifiedOn: try #require(Day(parsing: certified(index))), status: status(index)))
      }, by: Scratch.bureau)
    try store.openRound(2026, by: Scratch.bureau)
    let code = try #require(self.code)
    _ = try store.importFacts(
      year: 2026,
      try figures.enumerated().map { index, figure in
        Numbered(
          index + 2,
          FactRecord(
            center: try PlainText("C\(index)"), fact: code, year: nil, value: figure.map { .count($0) }, note: try PlainText("说明")))
      }, by: Scratch.bureau)
    return try store.peerStandings(year: 2026, center: "C0", by: Scratch.bureau)[FactKey(code)]
  }

  @Test(
    "Eight different figures fall two to a quarter",
    arguments: [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3), (7, 4), (8, 4)])
  func quartiles(own: Int, quartile: Int) throws {
    let standing = try standing([own] + (1...8).filter { $0 != own })
    #expect(standing?.quartile == quartile && standing?.peers == 8)
  }

  @Test("Equal figures stand together in the middle of the places that they share")
  func ties() throws {
    #expect(try standing([5, 5, 5, 5, 5])?.quartile == 3)
    #expect(try standing([0, 0, 0, 9, 9, 9])?.quartile == 2)
    #expect(try standing([9, 0, 0, 0, 9, 9])?.quartile == 4)
  }

  @Test("Fewer than five are not told: an empty figure, another field, a young or a revoked center counts for none")
  func suppression() throws {
    #expect(try standing([1, 2, 3, 4]) == nil)
    #expect(try standing([1, 2, 3, 4, nil]) == nil)
    #expect(try standing([nil, 2, 3, 4, 5, 6]) == nil)
    #expect(try standing([1, 2, 3, 4, 5], field: { $0 == 4 ? "管道装备" : "新材料" }) == nil)
    #expect(try standing([1, 2, 3, 4, 5], certified: { $0 == 4 ? "2025-01-01" : "2020-01-01" }) == nil)
    #expect(try standing([1, 2, 3, 4, 5], status: { $0 == 4 ? .revoked : .active }) == nil)
    #expect(try standing([1, 2, 3, 4, 5])?.quartile == 1)
  }

  @Test("A form that is not handed in cannot be felt through it")
  func handedInOnly() throws {
    let city = try City()
    #expect(try city.store.peerStandings(year: 2026, center: "C1", by: City.acting(.host)).isEmpty)
  }
}
