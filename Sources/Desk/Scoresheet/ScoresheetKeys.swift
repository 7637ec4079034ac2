import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What can be done on a scoresheet.
enum ScoresheetAction: String, CaseIterable {
  case enter, share, abandon, more, less, clear, next, previous, undo, redo
  case comment, saveComment, leaveComment
  case submit, takeBack, resolve, matrix, documents, retry
  case up, down, first, last, pageUp, pageDown, facts, indicators

  var name: ActionName { ActionName(rawValue) }
}

/// The keys of a scoresheet, made from how it stands.
enum ScoresheetKeys {
  static func bindings(_ state: ScoresheetState) -> [KeyBinding] {
    if state.problem != nil {
      return [
        binding(.retry, [KeyPress(.function(5)), KeyPress(.enter)], zh: "重试", en: "try again", .first)
      ]
    }
    if state.comment != nil { return comment }
    if state.entry != nil { return entry }
    return scoring(state) + sheet(state) + moving(state)
  }

  private static var comment: [KeyBinding] {
    [
      binding(.saveComment, [KeyPress(.function(2)), .control("s")], zh: "保存评语", en: "save", .first),
      binding(
        .leaveComment, [KeyPress(.escape)], zh: "返回（留草稿）", en: "back, keep draft", .first,
        explaining: Phrase(zh: "返回评分表，所写留作草稿", en: "go back to the sheet; what is written stays a draft")),
    ]
  }

  private static var entry: [KeyBinding] {
    [
      binding(
        .next, [KeyPress(.enter), KeyPress(.function(5))], zh: "保存并到下一未评项", en: "save, next open", .first),
      binding(.previous, [KeyPress(.function(6))], zh: "上一未评项", en: "previous open", .footer),
      binding(.abandon, [KeyPress(.escape)], zh: "放弃", en: "abandon", .first),
      binding(.comment, [KeyPress(.function(4))], zh: "保存并写评语", en: "save, comment"),
      binding(.submit, [KeyPress(.function(3))], zh: "保存并提交", en: "save, submit"),
    ]
  }

  private static func scoring(_ state: ScoresheetState) -> [KeyBinding] {
    let refusal = state.refusal
    let hasPoints = state.sheet.points[state.selected] != nil
    return [
      binding(
        .enter, [KeyPress(.enter)], zh: "评分", en: "points", .first,
        explaining: Phrase(
          zh: "输入得分：直接键入 2.5 或 85%，回车保存并到下一未评项", en: "enter points: type 2.5 or 85%; Enter saves and goes to the next open indicator"),
        refusal),
      binding(
        .comment, [.character("c"), KeyPress(.function(4))], zh: "评语", en: "comment", .first,
        explaining: Phrase(zh: "写评语；未写完的自动留作草稿", en: "write a comment; what is not finished is kept as a draft"), refusal),
      binding(
        .next, [.character("n"), KeyPress(.function(5))], zh: "下一未评", en: "next open", refusal == nil ? .footer : .help,
        explaining: Phrase(zh: "到下一个未评分的指标", en: "go to the next indicator without points")),
      binding(
        .previous, [.character("p"), KeyPress(.function(6))], zh: "上一未评", en: "previous open",
        explaining: Phrase(zh: "到上一个未评分的指标", en: "go to the previous indicator without points")),
      binding(
        .more, [.character("+"), .character("=")], zh: "加半分", en: "half more",
        explaining: Phrase(zh: "得分加 0.5", en: "half a point more"),
        refusal
          ?? (hasPoints
            ? nil : Phrase(zh: "\(state.selected) 尚未评分，请先键入得分", en: "\(state.selected) has no points yet: type them first"))),
      binding(
        .less, [.character("-")], zh: "减半分", en: "half less", explaining: Phrase(zh: "得分减 0.5", en: "half a point less"),
        refusal),
      binding(
        .share, [.character("%")], zh: "按比例", en: "share", .footer,
        explaining: Phrase(zh: "按满分的百分比评分", en: "enter a share of the weight in percent"), refusal),
      binding(
        .clear, [KeyPress(.delete), KeyPress(.backspace)], zh: "清除得分", en: "take away",
        explaining: Phrase(zh: "清除所选指标的得分", en: "take the points of the selected indicator away"),
        refusal ?? (hasPoints ? nil : Phrase(zh: "此项尚未评分", en: "There are no points to take away"))),
      binding(
        .undo, [.character("u"), .control("_"), KeyPress(.backspace, .alt)], zh: "撤销", en: "undo",
        explaining: Phrase(zh: "撤销上一次评分或评语", en: "undo the last entry of points or comment"),
        refusal ?? (state.steps.isEmpty ? Phrase(zh: "没有可撤销的修改", en: "There is nothing to undo") : nil)),
      binding(
        .redo, [.control("y")], zh: "恢复", en: "redo",
        explaining: Phrase(zh: "恢复刚撤销的评分或评语", en: "bring back what was undone last"),
        refusal ?? (state.undone.isEmpty ? Phrase(zh: "没有可恢复的修改", en: "There is nothing to bring back") : nil)),
    ]
  }

