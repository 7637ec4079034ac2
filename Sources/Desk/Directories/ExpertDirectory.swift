import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The list of experts (article 25).
@MainActor
enum ExpertDirectory {
  static func screen(_ sitting: Sitting) -> any Screen {
    let names = sitting.names
    return DirectoryScreen(
      sitting,
      DirectoryList<ExpertLine>(
        title: .experts, remark: Phrase(zh: "待评：评分中的年度", en: "to score: in rounds that take sheets"),
        empty: Phrase(zh: "还没有专家，由市科技局导入。", en: "There is no expert yet; the bureau imports them."),
        concerns: ["import.", "assign.", "sheet.", "round.", "expert.", "user."],
        columns: [
          .init(title: Phrase(zh: "账号", en: "Login"), minimum: 8, ideal: 10),
          .init(title: Phrase(zh: "姓名", en: "Name"), minimum: 8, ideal: 10),
          .init(title: Phrase(zh: "单位", en: "Employer"), minimum: 16, ideal: 30, stretch: 1),
          .init(title: Phrase(zh: "职称", en: "Title"), minimum: 10, ideal: 14, priority: 2),
          .init(title: Phrase(zh: "领域", en: "Fields"), minimum: 10, ideal: 20, stretch: 1, priority: 1),
          .init(title: Phrase(zh: "类别", en: "Kind"), minimum: 10, ideal: 10, priority: 1),
          .init(title: Phrase(zh: "待评", en: "To score"), minimum: 8, ideal: 8, alignment: .right),
        ],
        read: { try $0.expertRoll(by: $1) }, key: { $0.record.login.string },
        words: { line in
          let fields = (line.record.fields ?? []).map(\.string).joined(separator: " ")
          return "\(line.record.name) \(line.record.employer) \(line.record.title?.string ?? "") \(fields)"
        },
        cells: { line in
          let open = line.assigned - line.submitted
          return [
            .init(line.record.login.string), .init(line.record.name.string), .init(line.record.employer.string),
            .init(line.record.title?.string ?? ""), .init(.list((line.record.fields ?? []).map { names[$0.string] })),
            .init(line.record.kindPhrase),
            .init(line.assigned == 0 ? "-" : "\(open)/\(line.assigned)", open > 0 ? .caution : .muted),
          ]
        },
        reference: { .expert($0.record.login.string) },
        facets: [
          .init(name: Phrase(zh: "领域", en: "field")) { ($0.record.fields ?? []).map { names[$0.string] } },
          .init(name: Phrase(zh: "类别", en: "kind")) { [$0.record.kindPhrase] },
          .init(name: Phrase(zh: "单位", en: "employer")) { [Phrase(same: $0.record.employer.string)] },
        ], tables: [.experts, .conflicts]))
  }
}

extension ExpertRecord {
  /// What they are an expert of, in words.
  var kindPhrase: Phrase { (kind ?? nil)?.phrase ?? Phrase(zh: "未注明", en: "not said") }
}

extension Phrase {
  static let experts = Phrase(zh: "专家名册", en: "Experts")
}
