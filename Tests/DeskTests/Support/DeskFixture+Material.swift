import CenterStore
import Regulation

extension DeskFixture {
  /// A host that still has to fill in the form of CZ-02, its department, and figures that were imported for it.
  static func withMaterial() throws -> DeskFixture { try withApplications() }

  /// Says of every open place of CZ-02 that there is nothing, but for some items.
  func explainOpen(except left: Set<String> = []) throws {
    let system = try IndicatorSystem.standard.get()
    let form = try store.materialFile(year: 2026, center: "CZ-02", by: DeskFixture.host).form
    for place in form.sheet.open(system) where !left.contains("\(place.code)") {
      try store.saveFact(year: 2026, center: "CZ-02", place, FactEntry(nil, note: text("没有")), by: DeskFixture.host)
    }
    for doubt in try store.materialFile(year: 2026, center: "CZ-02", by: DeskFixture.host).form.submission.unexplained {
      try store.saveRemark(year: 2026, center: "CZ-02", on: doubt.identifier, text("属实"), by: DeskFixture.host)
    }
  }

  /// Hands in the form of CZ-02.
  func handInMaterial() throws {
    try explainOpen()
    try store.declareMaterial(year: 2026, center: "CZ-02", isDeclared: true, by: DeskFixture.host)
    try store.stepRound(2026, .submit("CZ-02"), by: DeskFixture.host)
  }

  /// The form of CZ-02 as somebody sees it.
  func material(by who: Acting = host) throws -> MaterialFile { try store.materialFile(year: 2026, center: "CZ-02", by: who) }
}
