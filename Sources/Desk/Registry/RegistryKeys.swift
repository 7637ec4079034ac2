import DeskRuntime
import Widgets
import Wording

extension RegistryState {
  /// What the bindings depend on.
  struct BindingsStanding: Equatable {
    private let isSearching, isEmpty, isUnfiltered, isPlain, isTextEmpty, isCounted, isGuest, canUndo, showsMarkedOnly: Bool
    private let suggested: [FieldFinder.Found]
    private let markedCodes: [String]

    init(_ state: RegistryState) {
      isSearching = state.isSearching
      isEmpty = state.list.isEmpty
      isUnfiltered = state.filter.isEmpty
      isPlain = state.isPlain
      canUndo = state.canUndo
      showsMarkedOnly = state.showsMarkedOnly
      isTextEmpty = state.field.text.isEmpty
      isCounted = state.isCounted
      isGuest = state.isGuest
      suggested = state.suggested
      markedCodes = state.markedCodes
    }
  }

  /// What can be done in the registry now.
  var bindings: [KeyBinding] { isSearching ? searchBindings : listBindings }

  private var searchBindings: [KeyBinding] {
    // Where no center is found, Enter leads on to what else may be meant.
    let first =
      list.isEmpty && isCounted && !suggested.isEmpty ? [fieldOnly(KeyPress(.enter))] : [open] + (suggested.isEmpty ? [] : [fieldOnly()])
    return first + [
      KeyBinding(
        "search.leave", [KeyPress(.tab), KeyPress(.function(3))], label: Phrase(zh: "到列表", en: "to the list"),
        explanation: Phrase(zh: "保留检索，回到列表", en: "keep the search and go to the list"), prominence: .first),
      clear,
    ]
  }

  /// Goes from a search to the field of technology that it may mean.
  private func fieldOnly(_ further: KeyPress...) -> KeyBinding {
    KeyBinding(
      "search.field", further + [KeyPress(.function(4))],
      label: suggested.count == 1 ? Phrase(zh: "只看该领域", en: "only the field") : Phrase(zh: "选领域", en: "choose a field"),
      explanation: Phrase(zh: "清除检索，只看技术领域", en: "take the search away and show only the field ") + suggested.phrase(names),
      prominence: .first)
  }

  private var open: KeyBinding {
    KeyBinding(
      "open", isSearching ? [KeyPress(.enter)] : [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "打开", en: "open"),
      explanation: Phrase(zh: "打开所选中心的档案", en: "open the file of the selected center"), prominence: .first,
      refusal: list.isEmpty ? Phrase(zh: "没有可打开的中心", en: "there is no center to open") : nil)
  }

  private var clear: KeyBinding {
    KeyBinding(
      "search.clear", [KeyPress(.escape)], label: Phrase(zh: "清除检索", en: "clear the search"),
      explanation: Phrase(zh: "清除检索，显示全部", en: "take the search away and show all"), prominence: .first)
  }

  private var listBindings: [KeyBinding] {
    var bindings = [
      open,
      KeyBinding(
        "search", [.character("/"), KeyPress(.function(3))], label: Phrase(zh: "检索", en: "search"),
        explanation: Phrase(
          zh: "按名称、编号、依托单位检索：汉字、拼音、首字母均可", en: "search names, codes and hosts, by characters, pinyin or initials"),
        prominence: .first),
      KeyBinding(
        "filter", [.character("f"), KeyPress(.function(4))], label: Phrase(zh: "筛选", en: "filter"),
        explanation: Phrase(
          zh: "按领域、归口部门、状态、等级、年度、职责筛选，或选用已存的筛选",
          en: "narrow to a field, department, state, grade, year or duty; saved filters stand there too"), prominence: .footer),
      KeyBinding(
        "sort", [.character("s"), KeyPress(.function(5))], label: Phrase(zh: "排序", en: "sort"),
        explanation: Phrase(zh: "选择排序方式；再选一次则倒序", en: "choose an order; the same again turns it round"), prominence: .footer),
      KeyBinding(
        "mark", [.character(" "), KeyPress(.insert)],
        label: marks.isEmpty && deeds.isEmpty ? Phrase(zh: "标记待复制", en: "mark to copy") : Phrase(zh: "标记", en: "mark"),
        explanation: deeds.isEmpty
          ? Phrase(zh: "标记所选中心，或取消标记；已标记的可一并复制", en: "mark the selected center, or take its mark away; all marked ones are copied at once")
          : Phrase(
            zh: "标记所选中心，或取消标记；已标记的可一并办理、一并复制",
            en: "mark the selected center, or take its mark away; something is done with all marked ones, or they are copied, at once"),
        prominence: .footer),
      KeyBinding(
        "rounds", [.character("e"), KeyPress(.function(6))], label: Phrase(zh: "评估结果", en: "results"),
        explanation: Phrase(zh: "查看各评估年度和公布的排名", en: "show the rounds of evaluation and their published rankings"),
        prominence: isGuest ? .first : .footer),
    ]
    if marks.isEmpty {
      if !deeds.isEmpty { bindings.append(unmarked) }
      bindings.append(
        KeyBinding(
          "copy", [.character("y"), .control("y")], label: Phrase(zh: "复制编号", en: "copy code"),
          explanation: Phrase(zh: "复制所选中心的编号和名称到剪贴板", en: "copy code and name of the selected center to the clipboard"),
          refusal: list.isEmpty ? Phrase(zh: "没有可复制的中心", en: "there is no center to copy") : nil))
    } else {
      bindings.insert(contentsOf: markBindings, at: 1)
      bindings.append(markedOnly)
    }
    bindings += [
      KeyBinding(
        "mark.all", [.control("a"), .character("*")], label: Phrase(zh: "标记全部", en: "mark all"),
        explanation: Phrase(
          zh: "标记列出的全部中心（最多 \(RegistryState.mostMarks.grouped) 个）；都已标记的，全部取消",
          en: "mark all that are shown, at most \(RegistryState.mostMarks.grouped); where all are, take their marks away"),
        refusal: list.isEmpty ? Phrase(zh: "没有可标记的中心", en: "there is no center to mark") : nil),
      KeyBinding(
        "filter.save", [.character("w"), .control("w")], label: Phrase(zh: "保存筛选", en: "save filter"),
        explanation: Phrase(zh: "把现在的筛选、排序和检索起名保存，以后直接选用", en: "keep this filter, order and search under a name"),
        refusal: isPlain ? Phrase(zh: "没有筛选、检索，也是原来的排序", en: "nothing is filtered, searched or sorted") : nil),
    ]
    if canUndo { bindings.append(undoing) }
    if !filter.isEmpty {
      bindings.append(
        KeyBinding(
          "filter.clear", [KeyPress(.backspace)], label: Phrase(zh: "清除筛选", en: "clear filter"),
          explanation: Phrase(zh: "取消全部筛选条件", en: "show the centers of all fields, departments, states and grades")))
    }
    if !field.text.isEmpty { bindings.insert(clear, at: 2) }
    return bindings
  }

