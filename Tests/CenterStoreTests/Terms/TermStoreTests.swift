import CenterStore
import Regulation
import Testing

@Suite("Fields, 2+8 industries and county clusters in the store: who keeps them, and what retiring leaves (articles 3 and 8)")
struct TermStoreTests {
  private let city: ApplicationCity
  private let store: CenterStore

  init() throws {
    city = try ApplicationCity()
    store = city.store(on: ApplicationCity.day(3, 20))
  }

  private func term(_ kind: TermKind, _ name: String, _ english: String, county: String = "") throws -> TermRecord {
    TermRecord(kind: kind, name: try PlainText(name), english: try PlainText(english), county: try PlainText(county))
  }

  private func line(_ name: String) throws -> TermLine? {
    try store.terms(by: ApplicationCity.host).first { $0.record.name.string == name }
  }

  @Test("The list begins with the fields of the city's table, in their order, and with no industry and no cluster")
  func beginning() throws {
    let fields = try Places.standard.get().fields
    let terms = try store.terms(by: ApplicationCity.host)
    #expect(terms.map(\.record.name.string) == fields.map(\.zh) && terms.map(\.record.english.string) == fields.map(\.en))
    #expect(terms.allSatisfy { $0.record.kind == .field && $0.retiredOn == nil })
  }

  @Test("What staff enter stands in its list, a field before 其他; the English name can be corrected, and the chain has each state")
  func entered() throws {
    try store.enterTerm(term(.cluster, "肃宁针纺服装集群", "Suning knitwear", county: "肃宁县"), by: ApplicationCity.bureau)
    try store.enterTerm(term(.field, "商业航天", "Space"), by: ApplicationCity.bureau)
    try store.correctTerm(term(.field, "商业航天", "Commercial space"), by: ApplicationCity.bureau)
    #expect(try store.terms(by: ApplicationCity.host).suffix(3).map(\.record.name.string) == ["商业航天", "其他", "肃宁针纺服装集群"])
    #expect(try line("商业航天")?.record.english.string == "Commercial space")
    #expect(try line("肃宁针纺服装集群")?.record.county.string == "肃宁县")
    let told = try store.findLinks(AuditFilter(act: .correctTerm), by: ApplicationCity.bureau).lines
    #expect(told.map(\.object) == ["term/field/商业航天"])
    #expect(try store.examine(by: Scratch.admin).isEmpty)
  }

