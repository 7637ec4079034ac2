import CenterStore
import Regulation

/// Something that somebody may try on a center, a round or the store as a whole.
struct Attempt: Sendable, CustomStringConvertible {
  let description: String
  /// Who may do it to everything there is.
  let all: Set<Role>
  /// Who may do it to what is their own.
  let own: Set<Role>
  let run: @Sendable (City, Acting, _ object: String) throws -> Void

  init(
    _ description: String, all: Set<Role> = [], own: Set<Role> = [],
    _ run: @escaping @Sendable (City, Acting, _ object: String) throws -> Void
  ) {
    self.description = description
    self.all = all
    self.own = own
    self.run = run
  }

  private static let staff: Set<Role> = [.admin, .bureau]
  private static let everybody = Set(Role.allCases)
  private static let why = PlainText(literal: "有据")
  private static let sheetsOfAnotherCity = Result {
    let city = try City()
    return try withExtendedLifetime(city) { try city.store.takeSheetsAway(year: 2026, by: City.acting(.expert)) }
  }
  private static let entry = ScoreEntry(points: .some(Points(100)))

  /// What is tried on a center: `C1` is one's own, `C2` another's, `C0` does not exist.
  static let onCenters: [Attempt] = [
    Attempt("sheet", own: [.expert]) { _ = try $0.store.sheet(year: 2026, center: $2, by: $1) },
    Attempt("score", own: [.expert]) {
      try $0.store.score(year: 2026, center: $2, indicator: IndicatorCode.all[0], entry, by: $1)
    },
    Attempt("draft", own: [.expert]) {
      try $0.store.keepDraft(year: 2026, center: $2, indicator: IndicatorCode.all[0], PlainText("未完"), by: $1)
    },
    Attempt("drop a draft", own: [.expert]) {
      try $0.store.dropDraft(year: 2026, center: $2, indicator: IndicatorCode.all[0], by: $1)
    },
    Attempt("submit", own: [.expert]) { try $0.store.submitSheet(year: 2026, center: $2, by: $1) },
    Attempt("take back", own: [.expert]) { try $0.store.takeBackSheet(year: 2026, center: $2, by: $1) },
    Attempt("take a sheet away", own: [.expert]) { _ = try $0.store.takeSheetsAway(year: 2026, centers: [$2], by: $1) },
    Attempt("fact sheet", all: [.admin, .bureau, .agency], own: [.expert, .department, .host]) {
      _ = try $0.store.factSheet(year: 2026, center: $2, by: $1)
    },
    Attempt("peers", all: [.admin, .bureau, .agency], own: [.expert, .department, .host]) {
      _ = try $0.store.peerStandings(year: 2026, center: $2, by: $1)
    },
    Attempt("import facts", all: staff, own: [.host]) { _ = try $0.store.importFacts(year: 2026, [$0.fact($2, 5)], by: $1) },
    Attempt("documents", all: [.admin, .bureau, .agency], own: [.expert, .department, .host]) {
      _ = try $0.store.attachments(of: .material(center: $2, year: 2026), by: $1)
    },
    Attempt("fetch a kept file", all: [.admin, .bureau, .agency], own: [.expert, .department, .host]) {
      _ = try $0.store.fetchKeptFile(PlainText("章程"), of: .material(center: $2, year: 2026), by: $1)
    },
    Attempt("enter a document", all: staff, own: [.host]) {
      try $0.store.attach(AttachmentEntry(title: PlainText("章程")), to: .material(center: $2, year: 2026), by: $1)
    },
    Attempt("correct a document", all: staff, own: [.host]) {
      try $0.store.amend(
        PlainText("章程"), of: .material(center: $2, year: 2026), to: AttachmentEntry(title: PlainText("章程")), by: $1)
    },
    Attempt("take a document out", all: staff, own: [.host]) {
      try $0.store.detach(PlainText("章程"), from: .material(center: $2, year: 2026), by: $1)
    },
    Attempt("import documents", all: staff, own: [.host]) {
      _ = try $0.store.importAttachments(
        year: 2026, [Numbered(2, AttachmentRecord(center: PlainText($2), title: PlainText("章程")))], by: $1)
    },
    Attempt("assign by hand", all: [.admin, .bureau, .agency]) {
      try $0.store.assignExpert(year: 2026, center: $2, expert: "third", by: $1)
    },
    Attempt("declare a conflict of one's own", all: [.admin, .bureau, .agency, .expert]) {
      try $0.store.declareConflict(
        center: $2, expert: $1.login == "expert" ? "expert" : "third", reason: PlainText("师生"), by: $1)
    },
    Attempt("ask that somebody step aside", own: [.host]) {
      try $0.store.askRecusal(center: $2, RecusalRequest(person: PlainText("李某"), reason: PlainText("诉讼未决")), by: $1)
    },
    Attempt("take back that somebody step aside", own: [.host]) {
      let request = RecusalRequest(person: try PlainText("李某"), reason: try PlainText("诉讼未决"))
      try $0.store.takeBackRecusal(center: $2, request, by: $1)
    },
    Attempt("whom the host asks to step aside", all: staff, own: [.host]) { _ = try $0.store.recusalRequests(center: $2, by: $1) },
    Attempt("whether the host may still ask", own: [.host]) { _ = try $0.store.refusesRecusalRequests(center: $2, by: $1) },
    Attempt("progress of sheets", all: [.admin, .bureau, .agency]) { _ = try $0.store.sheetProgress(year: 2026, center: $2, by: $1) },
    Attempt("read an expert's sheet", all: [.admin, .bureau, .agency]) {
      _ = try $0.store.submittedSheet(of: "expert", year: 2026, center: $2, by: $1)
    },
    Attempt("ask for changes", own: [.host]) {
      try $0.store.requestChange(of: $2, ChangePetition(changes: [.field(why)], grounds: why, evidence: why), by: $1)
    },
    Attempt("begin the filing of a director", own: [.host]) {
      try $0.store.beginDirectorFiling(
        of: $2, director: why, considered: .init(on: Day(parsing: "2026-05-04") ?? Day(number: 0), minutes: why), by: $1)
    },
    Attempt("propose to revoke, at the host's own request", all: staff, own: [.host]) {
      let paper = RevocationCase.Paper(on: Day(parsing: "2026-05-04") ?? Day(number: 0), document: why)
      try $0.store.proposeRevocation(of: $2, RevocationCase(.ownRequest, findings: [.request: why], evidence: why, paper: paper), by: $1)
    },
    Attempt("propose to revoke on another ground", all: staff) {
      try $0.store.proposeRevocation(
        of: $2, RevocationCase(.stopped, findings: [.stopped: why, .notSecured: why], evidence: why), by: $1)
    },
    Attempt("reorganise", all: staff) {
      try $0.store.reorganise(
        [PlainText($2)], into: PlainText("N1"), new: SuccessorRecord(name: PlainText("沧州市新技术创新中心")),
        on: Day(parsing: "2026-05-04") ?? Day(number: 0), document: why, reason: why, by: $1)
    },
    Attempt("name a successor", all: staff) {
      try $0.store.nameSuccessor(
        PlainText("C2"), of: PlainText($2), on: Day(parsing: "2026-05-04") ?? Day(number: 0), document: why, reason: why, by: $1)
    },
    Attempt("whether it is one's own", all: everybody) { _ = try $0.store.ownsCenter($2, by: $1) },
    Attempt("why it was revoked", all: everybody) { _ = try $0.store.decidedRevocation(of: $2, by: $1) },
    Attempt("timeline of a center", all: everybody) { _ = try $0.store.timeline(ofCenter: $2, by: $1) },
    Attempt("reorganisations", all: everybody) { _ = try $0.store.reorganisations(of: $2, by: $1) },
    Attempt("public record", all: everybody) { _ = try $0.store.center(code: $2, by: $1) },
    Attempt("registry line", all: everybody) { _ = try $0.store.registryLine(code: $2, by: $1) },
    Attempt("public results", all: everybody) { _ = try $0.store.publicResults(center: $2, by: $1) },
  ]

