import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The file of one application: what is applied for beside what the rules find, what was done, and every step that can follow.
@MainActor
final class ApplicationScreen: Screen {
  let sitting: Sitting
  let number: String
  private(set) var file: ApplicationFile?
  private(set) var documents: [Attachment] = []
  private var failure: WordsPage?
  var pages = FilePages()

  init(_ sitting: Sitting, number: String) {
    self.sitting = sitting
    self.number = number
  }

  var title: Phrase { Phrase(zh: "申请 \(number)", en: "Application \(number)") }

  var bindings: [KeyBinding] {
    guard let file else { return [] }
    var bindings: [KeyBinding] = []
    let role = sitting.member.role
    if role == .expert { return expertBindings(file) + readingBindings(file) }
    if role == .host {
      bindings.append(
        KeyBinding(
          "edit", [.character("e"), KeyPress(.function(4))], label: Phrase(zh: "填写", en: "fill in"),
          explanation: Phrase(zh: "填写申报书", en: "write in the application form"), prominence: .first,
          refusal: file.summary.stage.isEditable
            ? nil : Phrase(zh: "申请不在本单位手中，不能修改", en: "the application is with others: it cannot be changed")))
      bindings += hostBindings(file)
    }
    bindings.append(
      .steps(
        isAnyLawful: file.summary.unnamedExperts > 0
          || ApplicationStepKind.byUse.contains { $0.isTaken(by: role) && file.refusal($0, by: role) == nil }))
    // Before anything else of the review comes that there is somebody to review.
    if file.summary.unnamedExperts > 0 { bindings.append(expertsBinding(file)) }
    bindings += stepBindings(file)
    bindings += readingBindings(file)
    if sitting.isStaff { bindings += staffBindings(file) }
    return bindings
  }

  /// The steps of this stage, each with a digit that it keeps whether it is lawful or not, the one that leads on first; the digit of what
  /// cannot be taken back is far from the others.
  private func stepBindings(_ file: ApplicationFile) -> [KeyBinding] {
    let role = sitting.member.role
    let kinds = ApplicationStepKind.byUse.filter { $0.isTaken(by: role) && file.application.isInOrder($0) }
    return kinds.enumerated().map { place, kind in
      KeyBinding(
        ActionName("step.\(kind.rawValue)"), [.character(kind == .withdraw ? "9" : Character(String(place + 1)))], label: kind.phrase,
        prominence: kind.leadsOn ? .first : kind == .withdraw ? .help : .footer, refusal: file.refusal(kind, by: role)?.cited)
    }
  }

  /// The ways through the file.
  private func readingBindings(_ file: ApplicationFile) -> [KeyBinding] {
    let all = documents.count
    let here = pages.proof.map { proof in documents.count { $0.entry.bears(on: proof) } } ?? all
    let item: Phrase =
      switch pages.proof {
      case .condition(let article)?: Phrase(same: " \(article)")
      case .step(let place)?: Phrase(zh: " 第 \(place) 步", en: " step \(place)")
      case .creditCheck(let place)?: Phrase(zh: " 信用核查 \(place)", en: " check \(place)")
      default: Phrase(same: "")
      }
    let label = Phrase(zh: "附件", en: "docs") + item + Phrase(zh: "（\(here)）", en: " (\(here))")
    return [
      KeyBinding(
        "section", [KeyPress(.tab)], label: Phrase(zh: "下一段", en: "next"),
        explanation: Phrase(zh: "到下一部分：条件、评审、申报书、办理经过", en: "the next part: conditions, review, form, what was done"), prominence: .footer),
      KeyBinding("section.back", [KeyPress(.tab, .shift)], label: Phrase(zh: "上一部分", en: "part before")),
      KeyBinding(
        "unmet", [KeyPress(.function(3)), .control("n")], label: Phrase(zh: "下一处未符合", en: "next not met"),
        explanation: Phrase(zh: "到下一个不符合或待定的条件", en: "go to the next condition that is not met or unknown"),
        refusal: file.eligibility.verdict == .yes ? Phrase(zh: "所有条件都已符合", en: "every condition is met") : nil),
      KeyBinding(
        "documents", [.character("m"), .control("d")], label: label,
        explanation: Phrase(
          zh: "光标所在条件、步骤或信用核查的附件；光标在别处时列出全部",
          en: "what proves the condition, step or check under the cursor; all documents elsewhere"),
        prominence: .footer,
        refusal: all == 0 && entering(file) == nil ? Phrase(zh: "没有登记附件", en: "no document is on file") : nil),
      KeyBinding(
        "history", [.character("p"), .control("t")], label: Phrase(zh: "经过", en: "history"),
        explanation: Phrase(zh: "办理经过：何时、何人、理由", en: "what was done: when, by whom, why"), prominence: .footer),
    ]
  }

  /// What a host does with a draft, or with an application that came to nothing.
  private func hostBindings(_ file: ApplicationFile) -> [KeyBinding] {
    if file.summary.stage == .draft {
      return [
        KeyBinding(
          "redirect", [.character("g"), KeyPress(.function(6))], label: Phrase(zh: "改归口部门", en: "department"),
          explanation: Phrase(zh: "提交前改向另一归口管理部门申报（办法第5条）", en: "apply to another department, before handing in (article 5)"),
          prominence: .footer)
      ]
    }
    guard !file.summary.stage.isOpen, file.summary.stage != .certified else { return [] }
    return [
      KeyBinding(
        "copy", [.character("y"), KeyPress(.function(5))], label: Phrase(zh: "复制为新申请", en: "copy as new"),
        explanation: Phrase(
          zh: "以本申报书的内容新建一份申请；声明须重新作出（办法第10条）",
          en: "begin a new application with this form; the declaration is given anew (article 10)"),
        prominence: .first)
    ]
  }