  @Test(
    "It is refused beside its field: twice in a list, whatever the width; no name, no English; a semicolon; a county of what is no cluster",
    arguments: [
      ("新材料", "New", "", "name"), ("　新材料 ", "New", "", "name"), ("", "New", "", "name"), ("商业航天", "", "", "english"),
      ("商业；航天", "Space", "", "name"), ("商业航天", "Space", "献县", "county"),
    ])
  func refused(_ name: String, _ english: String, _ county: String, _ field: String) throws {
    let record = try term(.field, name, english, county: county)
    let error = #expect(throws: StoreError.self) { try store.enterTerm(record, by: ApplicationCity.bureau) }
    guard case .refused(let refusal) = error else { return #expect(Bool(false), "\(String(describing: error))") }
    #expect(refusal.field == field)
    #expect(!refusal.phrase.zh.isEmpty && !refusal.phrase.en.isEmpty)
  }

  @Test("A cluster stands in one of the city's counties or zones, by its name; another is refused beside its field, entered or corrected")
  func county() throws {
    func refused(_ act: () throws -> Void) {
      let error = #expect(throws: StoreError.self) { try act() }
      guard case .refused(let refusal) = error else { return #expect(Bool(false), "\(String(describing: error))") }
      #expect(refusal.field == "county")
    }
    for county in ["正定县", "沧州市", "随便", "Qingxian"] {
      refused { try store.enterTerm(term(.cluster, "蔬菜集群", "Vegetables", county: county), by: ApplicationCity.bureau) }
    }
    try store.enterTerm(term(.cluster, "蔬菜集群", "Vegetables", county: " 青县"), by: ApplicationCity.bureau)
    refused { try store.correctTerm(term(.cluster, "蔬菜集群", "Vegetables", county: "正定县"), by: ApplicationCity.bureau) }
    try store.correctTerm(term(.cluster, "蔬菜集群", "Vegetables", county: "渤海新区"), by: ApplicationCity.bureau)
    try store.correctTerm(term(.cluster, "蔬菜集群", "Vegetables"), by: ApplicationCity.bureau)
    #expect(try line("蔬菜集群")?.record.county.isEmpty == true)
  }

  @Test(
    "A mistyped name is corrected while nothing on file says it, by an act that the doctor follows; one that is on file is refused with where"
  )
  func renamed() throws {
    try store.enterTerm(term(.field, "商业航夭", "Space"), by: ApplicationCity.bureau)
    try store.enterTerm(term(.cluster, "青县蔬采集群", "Vegetables", county: "青县"), by: ApplicationCity.bureau)
    let number = try line("商业航夭")?.id
    try store.correctTerm(term(.field, "商业航天", "Space"), named: PlainText("商业航夭"), by: ApplicationCity.bureau)
    try store.correctTerm(term(.cluster, "青县蔬菜集群", "Vegetables", county: "青县"), named: PlainText("青县蔬采集群"), by: ApplicationCity.bureau)
    #expect(try line("商业航天")?.id == number && line("商业航夭") == nil && line("青县蔬菜集群") != nil)
    try store.correctTerm(term(.field, "商业航天", "Commercial space"), by: ApplicationCity.bureau)
    #expect(try store.examine(by: Scratch.admin).isEmpty)
    func refused(_ record: TermRecord, named old: String) throws -> Refusal? {
      let error = #expect(throws: StoreError.self) { try store.correctTerm(record, named: PlainText(old), by: ApplicationCity.bureau) }
      if case .refused(let refusal) = error { return refusal }
      return nil
    }
    // Into a name that the list has, and what came with the program.
    #expect(try refused(term(.field, "新材料", "Space"), named: "商业航天")?.field == "name")
    #expect(try refused(term(.field, "新物料", "New"), named: "新材料")?.field == "name")
    // Once a call names it, it stays; its English name can be corrected all the same.
    try store.retireTerm(.field, PlainText("商业航天"), reason: PlainText("并入"), by: ApplicationCity.bureau)
    try store.reinstateTerm(.field, PlainText("商业航天"), by: ApplicationCity.bureau)
    var call = try #require(try store.calls(by: ApplicationCity.bureau).first).call
    call = try Call(
      year: call.year, opensOn: call.opensOn, lastDays: call.lastDays, priorityFields: call.priorityFields + [PlainText("商业航天")],
      furtherDocuments: call.furtherDocuments, minimumExperts: call.minimumExperts)
    try store.publishCall(call, reason: PlainText("增列"), by: ApplicationCity.bureau)
    let refusal = try refused(term(.field, "商业航空", "Space"), named: "商业航天")
    #expect(refusal?.field == "name" && refusal?.phrase.zh.contains("1 次申报通知") == true)
    try store.correctTerm(term(.field, "商业航天", "Space flight"), named: PlainText("商业航天"), by: ApplicationCity.bureau)
    #expect(try store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("A retired field keeps its centers and stays a priority of the call that names it; it is reinstated, and not entered twice")
  func retired() throws {
    #expect(throws: StoreError.self) { try store.retireTerm(.field, PlainText("新材料"), reason: .empty, by: ApplicationCity.bureau) }
    try store.retireTerm(.field, PlainText("新材料"), reason: PlainText("并入他项"), by: ApplicationCity.bureau)
    #expect(try line("新材料")?.retiredOn == ApplicationCity.day(3, 20))
    let roll = try #require(try store.fieldRoll(by: ApplicationCity.bureau).first { $0.name == "新材料" })
    #expect(roll.kind == .listed(.field) && roll.term?.retiredOn != nil && roll.priority == .named(year: 2026))
    #expect(throws: StoreError.self) { try store.enterTerm(term(.field, "新材料", "New materials"), by: ApplicationCity.bureau) }
    #expect(try store.examine(by: Scratch.admin).isEmpty)
    try store.reinstateTerm(.field, PlainText("新材料"), by: ApplicationCity.bureau)
    #expect(try line("新材料")?.retiredOn == nil)
    #expect(try store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("What is not in a list is neither corrected nor retired")
  func unknown() throws {
    #expect(throws: StoreError.noSuch(.term, "新材料")) { try store.correctTerm(term(.cluster, "新材料", "New"), by: ApplicationCity.bureau) }
    #expect(throws: StoreError.noSuch(.term, "无")) {
      try store.retireTerm(.field, PlainText("无"), reason: PlainText("无"), by: ApplicationCity.bureau)
    }
  }
}
