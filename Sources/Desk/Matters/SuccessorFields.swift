import CenterStore
import Regulation
import Wording

/// What the form of a reorganisation asks of a center that goes on and is new: its host and its director, and what it takes over (articles 4(5), 9.1,
/// 16 and 27).
enum SuccessorFields {
  /// The fields that stand behind its name.
  @MainActor
  static func fields(_ record: CenterRecord, _ sitting: Sitting) -> [ActField] {
    let units = ((try? sitting.store.organizationRoll(by: sitting.acting)) ?? []).map(\.record)
    return [
      ActField(
        id: "host", label: Phrase(zh: "新中心依托单位", en: "Its host, if it is new"), kind: .line(limit: 120),
        hint: Phrase(zh: "留空：\(record.host)", en: "empty: \(record.host)"), isOptional: true,
        suggestions: units.map { Phrase(same: $0.name.string) }, details: units.map { ($0.kind ?? nil)?.phrase ?? Phrase(same: "") }),
      ActField(
        id: "hostKind", label: Phrase(zh: "该单位类型", en: "What kind it is"), kind: .choice(HostKind.allCases.map(\.phrase)),
        hint: Phrase(zh: "未登记过的单位须选", en: "of a unit that is not on file yet"), isOptional: true),
      ActField(
        id: "director", label: Phrase(zh: "新中心主任", en: "Its director"), kind: .line(limit: 60),
        hint: Phrase(zh: "未定则留空", en: "empty: nobody yet"), isOptional: true),
    ]
  }

  /// The center, where a name says that it is new.
  static func record(_ answers: ActAnswers) -> SuccessorRecord? {
    answers.optionalText("name").map { name in
      SuccessorRecord(
        name: name, host: answers.optionalText("host"), hostKind: answers.place("hostKind").map { HostKind.allCases[$0] },
        director: answers.optionalText("director"))
    }
  }

  /// What is wrong with the answers taken together: host and director of a center that is there change by articles 16 and 31.
  static func check(_ answers: ActAnswers, _ store: CenterStore, _ who: Acting) -> [String: Phrase] {
    let successor = answers.text("successor")
    guard (try? store.registryLine(code: successor.string, by: who)) != nil else { return [:] }
    let words: [(String, Phrase)] = [
      ("name", Phrase(zh: "\(successor) 已登记，名称请留空", en: "\(successor) is on file: leave its name empty")),
      ("host", Phrase(zh: "\(successor) 已登记，依托单位按第31条变更", en: "\(successor) is on file: its host changes by article 31")),
      ("director", Phrase(zh: "\(successor) 已登记，主任按第16条备案", en: "\(successor) is on file: its director is filed by article 16")),
    ]
    return Dictionary(uniqueKeysWithValues: words.filter { answers.optionalText($0.0) != nil })
  }

  /// What follows for a center that is new; nothing for one that is there.
  ///
  /// - Parameter trial: what it would take over in the rounds under way.
  static func words(_ answers: ActAnswers, _ store: CenterStore, _ who: Acting, _ trial: () throws -> [TakenOver]) -> Phrase {
    guard record(answers) != nil else { return Phrase(same: "") }
    // What the store refuses the act itself says.
    let taken = (try? trial()) ?? []
    return host(answers, store, who) + director(answers)
      + taken.map { told($0, answers.text("successor").string) }.reduce(Phrase(same: ""), +)
  }

  /// That the host is registered outside the city, which a new center's is not to be.
  private static func host(_ answers: ActAnswers, _ store: CenterStore, _ who: Acting) -> Phrase {
    guard let host = answers.optionalText("host"), let county = try? store.organizationFile(host.string, by: who).record.county,
      !county.isEmpty, (try? Places.standard.get().isInCity(county)) == false
    else { return Phrase(same: "") }
    return Phrase(
      zh: "\(host) 注册地“\(county)”不在沧州市域内（办法第9条第1项）。",
      en: " \(host) is registered in “\(county)”, outside Cangzhou (article 9.1).")
  }

  private static func director(_ answers: ActAnswers) -> Phrase {
    guard let director = answers.optionalText("director") else { return Phrase(same: "") }
    return Phrase(
      zh: "主任登记为 \(director)，聘任仍须研究、决定、备案（办法第16条）。",
      en: " \(director) is entered as director; appointing and filing are still to come (article 16).")
  }

  /// What goes along in a round, what does not, and whose turn it is.
  private static func told(_ taken: TakenOver, _ code: String) -> Phrase {
    let (takeover, year) = (taken.takeover, taken.year)
    if takeover.deferral != nil {
      return Phrase(
        zh: "\(year) 年度评估：\(code) 同原中心一样暂缓（办法第26条）。", en: " Round of \(year): \(code) is deferred as those before it were (article 26).")
    }
    var parts: [Phrase] = []
    if let form = takeover.form {
      parts.append(
        Phrase(
          zh: "\(form) 已填的 \(taken.figures) 项和附件 \(taken.documents) 件转入",
          en: "\(taken.figures.counted("figure")) and \(taken.documents.counted("document")) of \(form) go along"))
    } else if takeover.formsLeft.isEmpty {
      parts.append(Phrase(zh: "没有可转入的材料", en: "there is no material to go along"))
    } else {
      parts.append(
        Phrase(
          zh: "\(takeover.formsLeft.joined(separator: "、")) 的材料不能相加，不转入",
          en: "the forms of \(takeover.formsLeft.joined(separator: ", ")) cannot be added up and stay behind"))
    }
    let left = takeover.expertsLeft.count
    parts.append(
      Phrase(
        zh: "专家 \(takeover.experts.count) 人转入" + (left == 0 ? "" : "，\(left) 人不转入（须回避、停用或已足额）"),
        en: "\(takeover.experts.count.counted("expert")) along" + (left == 0 ? "" : ", \(left) not (stepping aside, disabled or too many)"))
    )
    if !takeover.admitted.isEmpty { parts.append(Phrase(zh: "期限已过，准予逾期提交", en: "the last day is over, and it is admitted late")) }
    return Phrase(
      zh: "\(year) 年度评估：\(parts.map(\.zh).joined(separator: "；"))。\(code) 的材料由其依托单位核对、声明后提交，否则评估结束时视为未参加（办法第26、27条）。",
      en:
        " Round of \(year): \(parts.map(\.en).joined(separator: "; ")). The host of \(code) declares and hands in, else it counts as absent at the end (articles 26, 27)."
    )
  }
}
