import Regulation
import Wording

extension ApplicationForm {
  /// The fields of the form in the order of article 9, co-builders with their agreements after them, then documents
  /// and declaration, and the committees, which are no condition, at the end.
  ///
  /// - Parameters:
  ///   - fields: the fields of technology that the city lists.
  ///   - registries: the places of the city in which a host may be registered.
  func items(fields: [Phrase], registries: [Phrase] = []) -> [ApplicationItem] {
    section(Phrase(zh: "拟建中心（第9条第7项）", en: "The center (article 9.7)"), centerItems(fields))
      + section(Phrase(zh: "依托单位（第9条第1、2、4项）", en: "The host unit (articles 9.1, 9.2, 9.4)"), hostItems(registries))
      + section(Phrase(zh: "技术基础（第9条第3项）", en: "Technology (article 9.3)"), technologyItems)
      + section(Phrase(zh: "团队（第9条第5项）", en: "Team (article 9.5)"), teamItems)
      + section(Phrase(zh: "科研条件（第9条第6项）", en: "Conditions of research (article 9.6)"), conditionItems)
      + coBuildingItems
      + section(Phrase(zh: "材料与声明（第10条）", en: "Documents and declaration (article 10)"), documentItems)
      + committeeItems
  }

  func section(_ heading: Phrase, _ items: [ApplicationItem]) -> [ApplicationItem] {
    var items = items
    if !items.isEmpty { items[0].section = heading }
    return items
  }

  private func centerItems(_ fields: [Phrase]) -> [ApplicationItem] {
    let chosen = center.field.flatMap { name in fields.firstIndex { $0.zh == name.string } }
    return [
      .text(
        "center.name", Phrase(zh: "中心名称", en: "Name"), "9.7", center.name,
        hint: Phrase(zh: "沧州市…技术创新中心", en: "沧州市…技术创新中心")
      ) { $0.center.name = $1 },
      ApplicationItem(
        field: ActField(
          id: "center.field", label: .field, kind: .choice(fields), hint: Phrase(zh: "左右键或空格选择", en: "Left, Right or Space choose"),
          isOptional: true, initial: chosen.map { String($0) } ?? ""),
        article: "8",
        set: { answer, form in
          if case .place(let place) = answer { form.center.field = try? PlainText(fields[place].zh) } else { form.center.field = nil }
        }),
      .text("center.research_direction", EligibilitySubject.researchDirection.phrase, "9.7", center.researchDirection, lines: true) {
        $0.center.researchDirection = $1
      },
      .text("center.research_content", EligibilitySubject.researchContent.phrase, "9.7", center.researchContent, lines: true) {
        $0.center.researchContent = $1
      },
      .text("center.goals", EligibilitySubject.goals.phrase, "9.7", center.goals, lines: true) { $0.center.goals = $1 },
    ]
  }

  private func hostItems(_ registries: [Phrase]) -> [ApplicationItem] {
    let money = Phrase(zh: "申报通知发布的上一年，以万元计", en: "of the year before the call, in 10,000 yuan")
    var items: [ApplicationItem] = [
      .text("host.name", Phrase(zh: "单位名称", en: "Name"), "9.1", host.name) { $0.host.name = $1 },
      .kind("host.kind", "9.1", host.kind) { $0.host.kind = $1 },
      .text(
        "host.registered_in", EligibilitySubject.registeredIn.phrase, "9.1", host.registeredIn,
        hint: Phrase(zh: "沧州市或其县市区、开发区，如 任丘市", en: "Cangzhou, or one of its counties or zones, such as 任丘市"),
        suggestions: registries
      ) { $0.host.registeredIn = $1 },
      .flag(.legalPerson, host.legalPerson) { $0.host.legalPerson = $1 },
      .flag(.technicalAdvantage, host.technicalAdvantage) { $0.host.technicalAdvantage = $1 },
    ]
    if host.kind ?? .enterprise == .enterprise {
      items += [
        .flag(.independentRDUnit, host.independentRDUnit) { $0.host.independentRDUnit = $1 },
        .money(
          "host.last_year_revenue", EligibilitySubject.lastYearRevenue.label, "9.2", host.lastYearRevenue, hint: money
        ) { $0.host.lastYearRevenue = $1 },
        .money(
          "host.last_year_technology_spending", EligibilitySubject.lastYearTechnologySpending.label, "9.2",
          host.lastYearTechnologySpending,
          hint: money
        ) { $0.host.lastYearTechnologySpending = $1 },
      ]
    }
    return items + [
      .flag(.creditGood, host.creditGood) { $0.host.creditGood = $1 },
      .flag(.guaranteeConditions, host.guaranteeConditions) { $0.host.guaranteeConditions = $1 },
    ]
  }

  private var technologyItems: [ApplicationItem] {
    [
      .count("own_ip", Phrase(zh: "自主知识产权", en: "Own intellectual property"), "9.3", ownIP, unit: Phrase(zh: "件", en: "pieces")) {
        $0.ownIP = $1
      },
      .flag("proprietary_technology", Phrase(zh: "专有技术", en: "Proprietary technology"), "9.3", proprietaryTechnology) {
        $0.proprietaryTechnology = $1
      },
      .flag(.industryUniversityCooperation, industryUniversityCooperation) { $0.industryUniversityCooperation = $1 },
      .flag(.projectCapability, projectCapability) { $0.projectCapability = $1 },
      .flag(.transferExperience, transferExperience) { $0.transferExperience = $1 },
      .flag(.resourceIntegration, resourceIntegration) { $0.resourceIntegration = $1 },
    ]
  }

  private var teamItems: [ApplicationItem] {
    [
      .text("leader", EligibilitySubject.leader.phrase, "9.5", leader) { $0.leader = $1 },
      .flag(.teamStructureSound, teamStructureSound) { $0.teamStructureSound = $1 },
      .count("fixed_staff", Phrase(zh: "固定人员", en: "Fixed staff"), "9.5", fixedStaff, unit: Phrase(zh: "人", en: "people")) {
        $0.fixedStaff = $1
      },
    ]
  }

  private var conditionItems: [ApplicationItem] {
    [
      .flag(.premises, premises) { $0.premises = $1 },
      .flag(.instruments, instruments) { $0.instruments = $1 },
      .flag(.pilotTest, pilotTest) { $0.pilotTest = $1 },
      .flag(.inspection, inspection) { $0.inspection = $1 },
    ]
  }

  private var documentItems: [ApplicationItem] {
    let titles = callDocuments ?? Call.commonDocuments
    let have = Set((documents ?? []).map { NameKey($0) })
    let ticked = titles.indices.filter { have.contains(NameKey(titles[$0])) }
    return [
      ApplicationItem(
        field: ActField(
          id: "documents", label: Phrase(zh: "已备材料", en: "Documents at hand"), kind: .ticks(titles.map { Phrase(same: $0.string) }),
          hint: Phrase(zh: "上下键移动，空格勾选，或按数字勾选", en: "Up and Down move, Space or a digit ticks"), isOptional: true,
          initial: ticked.map { String($0) }.joined(separator: " ")),
        article: "10",
        set: { answer, form in
          if case .places(let places) = answer { form.documents = places.sorted().map { titles[$0] } }
        }),
      .flag(
        "declaration_signed", Phrase(zh: "已签完整真实声明", en: "Declaration signed"), "10", declarationSigned,
        hint: Phrase(zh: "声明材料完整、真实。左右键或空格选择", en: "That all is complete and true. Left, Right or Space choose")
      ) { $0.declarationSigned = $1 },
    ]
  }
}