  /// Where nothing of the list can be brought back, the same keys take back what was done last.
  private var undoing: KeyBinding {
    KeyBinding(
      "undo", [.character("u"), .control("_"), KeyPress(.backspace, .alt)], label: Phrase(zh: "恢复列表", en: "list as before"),
      explanation: Phrase(
        zh: "回到上一次改动之前的筛选、排序、检索和标记；办过的事不动",
        en: "bring back filter, order, search and marks as they were before the last change; nothing that was done is undone"))
  }

  /// What can be done with all marked centers at once.
  private var markBindings: [KeyBinding] {
    let which = markedNames
    let count = marks.count
    return deedBindings + [
      KeyBinding(
        "marks.codes", [.character("y"), .control("y")],
        label: Phrase(zh: "复制 \(count) 个编号", en: count == 1 ? "copy 1 code" : "copy \(count) codes"),
        explanation: Phrase(zh: "复制已标记的 \(count) 个编号：", en: "copy the codes of the \(count) marked: ") + which, prominence: .first),
      KeyBinding(
        "marks.rows", [.character("Y"), .control("t")] + (deeds.isEmpty ? [KeyPress(.function(2))] : []),
        label: Phrase(zh: "复制整行", en: "copy rows"),
        explanation: Phrase(
          zh: "复制已标记的 \(count) 行，可贴入表格：", en: "copy the rows of the \(count) marked, to be pasted into a spreadsheet: ") + which,
        prominence: .footer),
      KeyBinding(
        "marks.clear", [KeyPress(.delete)], label: Phrase(zh: "清除标记", en: "clear marks"),
        explanation: Phrase(zh: "取消全部 \(count) 个标记：", en: "take all \(count) marks away: ") + which),
    ]
  }

  /// Shows the marked alone, or all again.
  private var markedOnly: KeyBinding {
    KeyBinding(
      "marks.only", [KeyPress(.tab), .character("m")],
      label: showsMarkedOnly ? Phrase(zh: "看全部", en: "show all") : Phrase(zh: "只看标记", en: "marked only"),
      explanation: showsMarkedOnly
        ? Phrase(zh: "回到筛选出的全部中心", en: "go back to all that the filter leaves")
        : Phrase(zh: "只看已标记的 \(marks.count) 个，不论筛选", en: "show the \(marks.count) marked alone, whatever the filter"), prominence: .footer)
  }

  /// What can be done with them, for whom that is.
  private var deedBindings: [KeyBinding] {
    if deeds.isEmpty { return [] }
    return [
      KeyBinding(
        "marks.act", [KeyPress(.function(2)), .character("b")],
        label: Phrase(zh: "办理 \(marks.count) 个", en: "act on \(marks.count)"),
        explanation: Phrase(zh: "对已标记的 \(marks.count) 个一并办理：", en: "do something with the \(marks.count) marked: ") + markedNames,
        prominence: .first)
    ]
  }

  /// Where nothing is marked, the keys of acts say what they need.
  private var unmarked: KeyBinding {
    KeyBinding(
      "marks.act", [KeyPress(.function(2)), .character("b")], label: Phrase(zh: "办理", en: "act"),
      explanation: Phrase(zh: "对已标记的中心一并办理", en: "do something with the marked centers"),
      refusal: Phrase(
        zh: "先用空格标记中心，再一并办理；单个中心在其档案里办理", en: "mark centers with the space bar first; one alone is acted on in its file"))
  }

  /// The first few codes, so that one sees what an act would be done with.
  private var markedNames: Phrase {
    let shown = markedCodes.prefix(3)
    let more = markedCodes.count > shown.count
    return Phrase(
      zh: shown.joined(separator: "、") + (more ? " 等" : ""), en: shown.joined(separator: ", ") + (more ? " and others" : ""))
  }
}
