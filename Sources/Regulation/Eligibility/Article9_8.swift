import Wording

extension Eligibility {
  /// Article 9.8: with co-builders, a signed agreement with each, and the host's own share of conditions, staff, projects and results each
  /// 60 % or more. Without co-builders it does not apply; while they are unknown it is unknown, whatever the shares.
  static func article9_8(_ form: ApplicationForm) -> EligibilityFinding {
    let whole = Phrase(
      zh: "与每家共建单位签订共建协议；依托单位科研条件、研发人员、科研项目、科技成果均占 60% 以上",
      en: "a signed agreement with each co-builder; the host’s share of conditions, staff, projects and results each ≥ 60 %")
    guard let coBuilders = form.coBuilders else {
      let part = EligibilityPart(.coBuilders, holds: nil, found: EligibilityPart.notStated, required: whole)
      return EligibilityFinding("9.8", basis: .counted, [part])
    }
    if coBuilders.isEmpty {
      return EligibilityFinding(
        "9.8", basis: .counted, notApplicable: Phrase(zh: "无共建单位", en: "no co-builders"), required: whole,
        message: Phrase(zh: "没有共建单位，本项不适用", en: "there are no co-builders: this does not apply"))
    }
    let share = form.hostShare
    return EligibilityFinding(
      "9.8", basis: .counted,
      [
        agreements(coBuilders), self.share(.shareOfConditions, share.conditions), self.share(.shareOfStaff, share.staff),
        self.share(.shareOfProjects, share.projects), self.share(.shareOfResults, share.results),
      ])
  }

  private static func agreements(_ coBuilders: [CoBuilder]) -> EligibilityPart {
    let answers = coBuilders.map(\.agreement.isComplete)
    let holds: Bool? = answers.contains(false) ? false : answers.contains(nil) ? nil : true
    // What is missing stands first: of a list that is cut its end goes.
    var parts: [Phrase] = []
    for (place, coBuilder) in coBuilders.enumerated() where coBuilder.agreement.isComplete != true {
      let name = coBuilder.name.flatMap { $0.isEmpty ? nil : $0.string }
      let who =
        name.map { Phrase(zh: "“\($0)”", en: "“\($0)”") }
        ?? Phrase(zh: "第 \(place + 1) 家共建单位（名称未填）", en: "co-builder \(place + 1) (no name yet)")
      parts.append(who + state(of: coBuilder.agreement))
    }
    let complete = answers.count { $0 == true }
    if complete > 0 {
      parts.append(Phrase(zh: "\(complete) 家协议齐全", en: complete == 1 ? "1 agreement is complete" : "\(complete) agreements are complete"))
    }
    let found = Phrase(zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
    return EligibilityPart(
      .agreements, holds: holds, found: found,
      required: Phrase(
        zh: "每家签订，写明方式、人员、任务分工、权利义务", en: "signed with each: form, people, tasks, rights and duties"))
  }

  private static func state(of agreement: CoBuildingAgreement) -> Phrase {
    switch agreement {
    case .unknown: return Phrase(zh: "未填是否已签协议", en: ": not stated whether it is signed")
    case .unsigned: return Phrase(zh: "未签协议", en: ": not signed")
    case .signed:
      let missing = agreement.missing.map(\.phrase)
      return Phrase(
        zh: "已签协议，但未写明\(missing.map(\.zh).joined(separator: "、"))",
        en: ": signed, but does not fix \(missing.map(\.en).joined(separator: ", "))")
    }
  }

  private static func share(_ subject: EligibilitySubject, _ share: Share?) -> EligibilityPart {
    EligibilityPart(
      subject, holds: share?.isEnough, found: share?.phrase ?? EligibilityPart.notStated,
      required: Phrase(zh: "\(Share.least)% 以上", en: "at least \(Share.least) %"), wrong: share.flatMap(\.fault))
  }
}
