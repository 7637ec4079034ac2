import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What can be begun with a center, from its file: a change, a director, a revocation, a reorganisation (articles 4(5), 16, 30 and 31).
@MainActor
enum BeginningMatter {
  /// What can be begun.
  enum Deed: CaseIterable {
    case change, director, ownRequest, revocation, reorganisation

    /// What it is called.
    var phrase: Phrase {
      switch self {
      case .change: Phrase(zh: "申请变更", en: "Ask for a change")
      case .director: Phrase(zh: "聘任、调整主任", en: "Appoint a director")
      case .ownRequest: Phrase(zh: "自愿申请撤销", en: "Request revocation")
      case .revocation: Phrase(zh: "提出撤销", en: "Propose to revoke")
      case .reorganisation: Phrase(zh: "重组", en: "Reorganise")
      }
    }

    /// The article.
    var article: String {
      switch self {
      case .change: "31"
      case .director: "16"
      case .ownRequest: "30(8)"
      case .revocation: "30"
      case .reorganisation: "4(5)"
      }
    }

    /// Whose it is.
    func isOf(_ role: Role) -> Bool {
      switch self {
      case .change, .director, .ownRequest: role == .host
      case .revocation, .reorganisation: role == .bureau || role == .admin
      }
    }
  }

  /// Why nothing can be begun with a center by this person; `nil` where something can.
  ///
  /// - Parameter lacksSuccessor: whether it is reorganised away and its successor is still to be named, which staff do.
  static func refusal(_ record: CenterRecord?, lacksSuccessor: Bool = false, _ sitting: Sitting) -> Phrase? {
    guard let record, Deed.allCases.contains(where: { $0.isOf(sitting.member.role) }) else {
      return Phrase(zh: "这里没有您可办理的事项", en: "nothing here is yours to do")
    }
    if sitting.member.role == .host, (try? sitting.store.ownsCenter(record.code.string, by: sitting.acting)) != true {
      return Phrase(zh: "不是本单位的中心", en: "it is no center of this unit")
    }
    guard let status = record.status, status != .active, !(lacksSuccessor && sitting.isStaff) else { return nil }
    return Phrase(
      zh: "中心\(status.phrase.zh)，不再办理变更、主任、撤销、重组", en: "the center is \(status.phrase.en): nothing is begun with it any more")
  }

  /// Lets one be chosen, then asks for what it needs.
  static func choose(_ record: CenterRecord, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    let deeds = Deed.allCases.filter { $0.isOf(sitting.member.role) }
    let choices = deeds.map { Choice($0.phrase, detail: Citation.phrase($0.article)) }
    sitting.runtime.choose(Phrase(zh: "办理 \(record.code)", en: "\(record.code)"), choices) { place in
      guard let place else { return }
      switch deeds[place] {
      case .change: change(record, sitting, then: then)
      case .director: director(record, sitting, then: then)
      case .ownRequest: state(.ownRequest, record, sitting, then: then)
      case .revocation: revoke(record, sitting, then: then)
      case .reorganisation: ReorganisationForm.open(record, sitting, then: then)
      }
    }
  }

  // MARK: - Changes

  private static func change(_ record: CenterRecord, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    let code = record.code.string
    var description = ActScreen.Description(
      title: Phrase(zh: "申请变更 \(code)", en: "Changes of \(code)"),
      words: Phrase(
        zh: "只写要变更的；先由归口管理部门审核，再由市科技局决定（办法第31条）。",
        en: "Write what changes and nothing else; the department looks at it, then the bureau decides (article 31)."),
      verb: Phrase(zh: "提出申请", en: "Submit the request"), done: Phrase(zh: "已提出变更申请", en: "The change is asked for"),
      draft: "change/\(code)")
    description.warning = { [names = sitting.names] in ChangeForm.caution($0, record, names) }
    push(
      description, ChangeForm.fields(record, offers(sitting)), record, sitting, then: then
    ) { store, who, answers in
      try store.requestChange(of: code, try ChangeForm.petition(answers, record), by: who)
    }
  }

  /// Hands in anew what was given back.
  static func correct(_ file: MatterFile<ChangeRequest>, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    let number = file.summary.number
    do {
      let record = try sitting.store.center(code: file.summary.center, by: sitting.acting)
      var description = ActScreen.Description(
        title: Phrase(zh: "补正 \(number)", en: "Correct \(number)"), verb: ChangeStepKind.submit.phrase,
        done: Phrase(zh: "已补正", en: "It is corrected"), draft: "change/\(number)/submit")
      description.warning = { [names = sitting.names] in ChangeForm.caution($0, record, names) }
      push(
        description, ChangeForm.fields(record, offers(sitting), correcting: file.matter.petition), record, sitting, then: then
      ) { store, who, answers in
        try store.stepChange(number, .submit(try ChangeForm.petition(answers, record)), by: who)
      }
    } catch { sitting.tell(error) }
  }

  static func offers(_ sitting: Sitting) -> ChangeForm.Offers {
    var offers = ChangeForm.Offers()
    if let places = try? Places.standard.get() {
      offers.places = places.counties + places.zones
    }
    offers.fields = sitting.names.offered()
    offers.departments = ((try? sitting.store.departments(by: sitting.acting)) ?? []).map { PlaceNames.standard[$0.name.string] }
    return offers
  }

