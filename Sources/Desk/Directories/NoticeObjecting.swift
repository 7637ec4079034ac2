import CenterStore
import DeskRuntime
import Regulation
import Wording

/// How staff put an objection on file from the notice that it speaks of (articles 12 and 25).
@MainActor
enum NoticeObjecting {
  /// Asks of what it speaks, when it came and what it says.
  static func open(_ notice: PublishedNotice, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    let items = notice.objectionable
    let (subject, rest): (ActField, [ActField])
    switch notice.kind {
    case .results:
      rest = RoundStepFields.objection(sitting.today)
      subject = ActField(
        id: "center", label: Phrase(zh: "中心编号", en: "Center's code"), kind: .line(limit: 40),
        hint: Phrase(zh: "对哪个中心的结果", en: "whose result"))
    case .newCenters, .revocation:
      rest = StepFields.objection(sitting.today)
      subject = ActField(
        id: "application", label: Phrase(zh: "申请", en: "Application"),
        kind: .choice(items.map { Phrase(same: "\($0.application ?? "") \($0.name)") }), takesCharacters: false, initial: "0")
    }
    sitting.runtime.push(
      ActScreen(
        sitting,
        ActScreen.Description(
          title: Phrase(zh: "登记异议：", en: "An objection: ") + notice.subject,
          words: Phrase(
            zh: "公示期内收到、署名并附证据的才算数；其他的登记备查（办法第12条）。",
            en: "It counts when it came in time, is signed and says what proves it; another is kept on file (article 12)."),
          verb: Phrase(zh: "登记", en: "Put on file"), done: Phrase(zh: "已登记异议", en: "The objection is on file"),
          draft: "objection/\(notice.key)", names: [.center: "center"]),
        [subject] + rest,
        doing: { store, who, answers in
          guard let day = answers.day("day") else { return }
          let (grounds, signed, evidence) = (answers.text("grounds"), answers.optionalText("signed"), answers.optionalText("evidence"))
          if case .results(let year) = notice.kind {
            let code = answers.text("center").string
            try store.stepRound(
              year, .object(code, receivedOn: day, grounds: grounds, signedBy: signed, evidence: evidence), by: who)
          } else if let number = answers.place("application").flatMap({ items[$0].application }) {
            try store.stepApplication(
              number, .object(receivedOn: day, grounds: grounds, signedBy: signed, evidence: evidence), by: who)
          }
        }, then: then))
  }
}

extension PublishedNotice {
  /// What can still be objected to: applications that are on notice.
  var objectionable: [Item] { items.filter { $0.application != nil && $0.isCertified == nil } }

  /// Why no objection to it is put on file here; `nil` where one can be.
  @MainActor
  func refusesObjection(by sitting: Sitting) -> Phrase? {
    if !sitting.isStaff { return Phrase(zh: "向市科技局书面提出，由市科技局登记", en: "it is made in writing to the bureau, which puts it on file") }
    return switch kind {
    case .revocation: Phrase(zh: "撤销已决定并公布", en: "the revocation is decided and published")
    case .results: isClosed ? Phrase(zh: "评估已结束", en: "the round is closed") : nil
    case .newCenters: objectionable.isEmpty ? Phrase(zh: "所列申请都已办结", en: "all that it names is decided") : nil
    }
  }

  /// What it speaks of, so far as one may see that.
  var subjects: [(name: String, reference: Reference)] {
    switch kind {
    case .results(let year): [(String(year), .ranking(year))]
    case .revocation: items.compactMap { item in item.code.map { ("\($0) \(item.name)", .center($0)) } }
    case .newCenters:
      items.compactMap { item in
        let reference: Reference? = item.application.map { .application($0) } ?? item.code.map { .center($0) }
        return reference.map { ("\(item.application ?? item.code ?? "") \(item.name)", $0) }
      }
    }
  }

  /// What the key is called that opens them.
  var subjectLabel: Phrase {
    switch kind {
    case .results: Phrase(zh: "排名", en: "ranking")
    case .revocation: Phrase(zh: "中心", en: "center")
    case .newCenters: Phrase(zh: "申请", en: "application")
    }
  }
}
