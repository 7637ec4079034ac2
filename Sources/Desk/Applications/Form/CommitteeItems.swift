import Regulation
import Wording

/// The members of a committee as a host writes them: one a line, name, employer, and what they are on it.
enum CommitteeText {
  /// What parts the three.
  private static let separators: Set<Character> = ["，", ",", "；", ";", "\t"]

  /// The words that mean a duty, as people write them.
  private static let duties: [String: CommitteeMember.Duty] = [
    "主任": .chair, "主任委员": .chair, "chair": .chair, "负责人": .officer, "中心负责人": .officer, "中心主任": .officer, "officer": .officer,
  ]
  /// The words that mean none.
  private static let plain: Set<String> = ["成员", "委员", "member"]

  /// Reads members.
  ///
  /// - Throws: the line that cannot be read, and why.
  static func members(_ text: String) throws(ActProblem) -> [CommitteeMember] {
    var members: [CommitteeMember] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let parts = line.split(omittingEmptySubsequences: false) { separators.contains($0) }.map(trimmed)
      if parts.allSatisfy(\.isEmpty) { continue }
      func problem(_ zh: String, _ en: String) -> ActProblem {
        ActProblem(Phrase(zh: "第 \(number + 1) 行：\(zh)", en: "line \(number + 1): \(en)"))
      }
      if parts.count > 3 { throw problem("一行只写一人：姓名，单位，职务", "one person a line: name, employer, duty") }
      guard let name = parts.first, !name.isEmpty else { throw problem("缺姓名", "the name is missing") }
      var duty: CommitteeMember.Duty?
      if parts.count == 3, !parts[2].isEmpty, !plain.contains(parts[2].lowercased()) {
        guard let known = duties[parts[2].lowercased()] else {
          throw problem("职务写“主任”或“中心负责人”，成员不写", "the duty is “chair” or “officer”; members have none")
        }
        duty = known
      }
      do {
        members.append(
          CommitteeMember(name: try PlainText(name), employer: try PlainText(parts.count > 1 ? parts[1] : ""), duty: duty))
      } catch { throw ActProblem(error.phrase) }
    }
    return members
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }

  /// Members as they are written.
  static func text(_ members: [CommitteeMember]) -> String {
    members.map { member in
      [member.name.string, member.employer.string, member.duty?.phrase.zh ?? ""].reversed().drop { $0.isEmpty }.reversed()
        .joined(separator: "，")
    }.joined(separator: "\n")
  }
}

extension ApplicationForm {
  /// The two committees (articles 14 and 15); they stay on the desk, since the document of `cztic check` does not name them.
  var committeeItems: [ApplicationItem] {
    let hint = Phrase(zh: "一行一人：姓名，单位，职务（主任、中心负责人，成员不写）", en: "one person a line: name, employer, duty (chair, officer, or none)")
    func item(
      _ id: String, _ label: Phrase, _ article: String, _ members: [CommitteeMember]?,
      _ set: @escaping @Sendable (inout Committees, [CommitteeMember]?) -> Void
    ) -> ApplicationItem {
      ApplicationItem(
        field: ActField(
          id: id, label: label, kind: .members, hint: hint, isOptional: true, initial: members.map { CommitteeText.text($0) } ?? ""),
        article: article,
        set: { answer, form in
          var committees = form.committees ?? Committees()
          if case .members(let members) = answer { set(&committees, members) } else { set(&committees, nil) }
          form.committees = committees == Committees() ? nil : committees
        })
    }
    return section(
      Phrase(zh: "拟设委员会（第14、15条）", en: "Committees (articles 14, 15)"),
      [
        item("committee.management", Committees.managementName, "14", committees?.management) { $0.management = $1 },
        item("committee.advisory", Phrase(zh: "技术指导委员会", en: "advisory committee"), "15", committees?.advisory) {
          $0.advisory = $1
        },
      ])
  }
}
