import CenterStore
import Regulation
import Wording

extension RoundFileDetail {
  /// Into which center it went while the round was under way, or for which it goes on, and whose turn it is then (articles 4(5) and 27).
  func reorganised(_ row: RoundFileRow) -> [StyledLine] {
    func told(_ codes: [PlainText], _ decision: Reorganisation) -> Phrase {
      let codes = codes.map(\.string)
      return Phrase(zh: codes.joined(separator: "、"), en: codes.joined(separator: ", "))
        + Phrase(same: "  \(decision.on)  \(decision.document)")
    }
    if let end = state.file.reorganisations.end(of: row.code) {
      return entry(Phrase(zh: "重组为", en: "Went into"), told([end.successor], end), .accent)
    }
    guard let begin = state.file.reorganisations.succession(of: row.code) else { return [] }
    let lines = entry(Phrase(zh: "承接", en: "Goes on for"), told(begin.predecessors, begin), .accent)
    guard case .none = row.file.material, !row.isExempt, state.round.stage.takesSheets else { return lines }
    return lines
      + say(
        Phrase(
          zh: "材料由本中心依托单位核对、声明后提交；原中心的声明、审查和评分不转来。", en: "Its own host declares and hands in; declaration, checks and sheets stayed behind."
        ),
        .caution)
  }
}
