import CenterStore
import DeskRuntime
import Regulation
import Search
import Wording

/// Something that is done on a further screen: whoever looks for it from anywhere is led there and told what comes next.
enum PaletteDeed: CaseIterable {
  case requestChange, beginDirector, proposeRevocation, reorganise, enterDuty, attach, doForMany, saveFilter
  case openRound, assign, enterSheet, settle, publish, close, object, postpone, admitLate, writeMaterial, checkMaterial, declareConflict
  case publishCall, draftApplication, stepApplication
  case enterUser, handOutCode, correctOrganization, correctDepartment, enterTerm

  /// Where it is done.
  private enum Place {
    case registry, rounds, calls, applications, materials
    case list(Directory)
  }

  /// What it is called.
  var name: Phrase {
    switch self {
    case .requestChange: Phrase(zh: "申请变更", en: "Ask for changes")
    case .beginDirector: Phrase(zh: "拟聘任主任、备案", en: "File a director")
    case .proposeRevocation: Phrase(zh: "提出撤销资格", en: "Propose to revoke")
    case .reorganise: Phrase(zh: "重组技术创新中心", en: "Reorganise centers")
    case .enterDuty: Phrase(zh: "登记运行管理职责", en: "Enter how a duty is kept")
    case .attach: Phrase(zh: "登记附件", en: "Enter a document")
    case .doForMany: Phrase(zh: "批量办理", en: "Do something for many centers")
    case .saveFilter: Phrase(zh: "保存筛选", en: "Save a filter")
    case .openRound: Phrase(zh: "发布评估通知", en: "Announce a round")
    case .assign: Phrase(zh: "分配专家", en: "Assign experts")
    case .enterSheet: Phrase(zh: "代录评分表", en: "Type a sheet from paper")
    case .settle: Phrase(zh: "核定评估结果", en: "Settle a round")
    case .publish: Phrase(zh: "公示评估结果", en: "Publish results for objection")
    case .close: Phrase(zh: "评估结束", en: "Close a round")
    case .object: Phrase(zh: "登记结果异议", en: "Register an objection")
    case .postpone: Phrase(zh: "同意暂缓评估", en: "Defer a center")
    case .admitLate: Phrase(zh: "准予逾期办理", en: "Admit what is late")
    case .writeMaterial: Phrase(zh: "填写评估情况表", en: "Write in an evaluation form")
    case .checkMaterial: Phrase(zh: "审查评估材料", en: "Check material")
    case .declareConflict: Phrase(zh: "申报回避", en: "Declare a conflict")
    case .publishCall: Phrase(zh: "发布申报通知", en: "Give out a call")
    case .draftApplication: Phrase(zh: "填写申报书", en: "Write an application")
    case .stepApplication: Phrase(zh: "办理申请", en: "Take a step with an application")
    case .enterUser: Phrase(zh: "登记用户", en: "Enter a user")
    case .handOutCode: Phrase(zh: "发放一次性代码", en: "Hand out a one-time code")
    case .correctOrganization: Phrase(zh: "更正单位", en: "Correct an organization")
    case .correctDepartment: Phrase(zh: "更正归口管理部门", en: "Correct a department")
    case .enterTerm: Phrase(zh: "名录新增", en: "Enter a field or cluster")
    }
  }

  /// The act of which the roles may do it; `nil`: of whoever gets there.
  private var act: Act? {
    switch self {
    case .requestChange: .requestChange
    case .beginDirector: .beginDirector
    case .proposeRevocation: .proposeRevocation
    case .reorganise: .reorganise
    case .enterDuty: .enterDuty
    case .attach: .attach
    case .doForMany: .enterDuty
    case .saveFilter: nil
    case .openRound: .roundOpen
    case .assign: .assign
    case .enterSheet: .enterSheet
    case .settle: .roundSettle
    case .publish: .roundPublish
    case .close: .roundClose
    case .object: .objectToResult
    case .postpone: .postponeCenter
    case .admitLate: .admitLate
    case .writeMaterial: .writeMaterial
    case .checkMaterial: .checkMaterial
    case .declareConflict: .declareConflict
    case .publishCall: .publishCall
    case .draftApplication: .draftApplication
    case .stepApplication: .stepApplication
    case .enterUser: .enterUser
    case .handOutCode: .handOutCode
    case .correctOrganization: .correctOrganization
    case .correctDepartment: .correctDepartment
    case .enterTerm: .enterTerm
    }
  }

  private var place: Place {
    switch self {
    case .requestChange, .beginDirector, .proposeRevocation, .reorganise, .enterDuty, .attach, .doForMany, .saveFilter, .declareConflict:
      .registry
    case .openRound, .assign, .enterSheet, .settle, .publish, .close, .object, .postpone, .admitLate: .rounds
    case .writeMaterial, .checkMaterial: .materials
    case .publishCall: .calls
    case .draftApplication, .stepApplication: .applications
    case .enterUser, .handOutCode: .list(.users)
    case .correctOrganization: .list(.organizations)
    case .correctDepartment: .list(.departments)
    case .enterTerm: .list(.fields)
    }
  }

  /// What comes next where it is done.
  var next: Phrase {
    switch self {
    case .doForMany: Phrase(zh: "在管理序列中标记中心（空格），按 F2", en: "mark centers in the registry with Space, then F2")
    case .saveFilter: Phrase(zh: "在管理序列中筛选后按 w", en: "filter the registry, then w")
    default:
      switch place {
      case .registry: Phrase(zh: "在中心档案中：先选定中心", en: "in a center's file: choose the center first")
      case .rounds: Phrase(zh: "在该年度的档案中：先选定年度", en: "in the file of a round: choose the year first")
      case .materials: Phrase(zh: "在评估材料中：先选定中心", en: "among the evaluation forms: choose the center first")
      case .calls: Phrase(zh: "在申报通知中", en: "among the calls")
      case .applications: Phrase(zh: "在申请列表中", en: "in the list of applications")
      case .list(let list): Phrase(zh: "在“\(list.name.zh)”中", en: "under “\(list.name.en)”")
      }
    }
  }

  /// The screen on which it is done, if this person gets there and may do it.
  @MainActor
  func screen(_ sitting: Sitting, _ places: [Destination]) -> (any Screen)? {
    if let act, !act.roles.contains(sitting.member.role) { return nil }
    let destination: Destination?
    switch place {
    case .list(let list): return list.isOf(sitting) ? list.screen(sitting) : nil
    case .registry: destination = .registry
    case .rounds: destination = .rounds
    case .calls: destination = .calls
    case .applications: destination = places.first(where: \.isApplications)
    case .materials: destination = places.first(where: \.isMaterials)
    }
    return destination.flatMap { places.contains($0) ? $0.screen(sitting) : nil }
  }
}

extension Sitting {
  /// What is done on further screens and a text finds; what the screen's own keys do is found among its actions.
  func deeds(_ query: SearchQuery, without keyed: Set<String>, _ places: [Destination]) -> [PaletteEntry] {
    if query.isEmpty { return [] }
    return PaletteDeed.allCases.filter { deed in
      !keyed.contains(deed.name.zh) && (query.matches(deed.name.zh) || query.matches(deed.name.en))
    }.compactMap { deed in
      guard deed.screen(self, places) != nil else { return nil }
      return PaletteEntry(Choice(deed.name, detail: deed.next)) { [weak self] in
        guard let self, let screen = deed.screen(self, places) else { return }
        self.runtime.push(screen)
        self.runtime.notice(deed.name + Phrase(zh: "，", en: ": ") + deed.next, .done)
      }
    }
  }
}
