import Regulation
import TableFiles

extension ApplicationForm {
  /// Reads a form from a document; what is wrong is noted with the fields.
  init(_ fields: DocumentFields) {
    self.init()
    fields.know(
      [
        "call_year", "call_fields", "call_documents", "center", "host", "own_ip", "proprietary_technology",
        "industry_university_cooperation", "project_capability", "transfer_experience", "resource_integration", "leader",
        "team_structure_sound", "fixed_staff", "premises", "instruments", "pilot_test", "inspection", "co_builders", "host_share",
        "documents", "declaration_signed", "attachments",
      ] + ApplicationDocument.registrationFields)
    callYear = fields.count("call_year")
    callFields = fields.texts("call_fields")
    callDocuments = fields.texts("call_documents")
    center = Center(fields.part("center"))
    host = Host(fields.part("host"))
    ownIP = fields.count("own_ip")
    proprietaryTechnology = fields.answer("proprietary_technology")
    industryUniversityCooperation = fields.answer("industry_university_cooperation")
    projectCapability = fields.answer("project_capability")
    transferExperience = fields.answer("transfer_experience")
    resourceIntegration = fields.answer("resource_integration")
    leader = fields.text("leader")
    teamStructureSound = fields.answer("team_structure_sound")
    fixedStaff = fields.count("fixed_staff")
    premises = fields.answer("premises")
    instruments = fields.answer("instruments")
    pilotTest = fields.answer("pilot_test")
    inspection = fields.answer("inspection")
    coBuilders = fields.objects("co_builders")?.map(CoBuilder.init)
    hostShare = HostShare(fields.part("host_share"))
    documents = fields.texts("documents")
    declarationSigned = fields.answer("declaration_signed")
  }
}

extension ApplicationForm.Center {
  fileprivate init(_ fields: DocumentFields) {
    fields.know(["name", "field", "research_direction", "research_content", "goals"])
    self.init(
      name: fields.text("name"), field: fields.text("field"), researchDirection: fields.text("research_direction", .paragraphs),
      researchContent: fields.text("research_content", .paragraphs), goals: fields.text("goals", .paragraphs))
  }
}

extension ApplicationForm.Host {
  fileprivate init(_ fields: DocumentFields) {
    fields.know([
      "name", "kind", "registered_in", "legal_person", "technical_advantage", "independent_rd_unit", "last_year_revenue",
      "last_year_technology_spending", "credit_good", "guarantee_conditions",
    ])
    self.init()
    name = fields.text("name")
    kind = fields.term("kind", HostKind.self)
    registeredIn = fields.text("registered_in")
    legalPerson = fields.answer("legal_person")
    technicalAdvantage = fields.answer("technical_advantage")
    independentRDUnit = fields.answer("independent_rd_unit")
    lastYearRevenue = fields.figure("last_year_revenue")
    lastYearTechnologySpending = fields.figure("last_year_technology_spending")
    creditGood = fields.answer("credit_good")
    guaranteeConditions = fields.answer("guarantee_conditions")
  }
}

extension CoBuilder {
  fileprivate init(_ fields: DocumentFields) {
    fields.know(["name", "kind", "province", "agreement_signed"])
    let signed = fields.answer("agreement_signed")
    self.init(
      name: fields.text("name"), kind: fields.term("kind", HostKind.self), province: fields.text("province"),
      agreement: signed.map { $0 ? .complete : .unsigned } ?? .unknown)
  }
}

extension HostShare {
  fileprivate init(_ fields: DocumentFields) {
    fields.know(["conditions", "staff", "projects", "results"])
    func share(_ name: String) -> Share? { fields.figure(name, upTo: 100).map(Share.percent) }
    self.init(conditions: share("conditions"), staff: share("staff"), projects: share("projects"), results: share("results"))
  }
}