  // MARK: - Directors

  private static func director(_ record: CenterRecord, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    let code = record.code.string
    let now = record.director.map { $0.isEmpty ? Phrase(zh: "尚无主任", en: "none so far") : Phrase(zh: "现任 \($0)", en: "now \($0)") }
    push(
      ActScreen.Description(
        title: Phrase(zh: "聘任、调整主任 \(code)", en: "A director of \(code)"),
        words: Phrase(
          zh: "管理委员会研究、依托单位决定，再报归口管理部门和市科技局备案（办法第16条）。",
          en: "The management committee considers, the host decides, then it is filed with department and bureau (article 16)."),
        verb: Phrase(zh: "登记", en: "Enter it"), done: Phrase(zh: "已登记管理委员会的研究", en: "What the committee considered is entered"),
        draft: "director/\(code)"),
      [
        ActField(id: "name", label: Phrase(zh: "拟任主任", en: "Director"), kind: .line(limit: 60), hint: now ?? Phrase(same: "")),
        ActField(
          id: "day", label: Phrase(zh: "管理委员会会议日期", en: "Committee met on"), kind: .day, initial: sitting.today.description),
        ActField(id: "minutes", label: Phrase(zh: "会议纪要", en: "Its minutes"), kind: .line(limit: 100)),
      ], record, sitting, then: then
    ) { store, who, answers in
      guard let day = answers.day("day") else { return }
      try store.beginDirectorFiling(
        of: code, director: answers.text("name"), considered: .init(on: day, minutes: answers.text("minutes")), by: who)
    }
  }

  // MARK: - Revocations

  /// Lets a ground be chosen. Those that a round shows are proposed when it closes.
  private static func revoke(_ record: CenterRecord, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    let grounds = RevocationGround.allCases
    let open = openRevocations(record, sitting)
    let choices = grounds.map { ground in
      Choice(
        ground.phrase, detail: Citation.phrase(ground.article),
        refusal: ground.isOfRound
          ? Phrase(zh: "评估结束时自动提出", en: "proposed by itself when a round closes")
          : open.first { $0.article == ground.article }.map {
            Phrase(zh: "已提出（\($0.number)），尚未决定", en: "proposed (\($0.number)) and not decided")
          })
    }
    sitting.runtime.choose(
      Phrase(zh: "因何撤销 \(record.code)？（办法第30条）", en: "Revoke \(record.code) on which ground? (article 30)"), choices,
      chosen: choices.firstIndex { $0.refusal == nil } ?? 0
    ) { place in
      if let place { state(grounds[place], record, sitting, then: then) }
    }
  }

  /// The revocations of a center that are proposed and not decided.
  private static func openRevocations(_ record: CenterRecord, _ sitting: Sitting) -> [MatterSummary] {
    ((try? sitting.store.matters(of: record.code.string, by: sitting.acting)) ?? []).filter { $0.kind == .revocation && $0.isOpen }
  }

  /// That others are proposed, by their numbers and grounds; nothing where none is.
  private static func besides(_ open: [MatterSummary]) -> Phrase {
    if open.isEmpty { return Phrase(same: "") }
    let (zh, en) = (open.map { "\($0.number) \($0.subject.zh)" }, open.map { "\($0.number), \($0.subject.en)" })
    return Phrase(
      zh: "另有拟撤销尚未决定：\(zh.joined(separator: "；"))。任一决定撤销，其余随之终止。",
      en: " Also proposed and not decided: \(en.joined(separator: "; ")). Once one is decided to revoke, the others lapse.")
  }

  private static func state(
    _ ground: RevocationGround, _ record: CenterRecord, _ sitting: Sitting, then: @escaping @MainActor () -> Void
  ) {
    let code = record.code.string
    let besides = besides(openRevocations(record, sitting))
    let form = RevocationForm(ground: ground, isHosts: sitting.member.role == .host)
    var description = ActScreen.Description(
      title: (form.isHosts ? Deed.ownRequest : Deed.revocation).phrase + Phrase(same: " \(code)"),
      words: ground.phrase + Citation.bracketed(ground.article) + Phrase(zh: "。", en: ". ") + form.words + besides,
      verb: Phrase(zh: "提出", en: "Propose"), done: Phrase(zh: "已提出", en: "Proposed"),
      draft: "revocation/\(code)/\(ground.rawValue)")
    description.warning = { _ in
      Phrase(zh: "提出撤销 \(code) \(record.name)。依托单位即可看到。", en: "Propose to revoke \(code) \(record.name). The host sees it at once.")
        + besides
    }
    push(description, form.fields(), record, sitting, then: then) { store, who, answers in
      try store.proposeRevocation(of: code, try form.stated(answers), by: who)
    }
  }

  private static func push(
    _ description: ActScreen.Description, _ fields: [ActField], _ record: CenterRecord, _ sitting: Sitting,
    then: @escaping @MainActor () -> Void, doing: @escaping ActScreen.Doing
  ) {
    var description = description
    description.names = [.department: "department"]
    sitting.runtime.push(ActScreen(sitting, description, fields, doing: doing, then: then))
  }
}