  /// What is tried on a round: that of 2026 is the agency's own, that of 2028 is not, there is none of 2030.
  static let onRounds: [Attempt] = [
    Attempt("result", all: staff.union([.department]), own: [.agency]) { _ = try $0.store.result(year($2), by: $1) },
    Attempt("results as records", all: staff.union([.department]), own: [.agency]) { _ = try $0.store.results(year: year($2), by: $1) },
    Attempt("assignments", all: staff, own: [.agency]) { _ = try $0.store.assignments(year: year($2), by: $1) },
    Attempt("progress of experts", all: staff, own: [.agency]) { _ = try $0.store.expertProgress(year: year($2), by: $1) },
    Attempt("submitted sheets of a round", all: staff, own: [.agency]) { _ = try $0.store.submittedSheets(year: year($2), by: $1) },
    Attempt("progress of centers", all: staff, own: [.agency]) { _ = try $0.store.centerProgress(year: year($2), by: $1) },
    Attempt("progress of sheets", all: staff, own: [.agency]) { _ = try $0.store.sheetProgress(year: year($2), center: "C1", by: $1) },
    Attempt("sheets of an expert", all: staff, own: [.agency]) {
      _ = try $0.store.expertSheets(of: "expert", year: year($2), by: $1)
    },
    Attempt("scores", all: [.admin, .bureau, .expert], own: [.agency]) { _ = try $0.store.eachScore(year: year($2), by: $1) { _ in } },
    Attempt("facts", all: [.admin, .bureau, .expert, .department, .host], own: [.agency]) {
      _ = try $0.store.eachFact(year: year($2), by: $1) { _ in }
    },
    Attempt("register of documents", all: [.admin, .bureau, .expert, .department, .host], own: [.agency]) {
      _ = try $0.store.eachAttachment(year: year($2), by: $1) { _ in }
    },
    Attempt("due", all: [.admin, .bureau, .department, .host], own: [.agency]) { _ = try $0.store.dueCenters(year($2), by: $1) },
    Attempt("how one's own centers came out", all: [.department, .host]) { _ = try $0.store.ownOutcomes(year: year($2), by: $1) },
    Attempt("draw", all: staff, own: [.agency]) { _ = try $0.store.assignExperts(year: year($2), perCenter: 1, by: $1) },
    Attempt("draw what was shown", all: staff, own: [.agency]) {
      let shown = try $0.store.assignExperts(year: 2026, perCenter: 1, dryRun: true, by: Scratch.bureau)
      _ = try $0.store.assignExperts(year: year($2), as: shown, by: $1)
    },
    Attempt("bind a lot", all: staff, own: [.agency]) { _ = try $0.store.bindLot(year: year($2), perCenter: 1, dryRun: true, by: $1) },
    Attempt("draw a lot", all: staff, own: [.agency]) {
      _ = try $0.store.drawLot(year: year($2), word: PlainText("海晏"), witness: PlainText("李公证"), by: $1)
    },
    Attempt("files given out", all: staff.union([.department]), own: [.agency]) { _ = try $0.store.givenOut(year: year($2), by: $1) },
    Attempt("lots", all: staff, own: [.agency]) { _ = try $0.store.lots(year: year($2), by: $1) },
    Attempt("give results out", all: staff) { _ = try $0.store.giveOutResults(year: year($2), by: $1) },
    Attempt("open all sheets", all: staff) { _ = try $0.store.openSheets(year: year($2), center: nil, by: $1) },
    Attempt("open one's own sheets", all: staff.union([.host])) { _ = try $0.store.openSheets(year: year($2), center: "C1", by: $1) },
    Attempt("assign by hand", all: staff, own: [.agency]) {
      try $0.store.assignExpert(year: year($2), center: "C1", expert: "third", by: $1)
    },
    Attempt("import scores", all: staff) { _ = try $0.store.importScores(year: year($2), $0.sheet("C1", "expert"), by: $1) },
    Attempt("settle", all: staff, own: [.agency]) { try $0.store.settleRound(year($2), by: $1) },
    Attempt("resume", all: staff) { try $0.store.resumeRound(year($2), by: $1) },
    Attempt("publish", all: staff) { try $0.store.publishRound(year($2), workingDays: 5, by: $1) },
    Attempt("close", all: staff) { try $0.store.closeRound(year($2), by: $1) },
    Attempt("cancel", all: staff) { try $0.store.cancelRound(year($2), reason: PlainText("误发"), by: $1) },
    Attempt("pledge", all: [.expert]) { try $0.store.pledge(year: year($2), by: $1) },
    Attempt("matrix of sheets", all: [.expert]) { _ = try $0.store.sheets(year: year($2), by: $1) },
    Attempt("one's own pledge", all: everybody) { _ = try $0.store.hasPledged(year: year($2), by: $1) },
    Attempt("round", all: everybody) { _ = try $0.store.round(year($2), by: $1) },
    Attempt("the key of published files", all: everybody) { _ = ($2, try $0.store.signingKey(by: $1)) },
    Attempt("results of a past year", all: everybody) { _ = try $0.store.history(of: year($2), by: $1) },
  ]

