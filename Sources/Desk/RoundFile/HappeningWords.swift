import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What is said of something that happened to a round.
struct HappeningWords {
  let matter: RoundHappening.Matter
  let on: Day
  let look: Look

  init(_ matter: RoundHappening.Matter, on day: Day, look: Look) {
    (self.matter, on, self.look) = (matter, day, look)
  }

  init(happening: RoundHappening, look: Look) { self.init(happening.matter, on: happening.on, look: look) }

  /// What happened, for a column.
  var title: Phrase {
    switch matter {
    case .announced: Phrase(zh: "发布评估通知", en: "announced")
    case .step(let step): step.kind.phrase
    case .drawn(let lot): lot.isApplied ? Phrase(zh: "抽取专家", en: "experts drawn") : Phrase(zh: "抽取未成", en: "draw came short")
    case .assigned: Phrase(zh: "指定专家", en: "expert assigned by hand")
    case .released(_, _, reason: _, isDeclined: true): Phrase(zh: "专家辞评", en: "expert declined")
    case .released(_, _, reason: _, isDeclined: false): Phrase(zh: "解除评审任务", en: "expert let go")
    case .ledBy: Phrase(zh: "指定组长", en: "leader named")
    case .opinion(_, isWritten: true): Phrase(zh: "专家组意见", en: "group’s opinion written")
    case .opinion(_, isWritten: false): Phrase(zh: "撤去专家组意见", en: "group’s opinion taken away")
    case .secondLook: Phrase(zh: "复核：加派专家", en: "second look: one more expert")
    case .siteLook: Phrase(zh: "复核：现场核查", en: "second look: on site")
    case .attendance(_, on: _, isPresent: true): Phrase(zh: "到会", en: "at the meeting")
    case .attendance(_, on: _, isPresent: false): Phrase(zh: "未到会", en: "not at the meeting")
    case .attendance(_, on: _, isPresent: nil): Phrase(zh: "撤去到会登记", en: "note of attendance taken away")
    case .paperSheet: Phrase(zh: "代录评分表", en: "sheet typed from paper")
    case .incentive: Phrase(zh: "登记激励落实", en: "incentive on file")
    }
  }

  /// What it is about, for a column: a center, an objection, the round.
  var about: String {
    switch matter {
    case .step(let step): ObjectionWords.about(step, look)
    case .attendance(let expert, on: _, isPresent: _): expert.name
    default: matter.center ?? look(Phrase(zh: "本轮", en: "the round"))
    }
  }

  /// The expert whom it concerns.
  private var expert: RoundHappening.Expert? {
    switch matter {
    case .assigned(_, let expert), .released(_, let expert, reason: _, isDeclined: _), .ledBy(_, let expert), .secondLook(_, let expert),
      .paperSheet(_, let expert):
      expert
    default: nil
    }
  }

  /// The name of the expert whom it concerns; empty where it concerns none.
  var expertName: String { expert?.name ?? "" }

  /// The reason, or whom it concerns, in a line.
  var reason: String {
    let text =
      switch matter {
      case .step(let step): (step.reason ?? step.remark ?? .empty).string
      case .announced(let notice): notice.reason
      case .released(_, let expert, let reason, isDeclined: _): "\(expert.name)\(look(Phrase(zh: "：", en: ": ")))\(reason)"
      case .siteLook(_, let visit): visit.findings.string
      case .incentive(_, let incentive, let outcome): look(incentive.phrase) + look(Phrase(zh: "：", en: ": ")) + outcome
      case .drawn(let lot): look(count(lot))
      case .opinion, .attendance: ""
      case .assigned, .ledBy, .secondLook, .paperSheet: expert?.name ?? ""
      }
    return text.replacing("\n", with: " ")
  }

  private func count(_ lot: RoundLot) -> Phrase {
    let missing = lot.missing > 0 ? Phrase(zh: "，缺 \(lot.missing) 份", en: ", \(lot.missing) missing") : Phrase(same: "")
    guard lot.isApplied else { return Phrase(zh: "未写入", en: "nothing written") + missing }
    guard let drawn = lot.drawn else { return Phrase(zh: "每个中心 \(lot.perCenter) 份", en: "\(lot.perCenter) for each center") + missing }
    return Phrase(zh: "\(drawn) 份", en: "\(drawn.counted("sheet"))") + missing
  }

  /// What it rests on, in full: a label and a text a line.
  var grounds: [(label: Phrase, text: Phrase)] {
    var lines: [(Phrase, Phrase)] = []
    func say(_ zh: String, _ en: String, _ text: Phrase) { lines.append((Phrase(zh: zh, en: en), text)) }
    if let expert { say("专家", "Expert", Phrase(same: "\(expert.name)  \(expert.login)")) }
    switch matter {
    case .announced(let notice):
      say("最少份数", "Sheets needed", Phrase(same: "\(notice.minimumSheets)"))
      if let day = notice.materialBy { say("材料截止", "Material by", Phrase(same: day)) }
      if let day = notice.scoresBy { say("评分截止", "Scores by", Phrase(same: day)) }
      if !notice.reason.isEmpty { say("理由", "Reason", Phrase(same: notice.reason)) }
    case .released(_, _, let reason, isDeclined: _): say("理由", "Reason", Phrase(same: reason))
    case .drawn(let lot):
      say("结果", "It came to", count(lot))
      say(
        "种子", "Seed",
        Phrase(same: lot.seed)
          + (lot.isSeedChosen
            ? Phrase(zh: "（自定）", en: " (chosen)") : Phrase(zh: "（审计链末环，任何人可复算）", en: " (head of the chain: anybody can repeat the lot)")))
      say("每个中心", "For each center", Phrase(zh: "\(lot.perCenter) 份", en: lot.perCenter.counted("sheet")))
    case .siteLook(_, let visit):
      say("日期", "Day", Phrase(same: "\(visit.on)"))
      say("参加人员", "Who was there", Phrase(same: visit.people.string))
      say("核查情况", "Found", Phrase(same: visit.findings.string))
    case .attendance(_, let day, isPresent: _): say("会议日期", "Meeting of", Phrase(same: "\(day)"))
    case .incentive(_, let incentive, let outcome): lines.append((incentive.phrase, Phrase(same: outcome)))
    case .step, .assigned, .ledBy, .opinion, .secondLook, .paperSheet: break
    }
    say("依据", "Rests on", rule)
    return lines
  }

  /// The article, and in a few words what of it.
  private var rule: Phrase {
    let article = Citation.phrase(matter.article) + RulesInForce.remark(on: on)
    let what: Phrase? =
      switch matter {
      case .drawn, .assigned: Phrase(zh: "须回避者和已解除者不抽", en: "nobody who must step aside or was let go")
      case .released: Phrase(zh: "本轮不再抽其评这个中心", en: "not drawn for this center again in this round")
      case .opinion: Phrase(zh: "由组长在评分表交齐后填写，不改变得分", en: "its leader’s, once every sheet is in; it changes no figure")
      case .secondLook, .siteLook: Phrase(zh: "评分表分歧大，原评分表保留", en: "sheets that disagree; the old ones stay")
      case .paperSheet: Phrase(zh: "据签名的纸质评分表", en: "from a signed paper")
      default: nil
      }
    return what.map { article + Phrase(zh: "，", en: ": ") + $0 } ?? article
  }
}
