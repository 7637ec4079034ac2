import CenterStore
import DeskRuntime
import Regulation
import Wording

extension Sitting {
  /// Lets a host choose the department to which it applies (article 5); the one of its own county stands first and is selected.
  ///
  /// - Parameter now: the department that is named already, which is selected instead.
  func chooseDepartment(_ title: Phrase, now: String? = nil, then: @escaping @MainActor (PlainText) -> Void) {
    do {
      let own = try store.ownDepartment(by: acting)
      let all = try store.departments(by: acting).map(\.name)
      let departments = all.filter { $0 == own } + all.filter { $0 != own }
      let choices = departments.map { name in
        Choice(
          PlaceNames.standard[name.string], detail: name == own ? Phrase(zh: "本单位所在地", en: "where this unit stands") : nil,
          keywords: name.string)
      }
      runtime.choose(title, choices, chosen: departments.firstIndex { $0.string == now } ?? 0, filter: true) { place in
        if let place { then(departments[place]) }
      }
    } catch { tell(error) }
  }

  /// Begins an application to the latest call, and shows its form.
  ///
  /// - Parameter copied: an application of the same host whose form is begun with.
  func beginApplication(copying copied: String? = nil) {
    do {
      guard let call = try store.calls(by: acting).first?.call else {
        return runtime.notice(Phrase(zh: "还没有申报通知（办法第8条）", en: "no call is out yet (article 8)"), .caution)
      }
      afterLateQuestion(of: call) { [weak self] in self?.chooseDepartment(of: call, copying: copied) }
    } catch { tell(error) }
  }

  /// Goes on at once while the call takes applications; after its last day only when the host wants one that may never be handed in (article 10).
  private func afterLateQuestion(of call: Call, then: @escaping @MainActor () -> Void) {
    let last = call.lastDays.host
    if today <= last { return then() }
    runtime.confirm(
      Phrase(zh: "\(call.year) 年度申报已于 \(last) 截止，仍要新建？", en: "Applications for \(call.year) were taken until \(last): begin one?"),
      Phrase(
        zh: "现在可以填写；只有市科技局准予逾期办理后，方可提交（办法第10条）。",
        en: "It can be written; it can be handed in only if the bureau admits it late (article 10)."),
      yes: Phrase(zh: "新建", en: "Begin it")
    ) { agreed in
      if agreed { then() }
    }
  }

  private func chooseDepartment(of call: Call, copying copied: String?) {
    chooseDepartment(Phrase(zh: "向哪个归口管理部门申报？（提交前可改）", en: "To which department do you apply? (open until you hand in)")) {
      [weak self] department in
      self?.begin(call.year, department, copying: copied)
    }
  }

  private func begin(_ year: Int, _ department: PlainText, copying copied: String?) {
    let (store, who) = (store, acting)
    runtime.background(holdsInput: true) {
      try store.beginApplication(year: year, department: department, copying: copied, by: who)
    } then: { [weak self] result in
      guard let self else { return }
      switch result {
      case .success(let number):
        self.runtime.push(ApplicationScreen(self, number: number))
        self.runtime.push(ApplicationFormScreen(self, number: number))
      case .failure(let error): self.tell(error)
      }
    }
  }
}
