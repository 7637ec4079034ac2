import CenterStore
import DeskRuntime
import Interchange
import Wording

// What tables each screen stands for: a screen knows what lies on it, and nothing of files.

extension RegistryScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] {
    [
      TableOffer(kind: .centers, parts: parts), TableOffer(kind: .organizations), TableOffer(kind: .departments),
      TableOffer(kind: .results),
    ]
  }

  /// What is marked, what is listed, and all, where these are not the same.
  private var parts: [TableOffer.Part] {
    let marked = Set(state.markedCodes)
    var parts: [TableOffer.Part] = []
    if !marked.isEmpty {
      parts.append(
        .init(label: Phrase(zh: "已标记的 \(marked.count) 个", en: "the \(marked.count) marked")) { marked })
    }
    if !state.filter.isEmpty || !state.field.text.isEmpty, state.isCounted {
      let (ids, lines) = (state.ids(at: 0..<state.count), source.lines)
      parts.append(
        .init(label: Phrase(zh: "列出的 \(ids.count.grouped) 个", en: "the \(ids.count.grouped) listed")) {
          try RegistryScreen.codes(of: ids, lines)
        })
    }
    return parts.isEmpty ? [] : parts + [.init(label: Phrase(zh: "全部", en: "all")) { nil }]
  }

  /// The codes of rows, read in portions.
  nonisolated private static func codes(of ids: [Int64], _ lines: ([Int64]) throws -> [RegistryLine]) throws -> Set<String> {
    var codes: Set<String> = []
    for start in stride(from: 0, to: ids.count, by: 500) {
      for line in try lines(Array(ids[start..<min(start + 500, ids.count)])) { codes.insert(line.code) }
    }
    return codes
  }
}

extension DirectoryScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { directory.tables.map { TableOffer(kind: $0) } }
}

extension AuditScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { [TableOffer(kind: .audit)] }
}

extension ApplicationsScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { [TableOffer(kind: .applications)] }
}

extension RoundsScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { TableOffer.ofRound(state.selected?.year) }
}

extension RoundFileScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { TableOffer.ofRound(year) }
}

extension RankingScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { [TableOffer(kind: .results, round: year), TableOffer(kind: .scores, round: year)] }
}

extension ProgressScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { [TableOffer(kind: .scores, round: year), TableOffer(kind: .conflicts), TableOffer(kind: .experts)] }
}

extension PanelScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { [TableOffer(kind: .scores, round: year), TableOffer(kind: .conflicts)] }
}

extension MaterialsScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { [TableOffer(kind: .facts, round: year), TableOffer(kind: .attachments, round: year)] }
}

extension MaterialScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { [TableOffer(kind: .facts, round: year), TableOffer(kind: .attachments, round: year)] }
}

extension AttachmentsScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] {
    switch subject {
    case .material(_, let year): [TableOffer(kind: .attachments, round: year)]
    case .duties: [TableOffer(kind: .dutyAttachments)]
    case .application: [TableOffer(kind: .applications)]
    }
  }
}

extension DutiesScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { [TableOffer(kind: .dutyAttachments)] }
}

extension ExpertHomeScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { [TableOffer(kind: .scores), TableOffer(kind: .conflicts)] }
}

extension OwnCentersScreen: TableSource {
  var tablesFor: Sitting { sitting }
  var tables: [TableOffer] { [TableOffer(kind: .facts), TableOffer(kind: .attachments), TableOffer(kind: .applications)] }
}

extension TableOffer {
  /// The tables of a round; of the only one under way where none is meant.
  fileprivate static func ofRound(_ year: Int?) -> [TableOffer] {
    [ExportKind.scores, .facts, .attachments, .results].map { TableOffer(kind: $0, round: year) }
  }
}
