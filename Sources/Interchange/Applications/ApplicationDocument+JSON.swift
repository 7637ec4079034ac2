import Regulation
import TableFiles
import Wording

extension ApplicationDocument {
  /// The document as `check` reads it: what is unknown is `null`. Shares that were counted are written as percentages, rounded down; an
  /// agreement is signed where it fixes all four things of article 9.8.
  public var json: JSONValue {
    var object: JSONObject = [
      "call_year": form.callYear.map { .integer($0) } ?? .null, "call_fields": list(form.callFields),
      "call_documents": list(form.callDocuments),
      "center": [
        "name": text(form.center.name), "field": text(form.center.field), "research_direction": text(form.center.researchDirection),
        "research_content": text(form.center.researchContent), "goals": text(form.center.goals),
      ],
      "host": host, "own_ip": form.ownIP.map { .integer($0) } ?? .null, "proprietary_technology": answer(form.proprietaryTechnology),
      "industry_university_cooperation": answer(form.industryUniversityCooperation), "project_capability": answer(form.projectCapability),
      "transfer_experience": answer(form.transferExperience), "resource_integration": answer(form.resourceIntegration),
      "leader": text(form.leader), "team_structure_sound": answer(form.teamStructureSound),
      "fixed_staff": form.fixedStaff.map { .integer($0) } ?? .null, "premises": answer(form.premises),
      "instruments": answer(form.instruments), "pilot_test": answer(form.pilotTest), "inspection": answer(form.inspection),
      "co_builders": form.coBuilders.map { .array($0.map(coBuilder)) } ?? .null,
      "host_share": [
        "conditions": share(form.hostShare.conditions), "staff": share(form.hostShare.staff), "projects": share(form.hostShare.projects),
        "results": share(form.hostShare.results),
      ],
      "documents": list(form.documents), "declaration_signed": answer(form.declarationSigned),
    ]
    for member in registration.members { object[member.key] = member.value }
    if let attachments { object["attachments"] = .array(attachments.map(\.json)) }
    return .object(object)
  }

  private var host: JSONValue {
    let host = form.host
    return [
      "name": text(host.name), "kind": host.kind.map { .string($0.rawValue) } ?? .null, "registered_in": text(host.registeredIn),
      "legal_person": answer(host.legalPerson), "technical_advantage": answer(host.technicalAdvantage),
      "independent_rd_unit": answer(host.independentRDUnit), "last_year_revenue": figure(host.lastYearRevenue),
      "last_year_technology_spending": figure(host.lastYearTechnologySpending), "credit_good": answer(host.creditGood),
      "guarantee_conditions": answer(host.guaranteeConditions),
    ]
  }

  private func coBuilder(_ coBuilder: CoBuilder) -> JSONValue {
    [
      "name": text(coBuilder.name), "kind": coBuilder.kind.map { .string($0.rawValue) } ?? .null, "province": text(coBuilder.province),
      "agreement_signed": answer(coBuilder.agreement.isComplete),
    ]
  }

  private func text(_ text: PlainText?) -> JSONValue { text.map { .string($0.string) } ?? .null }
  private func list(_ texts: [PlainText]?) -> JSONValue { texts.map { .strings($0.map(\.string)) } ?? .null }
  private func answer(_ answer: Bool?) -> JSONValue { answer.map { .bool($0) } ?? .null }
  private func figure(_ figure: ExactDecimal?) -> JSONValue { figure.map { .number($0.description) } ?? .null }
  private func share(_ share: Share?) -> JSONValue { figure(share?.percentage) }
}

extension Eligibility {
  /// The document of `cztic check --json`.
  public func json(_ language: Language) -> JSONValue {
    let findings = findings.map { finding -> JSONValue in
      [
        "article": .string(finding.article), "verdict": .string(finding.verdict.rawValue), "basis": .string(finding.basis.rawValue),
        "found": .string(finding.found[language]), "required": .string(finding.required[language]),
        "message": .string(finding.message[language]),
      ]
    }
    let flags = flags.map { flag -> JSONValue in ["article": .string(flag.article), "message": .string(flag.message[language])] }
    return ["eligible": .string(verdict.rawValue), "findings": .array(findings), "flags": .array(flags)]
  }
}
