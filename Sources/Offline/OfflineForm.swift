import CenterStore
import Interchange
import Regulation
import TableFiles
import Wording

extension OfflineSheets {
  /// The sheets as rows of the workbook that is filled in elsewhere (``Interchange/SheetForm``).
  public func rows(_ language: Language) throws -> [SheetForm.Row] {
    let system = try IndicatorSystem.standard.get()
    let sheets = Dictionary(self.sheets.map { ($0.center, $0) }) { first, _ in first }
    return taken.centers.flatMap { center in
      let sheet = sheets[center.code] ?? center.sheet
      return IndicatorCode.all.map { code in
        SheetForm.Row(
          center: center.code, name: center.name, indicator: code, facts: center.facts(of: code, system, language),
          points: sheet[code].points, comment: sheet[code].comment)
      }
    }
  }

  /// The sheets with what somebody wrote into the workbook; what was left open stays as it was.
  ///
  /// - Parameter problems: gets what names no center of the file, and sheets that are handed in.
  public func filled(_ entries: [SheetForm.Entry], _ problems: inout ImportProblems) -> [OfflineSheet] {
    var sheets = self.sheets
    let places = Dictionary(sheets.enumerated().map { ($1.center, $0) }) { first, _ in first }
    var rows: [String: Int] = [:]
    for entry in entries {
      func refuse(_ heading: String, _ value: String, _ message: Phrase) {
        problems.add(CellError(row: entry.row, heading: heading, value: value, message: message))
      }
      guard let place = places[entry.center] else {
        refuse("center", entry.center.string, Phrase(zh: "不在带出的文件中", en: "is not among the sheets of the file"))
        continue
      }
      if let first = rows.updateValue(entry.row, forKey: "\(entry.center)\u{0}\(entry.indicator)") {
        refuse(
          "indicator", entry.indicator.description,
          Phrase(zh: "与第 \(first) 行重复，请只保留一行", en: "stands in row \(first) already; keep one of the two"))
      }
      var mark = sheets[place][entry.indicator]
      if let points = entry.points { mark.points = points }
      if let comment = entry.comment { mark.comment = comment }
      if mark == sheets[place][entry.indicator] { continue }
      if sheets[place].state == .submitted {
        refuse(
          "center", entry.center.string,
          Phrase(
            zh: "评分表已提交，请先用 cztic offline open 撤回", en: "is handed in; take the sheet back with `cztic offline open` first"))
      }
      sheets[place][entry.indicator] = mark
    }
    return sheets
  }
}

extension TakenSheets.Center {
  /// What is on file of an indicator, a data item a line.
  fileprivate func facts(of code: IndicatorCode, _ system: IndicatorSystem, _ language: Language) -> String {
    facts.compactMap { fact -> String? in
      guard let item = FactCode(fact.code), item.indicator == code, let known = system.fact(item) else { return nil }
      let year = fact.year.map { " \($0)" } ?? ""
      let value = fact.value.isEmpty ? Phrase(zh: "未填", en: "not stated")[language] : fact.value
      let unit = fact.value.isEmpty ? "" : FormWords.unit(known.unit)[language]
      let note = fact.note.isEmpty ? "" : language == .zh ? "（\(fact.note)）" : " (\(fact.note))"
      return "\(known.label[language])\(year): \(value) \(unit)".trimmingBlanks + note
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var trimmingBlanks: String { String(reversed().drop { $0 == " " }.reversed()) }
}