  private func redirect(_ file: ApplicationFile) {
    sitting.chooseDepartment(Phrase(zh: "改向哪个归口管理部门申报？", en: "Apply to which department instead?"), now: file.summary.department) {
      [weak self] department in
      guard let self else { return }
      let (number, old) = (self.number, file.summary.department)
      self.sitting.correct(Phrase(zh: "已改为：", en: "Now: ") + PlaceNames.standard[department.string]) { store, who, decided in
        try store.redirectApplication(number, to: department, expecting: Seen(PlainText(old), decided), by: who)
      } then: { [weak self] _ in
        self?.load()
      }
    }
  }

  private func expertsBinding(_ file: ApplicationFile) -> KeyBinding {
    let isFirst = file.summary.unnamedExperts > 0
    return KeyBinding(
      "experts", [.character("a"), KeyPress(.function(5))],
      label: isFirst ? Phrase(zh: "安排专家", en: "name experts") : Phrase(zh: "评审专家", en: "experts"),
      explanation: Phrase(zh: "安排评审专家，指定组长；须回避的说明原因", en: "name experts and their leader; who must step aside says why"),
      prominence: isFirst ? .first : .footer, refusal: notReviewing(file))
  }

  private func notReviewing(_ file: ApplicationFile) -> Phrase? {
    file.summary.stage == .reviewing ? nil : Phrase(zh: "不在专家评审阶段（办法第11条）", en: "not under expert review (article 11)")
  }

  private func staffBindings(_ file: ApplicationFile) -> [KeyBinding] {
    let notReviewing = notReviewing(file)
    let isOver = file.summary.stage.isOpen ? nil : Phrase(zh: "申请已办结", en: "the application is over")
    let experts = file.summary.unnamedExperts > 0 ? [] : [expertsBinding(file)]
    return experts + [
      KeyBinding(
        "leader", [.character("g"), .control("g")], label: Phrase(zh: "指定组长", en: "name the leader"),
        explanation: Phrase(zh: "在已安排的专家中指定组长，由其填写专家组意见", en: "which of the experts leads and writes the group’s opinion"),
        refusal: notReviewing),
      KeyBinding(
        "release", [.character("x"), KeyPress(.delete)], label: Phrase(zh: "移除专家", en: "let an expert go"),
        explanation: Phrase(zh: "移除一位尚未提交意见的专家", en: "let an expert go who has not handed in"), refusal: notReviewing),
      KeyBinding(
        "judge", [.character("v"), KeyPress(.function(6))], label: Phrase(zh: "人工认定", en: "judge"),
        explanation: Phrase(zh: "认定办法留待判断的条件，写明理由", en: "decide what the text leaves to judgement, with a reason"), refusal: isOver),
      KeyBinding(
        "credit", [.character("c"), KeyPress(.function(11))], label: Phrase(zh: "信用核查", en: "credit check"),
        explanation: Phrase(zh: "记录信用核查（办法第9条第4项）", en: "record a credit check (article 9.4)"), refusal: isOver),
    ]
  }

  // MARK: - Reading

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("application.", "call.", "conflict.", "import.", "attachment.") {
      load()
    }
  }

  func load() {
    do {
      file = try sitting.store.application(number, by: sitting.acting)
      documents = try sitting.store.attachments(of: .application(number), by: sitting.acting)
      failure = nil
    } catch {
      file = nil
      failure = .failed(error)
    }
    pages.forget()
  }

  // MARK: - Keys

  func perform(_ action: ActionName) {
    guard let file else { return }
    switch action {
    case "steps": chooseStep(file)
    case "edit": sitting.runtime.push(ApplicationFormScreen(sitting, number: number))
    case "opinion": openOpinion()
    case "experts": chooseExpert()
    case "release": release(file)
    case "judge": chooseJudgement(file)
    case "credit": recordCredit()
    case "leader": chooseLeader(file)
    case "declare": declare(file)
    case "group": GroupOpinion.write(file, sitting) { [weak self] in self?.load() }
    case "redirect": redirect(file)
    case "copy": sitting.beginApplication(copying: number)
    case "section": pages.goOn()
    case "section.back": pages.goOn(back: true)
    case "history": pages.go(to: .history)
    case "unmet": pages.goToNext(of: Set((file.eligibility.failed + file.eligibility.unknown).map { Proof.condition($0.article) }))
    case "documents": showDocuments(file)
    default:
      let prefix = "step."
      if action.rawValue.hasPrefix(prefix), let kind = ApplicationStepKind(rawValue: String(action.rawValue.dropFirst(prefix.count))) {
        begin(kind, file)
      }
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): pages.take(press)
    case .mouse(let press): pages.take(press)
    case .paste, .focus: false
    }
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    guard let file else { return WordsPage.loading.draw(on: &canvas, in: area, look: look) }
    if !pages.isLaid(for: area, look) {
      let lines = ApplicationLines(
        file: file, documents: documents, look: look, measure: canvas.measure, role: sitting.member.role, today: sitting.today,
        names: sitting.names)
      pages.lay(in: area, look) { section, columns in lines.lines(of: section, columns: columns) }
    }
    pages.draw(on: &canvas, in: area)
  }
}

extension ApplicationFile {
  /// The steps that somebody of a role can take now, those that lead on first.
  func lawfulSteps(for role: Role) -> [ApplicationStepKind] {
    ApplicationStepKind.byUse.filter { $0.isTaken(by: role) && refusal($0, by: role) == nil }
  }
}
