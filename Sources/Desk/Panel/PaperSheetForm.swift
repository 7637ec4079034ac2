import CenterStore
import Regulation
import Widgets
import Wording

/// A signed paper sheet as staff type it (article 25): which paper, the points of the nineteen indicators, their comments; the sum while typing.
struct PaperSheetForm: Sendable {
  let system: IndicatorSystem
  /// The year of the round.
  let year: Int
  let panel: Panel
  let seat: Panel.Seat
  /// What was typed before, to be corrected; `nil` for a first time.
  let old: Sheet?

  /// What the form says.
  var description: ActScreen.Description {
    let form = self
    return ActScreen.Description(
      title: Phrase(zh: "代录\(seat.name)对 \(panel.center) 的评分表", en: "The sheet of \(seat.name) on \(panel.center), from paper"),
      words: Phrase(same: panel.name + "\n")
        + Phrase(
          zh: "照签名的纸质评分表录入，处处注明代录。19 项齐全即为提交，否则为草稿。",
          en: "As on the signed paper; it is marked as typed wherever it shows. With all nineteen it is handed in, else it is a draft."),
      verb: Phrase(zh: "录入", en: "Enter"), done: Phrase(zh: "已代录评分表", en: "The sheet is entered"),
      draft: "round/\(year)/paper/\(panel.center)/\(seat.login)",
      warning: { answers in
        let total = form.total(answers)
        let missing = total.missing.count
        return missing == 0
          ? Phrase(zh: "合计 \(total.sum) 分，录入后即为提交。", en: "The sum is \(total.sum); the sheet is handed in with it.")
          : Phrase(zh: "还有 \(missing) 项没有得分，录入为草稿。", en: "\(missing) indicators have no points: it is entered as a draft.")
      }, isGrave: false, marksOptional: false, checksAtOnce: true,
      outcome: { answers in
        let total = form.total(answers)
        return Phrase(
          zh: "已填 \(IndicatorCode.count - total.missing.count)/\(IndicatorCode.count) 项，合计 \(total.sum)",
          en: "\(IndicatorCode.count - total.missing.count) of \(IndicatorCode.count) given, sum \(total.sum)")
      })
  }

  /// The fields: which paper, then each indicator with its points and its comment, as on the paper.
  var fields: [ActField] {
    [
      ActField(
        id: "paper", label: Phrase(zh: "纸质评分表", en: "Signed paper"), kind: .line(limit: 200),
        hint: Phrase(zh: "编号或存放位置", en: "its number, or where it lies"), initial: seat.paper)
    ]
      + IndicatorCode.all.flatMap { code in
        [
          ActField(
            id: code.description, label: Phrase(same: "\(code) ") + system[code].name, kind: .figure, isOptional: true,
            initial: old?.points[code]?.description ?? "", unit: Phrase(same: "/ \(system[code].weight)")),
          ActField(
            id: "\(code) comment", label: Phrase(zh: "\(code) 评语", en: "\(code) comment"), kind: .line(limit: 1000), isOptional: true,
            initial: old?.comments[code].string ?? ""),
        ]
      }
  }

  /// What is wrong with points, by field.
  func check(_ answers: ActAnswers) -> [String: Phrase] {
    var problems: [String: Phrase] = [:]
    for code in IndicatorCode.all {
      guard case .figure(let figure)? = answers.answer(code.description) else { continue }
      do throws(NumberError) {
        _ = try PointsEntry.parse(figure.description, weight: system[code].fullPoints)
      } catch {
        problems[code.description] = error.phrase
      }
    }
    return problems
  }

  /// The sheet as it was typed.
  func sheet(_ answers: ActAnswers) -> PaperSheet {
    PaperSheet(
      points: points(answers), comments: PerIndicator(each: { answers.text("\($0) comment") }), paper: answers.text("paper"))
  }

  private func points(_ answers: ActAnswers) -> PerIndicator<Points?> {
    PerIndicator<Points?>(each: { code in
      guard case .figure(let figure)? = answers.answer(code.description) else { return nil }
      return try? PointsEntry.parse(figure.description, weight: system[code].fullPoints)
    })
  }

  private func total(_ answers: ActAnswers) -> SheetTotal { SheetTotal(points(answers)) }
}