  /// What is tried on the store as a whole.
  static let onStore: [Attempt] = [
    Attempt("import departments", all: staff) { city, who, _ in
      _ = try city.store.importDepartments([Numbered(2, DepartmentRecord(name: PlainText("新局"), kind: .county))], by: who)
    },
    Attempt("import organizations", all: staff) { city, who, _ in
      _ = try city.store.importOrganizations([Numbered(2, OrganizationRecord(name: PlainText("新厂")))], by: who)
    },
    Attempt("import centers", all: staff) { city, who, _ in _ = try city.store.importCenters([], by: who) },
    Attempt("import experts", all: staff) { city, who, _ in
      _ = try city.store.importExperts(
        [Numbered(2, ExpertRecord(login: PlainText("n"), name: PlainText("新"), employer: PlainText("某校")))], by: who)
    },
    Attempt("import users", all: [.admin]) { city, who, _ in
      _ = try city.store.importUsers([Numbered(2, UserRecord(login: PlainText("n"), name: PlainText("新"), role: .viewer))], by: who)
    },
    Attempt("import results", all: staff) { city, who, _ in
      _ = try city.store.importResults(
        year: 2020, [Numbered(2, ResultRecord(center: PlainText("C1"), score: Points(9_000), grade: .excellent))], by: who)
    },
    // The experts are the agency's own people.
    Attempt("import conflicts of another expert", all: [.admin, .bureau, .agency]) { city, who, _ in
      _ = try city.store.importConflicts(
        [Numbered(2, ConflictRecord(center: PlainText("C1"), expert: PlainText("other"), reason: PlainText("师生")))], by: who)
    },
    // The second link is the administrator's: only who imported takes it back.
    Attempt("take an import back", all: [.admin]) { city, who, _ in try city.store.undoImport(2, by: who) },
    Attempt("open a round", all: staff) { city, who, _ in try city.store.openRound(2032, RoundPlan(reason: PlainText("试")), by: who) },
    Attempt("one's own inbox", all: everybody) { city, who, _ in _ = try city.store.inbox(by: who) },
    Attempt("read in one's own folder", all: everybody) { city, who, _ in
      _ = try city.store.putInFolder([0x61], as: "带回.txt", by: who)
      for file in try city.store.inbox(by: who) { _ = try city.store.readInFolder(file, limit: 10, by: who) }
    },
    Attempt("experts", all: [.admin, .bureau, .agency, .expert]) { city, who, _ in _ = try city.store.experts(by: who) },
    Attempt("list of experts", all: [.admin, .bureau, .agency, .expert]) { city, who, _ in _ = try city.store.expertRoll(by: who) },
    Attempt("record of an expert", all: [.admin, .bureau, .agency, .expert]) { city, who, _ in
      _ = try city.store.expertFile(of: "expert", by: who)
    },
    Attempt("users", all: [.admin, .bureau, .agency, .expert]) { city, who, _ in _ = try city.store.users(by: who) },
    Attempt("list of users", all: [.admin]) { city, who, _ in _ = try city.store.userRoll(by: who) },
    Attempt("one user", all: [.admin]) { city, who, _ in _ = try city.store.userLine(of: "viewer", by: who) },
    Attempt("enter a user", all: [.admin]) { city, who, _ in
      try city.store.enterUser(UserRecord(login: PlainText("n"), name: PlainText("新"), role: .viewer), isNew: true, by: who)
    },
    Attempt("disable a login", all: [.admin]) { city, who, _ in try city.store.disableUser("other", reason: why, by: who) },
    Attempt("enable a login", all: [.admin]) { city, who, _ in try city.store.enableUser("other", by: who) },
    Attempt("hand out a one-time code", all: [.admin]) { city, who, _ in _ = try city.store.handOutCode(to: "other", by: who) },
    Attempt("hand out one-time codes", all: [.admin]) { city, who, _ in _ = try city.store.handOutCodes(to: ["other"], by: who) },
    Attempt("take a password away", all: [.admin]) { city, who, _ in try city.store.withdrawPassword(of: "other", by: who) },
    Attempt("how one comes in oneself", all: everybody) { city, who, _ in _ = try city.store.ownCredential(by: who) },
    Attempt("list of organizations", all: everybody) { city, who, _ in _ = try city.store.organizationRoll(by: who) },
    Attempt("one organization", all: everybody) { city, who, _ in _ = try city.store.organizationFile("甲公司", by: who) },
    Attempt("correct an organization", all: staff) { city, who, _ in
      try city.store.correctOrganization(OrganizationRecord(name: PlainText("甲公司"), county: PlainText("献县")), by: who)
    },
    Attempt("public notices", all: everybody) { city, who, _ in _ = try city.store.publicNotices(by: who) },
    Attempt("list of departments", all: everybody) { city, who, _ in _ = try city.store.departmentRoll(by: who) },
    Attempt("centers of a department", all: everybody) { city, who, _ in
      _ = try city.store.departmentCenters("献县科学技术局", limit: 10, by: who)
    },
    Attempt("list of fields", all: everybody) { city, who, _ in _ = try city.store.fieldRoll(by: who) },
    Attempt("centers of a field", all: everybody) { city, who, _ in _ = try city.store.fieldCenters("新材料", limit: 10, by: who) },
    Attempt("fields, industries and clusters", all: everybody) { city, who, _ in _ = try city.store.terms(by: who) },
    Attempt("enter a field", all: staff) { city, who, _ in
      try city.store.enterTerm(TermRecord(kind: .field, name: PlainText("新"), english: PlainText("New")), by: who)
    },
    Attempt("correct a field", all: staff) { city, who, _ in
      try city.store.correctTerm(TermRecord(kind: .field, name: PlainText("新材料"), english: PlainText("Materials")), by: who)
    },
    Attempt("retire a field", all: staff) { city, who, _ in
      try city.store.retireTerm(.field, PlainText("新材料"), reason: why, by: who)
    },
    Attempt("reinstate a field", all: staff) { city, who, _ in try city.store.reinstateTerm(.field, PlainText("新材料"), by: who) },
    Attempt("correct a department", all: staff) { city, who, _ in
      try city.store.correctDepartment(DepartmentRecord(name: PlainText("献县科学技术局"), kind: .county), by: who)
    },
    Attempt("conflicts", all: [.admin, .bureau, .agency, .expert]) { city, who, _ in _ = try city.store.conflicts(by: who) },
    Attempt("take sheets away", all: [.expert]) { city, who, _ in _ = try city.store.takeSheetsAway(year: 2026, by: who) },
    Attempt("bring sheets back", all: [.expert]) { city, who, _ in
      _ = try city.store.bringSheetsBack(sheetsOfAnotherCity.get(), by: who)
    },
    Attempt("own folder", all: everybody) { city, who, _ in _ = try city.store.putInFolder([0x61], as: "文书.txt", by: who) },
    Attempt("how many were ranked", all: everybody) { city, who, _ in _ = try city.store.rankedCounts(by: who) },
    Attempt("chain head", all: everybody) { city, who, _ in _ = try city.store.chainHead(by: who) },
    Attempt("audit head", all: staff) { city, who, _ in _ = try city.store.auditHead(by: who) },
    Attempt("audit links", all: staff) { city, who, _ in try city.store.eachLink(by: who) { _ in } },
    Attempt("length of the audit log", all: staff) { city, who, _ in _ = try city.store.auditLength(by: who) },
    Attempt("lines of the audit log", all: staff) { city, who, _ in _ = try city.store.auditLines(1...2, by: who) },
    Attempt("search in the audit log", all: staff) { city, who, _ in _ = try city.store.findLinks(AuditFilter(), by: who) },
    Attempt("last link of a day", all: staff) { city, who, _ in _ = try city.store.lastLink(until: Day(number: 0), by: who) },
    Attempt("link of the audit log", all: staff) { city, who, _ in _ = try city.store.auditEntry(1, by: who) },
    Attempt("audit verification", all: staff) { city, who, _ in _ = try city.store.verifyChain(by: who) },
    Attempt("doctor", all: [.admin]) { city, who, _ in _ = try city.store.examine(by: who) },
    Attempt("doctor, with what held", all: [.admin]) { city, who, _ in _ = try city.store.examination(by: who) },
    Attempt("keys of all logins", all: [.admin]) { city, who, _ in _ = try city.store.authorizedKeys(by: who) },
    Attempt("back up", all: [.admin]) { city, who, _ in
      _ = try city.store.backUp(to: city.scratch.folder.appendingPathComponent("\(who.login).backup").path, by: who)
    },
    Attempt("restore", all: [.admin]) { city, who, _ in
      // In another place: the city's own store is tried on by the next one.
      let (copy, place) = (city.scratch.folder.appendingPathComponent("copy-\(who.login)").path, city.scratch.folder.path + "/place.sqlite")
      _ = try city.store.backUp(to: copy, by: Scratch.admin)
      _ = try CenterStore.restore(copy, to: place, surroundings: Scratch.surroundings(), by: who)
    },
    Attempt("registry", all: everybody) { city, who, _ in _ = try city.store.registryPage(limit: 10, by: who) },
    Attempt("size of the registry", all: everybody) { city, who, _ in _ = try city.store.registryCount(by: who) },
    Attempt("index of the registry", all: everybody) { city, who, _ in _ = try city.store.registryIndex(by: who) },
    Attempt("lines of the registry", all: everybody) { city, who, _ in _ = try city.store.registryLines([1, 2], by: who) },
    Attempt("entries of the registry", all: everybody) { city, who, _ in
      try city.store.eachRegistryEntry(by: who) { _, _, _, _, _, _ in }
    },
    Attempt("one's own likings", all: everybody) { city, who, _ in _ = try city.store.preferences(by: who) },
    Attempt("like something", all: everybody) { city, who, _ in try city.store.setPreference(.theme, to: PlainText("dark"), by: who) },
    Attempt("read what one wrote oneself in a form", all: everybody) { city, who, _ in
      _ = try city.store.formDraft(of: PlainText("round/2026/cancel"), by: who)
    },
    Attempt("keep what one writes in a form", all: everybody.subtracting([.viewer])) { city, who, _ in
      try city.store.keepFormDraft(of: PlainText("round/2026/cancel"), ["reason": PlainText("误发")], by: who)
    },
    Attempt("the filters that one saved oneself", all: everybody) { city, who, _ in _ = try city.store.savedFilters(by: who) },
    Attempt("save a filter", all: everybody) { city, who, _ in
      try city.store.saveFilter(SavedFilter(PlainText("逾期"), RegistryFilter(status: .active)), by: who)
    },
    Attempt("rename a filter", all: everybody) { city, who, _ in
      try city.store.saveFilter(SavedFilter(PlainText("旧"), RegistryFilter()), by: who)
      try city.store.renameFilter(PlainText("旧"), to: PlainText("新"), by: who)
      try city.store.deleteFilter(PlainText("新"), by: who)
    },
    Attempt("centers", all: everybody) { city, who, _ in try city.store.eachCenter(by: who) { _ in } },
    Attempt("organizations", all: everybody) { city, who, _ in _ = try city.store.organizations(by: who) },
    Attempt("departments", all: everybody) { city, who, _ in _ = try city.store.departments(by: who) },
    Attempt("rounds", all: everybody) { city, who, _ in _ = try city.store.rounds(by: who) },
    Attempt("rounds that one carries out", all: everybody) { city, who, _ in _ = try city.store.conductedRounds(by: who) },
    Attempt("tasks", all: everybody) { city, who, _ in _ = try city.store.tasks(by: who) },
    Attempt("watch", all: everybody) { city, who, _ in _ = try city.store.watch(by: who) },
  ]

  private static func year(_ object: String) -> Int { Int(object) ?? 0 }
}
