import CenterStore
import DeskRuntime
import Regulation
import Search
import Wording

/// Something that is done on a further screen: whoever looks for it from anywhere is led there and told what comes next.
struct PaletteDeed {
  /// Where it is done.
  private enum Place {
    case registry, rounds, calls, applications, materials
    case list(Directory)

    /// What comes next there.
    var next: Phrase {
      switch self {
      case .registry: Phrase(zh: "在中心档案中：先选定中心", en: "in a center's file: choose the center first")
      case .rounds: Phrase(zh: "在该年度的档案中：先选定年度", en: "in the file of a round: choose the year first")
      case .materials: Phrase(zh: "在评估材料中：先选定中心", en: "among the evaluation forms: choose the center first")
      case .calls: Phrase(zh: "在申报通知中", en: "among the calls")
      case .applications: Phrase(zh: "在申请列表中", en: "in the list of applications")
      case .list(let list): Phrase(zh: "在“\(list.name.zh)”中", en: "under “\(list.name.en)”")
      }
    }
  }

  /// What it is called.
  let name: Phrase
  /// What comes next where it is done.
  let next: Phrase
  /// The act of which the roles may do it; `nil`: of whoever gets there.
  private let act: Act?
  private let place: Place

  private init(_ zh: String, _ en: String, _ act: Act?, _ place: Place, next: Phrase? = nil) {
    (name, self.act, self.place) = (Phrase(zh: zh, en: en), act, place)
    self.next = next ?? place.next
  }

  /// All that the first screens do not lead to by their own keys.
  static let all = [
    PaletteDeed("申请变更", "Ask for changes", .requestChange, .registry),
    PaletteDeed("拟聘任主任、备案", "File a director", .beginDirector, .registry),
    PaletteDeed("提出撤销资格", "Propose to revoke", .proposeRevocation, .registry),
    PaletteDeed("重组技术创新中心", "Reorganise centers", .reorganise, .registry),
    PaletteDeed("登记运行管理职责", "Enter how a duty is kept", .enterDuty, .registry),
    PaletteDeed("登记附件", "Enter a document", .attach, .registry),
    PaletteDeed("申报回避", "Declare a conflict", .declareConflict, .registry),
    PaletteDeed(
      "批量办理", "Do something for many centers", .enterDuty, .registry,
      next: Phrase(zh: "在管理序列中标记中心（空格），按 F2", en: "mark centers in the registry with Space, then F2")),
    PaletteDeed("保存筛选", "Save a filter", nil, .registry, next: Phrase(zh: "在管理序列中筛选后按 w", en: "filter the registry, then w")),
    PaletteDeed("发布评估通知", "Announce a round", .roundOpen, .rounds), PaletteDeed("分配专家", "Assign experts", .assign, .rounds),
    PaletteDeed("代录评分表", "Type a sheet from paper", .enterSheet, .rounds),
    PaletteDeed("核定评估结果", "Settle a round", .roundSettle, .rounds),
    PaletteDeed("公示评估结果", "Publish results for objection", .roundPublish, .rounds),
    PaletteDeed("评估结束", "Close a round", .roundClose, .rounds),
    PaletteDeed("登记结果异议", "Register an objection", .objectToResult, .rounds),
    PaletteDeed("同意暂缓评估", "Defer a center", .postponeCenter, .rounds),
    PaletteDeed("准予逾期办理", "Admit what is late", .admitLate, .rounds),
    PaletteDeed("填写评估情况表", "Write in an evaluation form", .writeMaterial, .materials),
    PaletteDeed("审查评估材料", "Check material", .checkMaterial, .materials),
    PaletteDeed("发布申报通知", "Give out a call", .publishCall, .calls),
    PaletteDeed("填写申报书", "Write an application", .draftApplication, .applications),
    PaletteDeed("办理申请", "Take a step with an application", .stepApplication, .applications),
    PaletteDeed("登记用户", "Enter a user", .enterUser, .list(.users)),
    PaletteDeed("发放一次性代码", "Hand out a one-time code", .handOutCode, .list(.users)),
    PaletteDeed("更正单位", "Correct an organization", .correctOrganization, .list(.organizations)),
    PaletteDeed("更正归口管理部门", "Correct a department", .correctDepartment, .list(.departments)),
    PaletteDeed("名录新增", "Enter a field or cluster", .enterTerm, .list(.fields)),
  ]

  /// What leads to the screen on which it is done, for whoever gets there and may do it.
  @MainActor
  func way(_ sitting: Sitting, _ places: [Destination]) -> (() -> any Screen)? {
    if let act, !act.roles.contains(sitting.member.role) { return nil }
    let destination: Destination?
    switch place {
    case .list(let list): return list.isOf(sitting) ? { list.screen(sitting) } : nil
    case .registry: destination = places.first { $0 == .registry }
    case .rounds: destination = places.first { $0 == .rounds }
    case .calls: destination = places.first { $0 == .calls }
    case .applications: destination = places.first(where: \.isApplications)
    case .materials: destination = places.first(where: \.isMaterials)
    }
    return destination.map { destination in { destination.screen(sitting) } }
  }
}

extension Sitting {
  /// What is done on further screens and a text finds; what the screen's own keys do is found among its actions.
  func deeds(_ query: SearchQuery, without keyed: Set<String>, _ places: [Destination]) -> [PaletteEntry] {
    if query.isEmpty { return [] }
    return PaletteDeed.all.filter { deed in
      !keyed.contains(deed.name.zh) && (query.matches(deed.name.zh) || query.matches(deed.name.en))
    }.compactMap { deed in
      guard let way = deed.way(self, places) else { return nil }
      return PaletteEntry(Choice(deed.name, detail: deed.next)) { [weak self] in
        guard let self else { return }
        self.runtime.push(way())
        self.runtime.notice(deed.name + Phrase(zh: "，", en: ": ") + deed.next, .done)
      }
    }
  }
}
