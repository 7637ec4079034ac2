import CenterStore
import Regulation
import Wording

/// What a deed asks for once, and what it does with each center.
struct DeedForm: Sendable {
  /// What is done.
  let title: Phrase
  /// The article.
  let article: String
  /// What follows from it.
  let words: Phrase
  /// What is asked for once.
  let fields: [ActField]
  /// What it is called among what somebody has half written, beside the centers.
  let draft: String
  /// The ground on which it proposes to revoke; `nil` where it does something else.
  var ground: RevocationGround?
  /// The duty that it puts on file; `nil` where it does something else.
  var duty: Duty?
  /// What is done with each center, made of the answers; what is wrong with them is wrong for all, and is told before any is touched.
  let make: @Sendable (ActAnswers) throws -> Act

  /// Does it with a center, and says what came of it.
  typealias Act = @Sendable (CenterStore, Acting, _ code: String) throws -> Done

  /// What came of it with one center.
  struct Done: Sendable {
    /// In a few words.
    let phrase: Phrase
    /// How it is taken back; `nil` for what is not.
    var undo: Undo?

    init(_ phrase: Phrase, undo: Undo? = nil) {
      self.phrase = phrase
      self.undo = undo
    }
  }

  /// Proposes to revoke on a ground, or asks for it.
  static func revocation(_ deed: CenterDeed, on ground: RevocationGround) -> DeedForm {
    let form = RevocationForm(ground: ground, isHosts: deed == .ownRequest)
    let words =
      deed == .ownRequest
      ? Phrase(zh: "市科技局决定前可以逐个撤回。", en: "Each can be taken back until the bureau decides.")
      : Phrase(
        zh: "各要件须对每个中心都成立；依托单位即可看到，并可在 \(Revocation.replyDays) 个工作日内陈述意见，再由人逐个决定。",
        en: "Every part must hold for each of them; the hosts see it at once and may reply within \(Revocation.replyDays) working days.")
    return DeedForm(
      title: deed.phrase, article: ground.article,
      words: ground.phrase.asLabel + Citation.bracketed(ground.article) + Phrase(zh: "。", en: ". ") + words,
      fields: form.fields(isShared: true), draft: "revocation/\(ground.rawValue)", ground: ground
    ) { answers in
      let stated = try form.stated(answers)
      return { store, who, code in
        let number = try store.proposeRevocation(of: code, stated, by: who)
        return Done(Phrase(zh: "已提出，\(number)", en: "proposed, \(number)"))
      }
    }
  }

  /// Asks for another place of registration and department.
  static func change(_ offers: ChangeForm.Offers) -> DeedForm {
    DeedForm(
      title: CenterDeed.change.phrase, article: "31",
      words: Phrase(
        zh: "每个中心一件申请，内容相同；先由归口管理部门审核，再由市科技局决定（办法第31条）。",
        en: "One request for each center, all alike; the department looks at it, then the bureau decides (article 31)."),
      fields: [
        ActField(
          id: "place", label: Phrase(zh: "新注册地", en: "Registered in"), kind: .line(limit: 60), suggestions: offers.places),
        ActField(
          id: "department", label: Phrase(zh: "新归口管理部门", en: "New department"), kind: .line(limit: 60),
          hint: Phrase(zh: "部门不变的写现在的", en: "the present one where that stays"), suggestions: offers.departments),
        ActField(id: "grounds", label: Phrase(zh: "变更理由", en: "Why"), kind: .lines),
        ActField(
          id: "evidence", label: Phrase(zh: "佐证材料", en: "Evidence"), kind: .lines,
          hint: Phrase(zh: "名称和存放处，如营业执照副本", en: "what it is and where it lies")),
      ], draft: "change"
    ) { answers in
      let petition = try ChangePetition(
        changes: [.registration(in: answers.text("place"), department: answers.text("department"))], grounds: answers.text("grounds"),
        evidence: answers.text("evidence"))
      return { store, who, code in
        let number = try store.requestChange(of: code, petition, by: who)
        return Done(Phrase(zh: "已申请，\(number)", en: "asked for, \(number)"))
      }
    }
  }

  /// Enters what shows that a duty is kept; what a center has on file of it stays.
  static func duty(_ duty: Duty, today: Day) -> DeedForm {
    let parts: [DutyPart?] = duty.parts.isEmpty ? [nil] : duty.parts.map(Optional.some)
    return DeedForm(
      title: Phrase(zh: "登记“\(duty.phrase.zh)”", en: "Enter: \(duty.phrase.en)"), article: duty.article,
      words: Phrase(
        zh: "每个中心各记一份，内容相同；已在案的内容不动（办法第\(duty.article)条）。",
        en: "The same is put on file of each center; what is there already stays (article \(duty.article))."),
      fields: parts.map { part in
        ActField(
          id: part?.rawValue ?? "text", label: (part?.phrase ?? Phrase(zh: "情况", en: "how it is kept")).asLabel, kind: .lines,
          isOptional: part != nil)
      } + [
        ActField(id: "day", label: Phrase(zh: "日期", en: "Day"), kind: .day, initial: today.description),
        ActField(
          id: "evidence", label: Phrase(zh: "佐证材料", en: "Evidence"), kind: .lines,
          hint: Phrase(zh: "名称和存放处", en: "what it is and where it lies"), isOptional: true),
      ], draft: "duty/\(duty.rawValue)", duty: duty
    ) { answers in
      let day = answers.day("day") ?? today
      let evidence = answers.optionalText("evidence") ?? .empty
      let records = try parts.compactMap { part -> DutyRecord? in
        guard let text = answers.optionalText(part?.rawValue ?? "text") else { return nil }
        return try DutyRecord(duty, part: part, on: day, text: text, evidence: evidence, today: today)
      }
      if records.isEmpty { throw Refusal(article: duty.article, Phrase(zh: "没有填写内容", en: "nothing is written")) }
      return { store, who, code in
        let entered = try store.enterDuties(records, of: code, keepingOld: true, by: who)
        return Done(Phrase(zh: "已登记", en: "on file"), undo: DutyUndo.entered(entered, of: code, over: []))
      }
    }
  }

  /// Defers from a round.
  static func postponement(_ year: Int) -> DeedForm {
    DeedForm(
      title: Phrase(zh: "\(year) 年度同意暂缓评估", en: "Deferred from the round of \(year)"), article: "26",
      words: Phrase(
        zh: "这些中心不参加 \(year) 年度评估，计入免评（办法第26条）；不能撤回。",
        en: "They do not take part in the round of \(year) and are exempt (article 26); this cannot be taken back."),
      fields: [
        ActField(
          id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .lines,
          hint: Phrase(zh: "每个中心相同；记录在案，依托单位和部门可见", en: "the same for each; it stays on file, host and department see it"))
      ], draft: "postponement/\(year)"
    ) { answers in
      let reason = answers.text("reason")
      return { store, who, code in
        try store.stepRound(year, .postpone(code, reason: reason), by: who)
        return Done(Phrase(zh: "已同意暂缓", en: "deferred"))
      }
    }
  }
}