  private static func sheet(_ state: ScoresheetState) -> [KeyBinding] {
    var bindings: [KeyBinding] = []
    if !state.unsaved.isEmpty {
      bindings.append(
        binding(
          .resolve, [KeyPress(.function(11)), .character("r")], zh: "处理未保存", en: "not saved", .first,
          explaining: Phrase(zh: "重试未能保存的修改，或在两处改动中选择", en: "try again what could not be saved, or choose between two desks")))
    }
    if state.sheet.state == .submitted {
      let locked = state.takesSheets ? nil : state.refusal
      bindings.append(
        binding(
          .takeBack, [KeyPress(.function(3)), .character("S")], zh: "撤回", en: "take back", .first,
          explaining: Phrase(zh: "撤回已提交的评分表，以便修改", en: "take the submitted sheet back to change it"), locked))
    } else {
      bindings.append(
        binding(
          .submit, [KeyPress(.function(3)), .character("S")], zh: "提交", en: "submit", .first,
          explaining: Phrase(zh: "核对并提交评分表", en: "look the sheet over and submit it"), state.refusal))
    }
    bindings.append(
      binding(
        .matrix, [.character("m"), KeyPress(.function(2))], zh: "对照", en: "matrix", .footer,
        explaining: Phrase(zh: "所有中心在此指标上的得分对照", en: "compare all my centers on this indicator")))
    bindings.append(documents(.help))
    return bindings
  }

  private static func documents(_ prominence: KeyBinding.Prominence) -> KeyBinding {
    binding(
      .documents, [.character("d"), .control("d")], zh: "附件", en: "documents", prominence,
      explaining: Phrase(zh: "看证明此指标数据的附件及其存放处", en: "see the documents that prove this indicator's figures, and where they are"))
  }

  /// What can be done by those who read another's sheet.
  static func reading(_ state: ScoresheetState) -> [KeyBinding] { moving(state) + [documents(.footer)] }

  private static func moving(_ state: ScoresheetState) -> [KeyBinding] {
    let isLeft = state.pane == .indicators
    return [
      isLeft
        ? binding(
          .facts, [KeyPress(.tab), KeyPress(.right), .character("l")], zh: "看数据", en: "facts", .footer,
          explaining: Phrase(zh: "转到评估要点和数据", en: "go to the evaluation points and facts"))
        : binding(
          .indicators, [KeyPress(.tab), KeyPress(.left), .character("h"), KeyPress(.escape)], zh: "回指标", en: "indicators", .footer,
          explaining: Phrase(zh: "回到指标列表", en: "go back to the list of indicators")),
      binding(.up, [KeyPress(.up), .character("k")], zh: "上移", en: "up"),
      binding(.down, [KeyPress(.down), .character("j")], zh: "下移", en: "down"),
      binding(.first, [KeyPress(.home)], zh: "到开头", en: "to the beginning"),
      binding(.last, [KeyPress(.end)], zh: "到末尾", en: "to the end"),
      binding(
        .pageUp, [KeyPress(.pageUp)], zh: "数据上翻", en: "facts up", explaining: Phrase(zh: "数据向上翻页", en: "scroll the facts up")),
      binding(
        .pageDown, [KeyPress(.pageDown)], zh: "数据下翻", en: "facts down",
        explaining: Phrase(zh: "数据向下翻页", en: "scroll the facts down")),
    ]
  }

  private static func binding(
    _ action: ScoresheetAction, _ keys: [KeyPress], zh: String, en: String, _ prominence: KeyBinding.Prominence = .help,
    explaining: Phrase? = nil, _ refusal: Phrase? = nil
  ) -> KeyBinding {
    KeyBinding(
      action.name, keys, label: Phrase(zh: zh, en: en), explanation: explaining, prominence: prominence, refusal: refusal)
  }
}
