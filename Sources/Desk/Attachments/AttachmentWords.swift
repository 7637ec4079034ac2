import CenterStore
import Regulation
import Wording

/// How documents of the register (附件) are told in a line.
enum AttachmentWords {
  /// Where a document can be looked at: beside the store, as a file somewhere, on paper.
  static func place(_ document: Attachment) -> Phrase {
    let entry = document.entry
    var parts: [Phrase] = []
    if !entry.file.isEmpty { parts.append(Phrase(same: entry.file.string)) }
    if document.isKept { parts.append(Phrase(zh: "已存本机", en: "kept here")) }
    if document.isGone { parts.append(Phrase(zh: "存于本机的文件不见了", en: "the file kept here is gone")) }
    if !entry.location.isEmpty { parts.append(Phrase(zh: "纸质件：\(entry.location)", en: "paper: \(entry.location)")) }
    if parts.isEmpty { return Phrase(zh: "未说明存放处", en: "nobody said where it is") }
    return Phrase(zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
  }

  /// A document as it stands under the figure that it proves: title, and where it is.
  static func line(_ document: Attachment) -> Phrase {
    let place = place(document)
    let (title, file) = (document.entry.title, document.entry.file.string)
    // A file that goes by the title says it already.
    if file.hasPrefix(title.string), file.dropFirst(title.string.count).first == "." {
      return Phrase(zh: "附件：\(place.zh)", en: "proof: \(place.en)")
    }
    return Phrase(zh: "附件：\(title) · \(place.zh)", en: "proof: \(title) · \(place.en)")
  }

  /// How large a file is.
  static func size(_ bytes: Int) -> String {
    if bytes < 1024 { return "\(bytes) B" }
    if bytes < 1 << 20 { return "\(bytes >> 10) KiB" }
    return "\(bytes >> 20) MiB"
  }

  /// An item that a document may prove, as a list of them tells it.
  static func item(_ proof: Proof, _ system: IndicatorSystem, names: [Proof: Phrase] = [:]) -> Phrase {
    guard case .condition(let article) = proof else { return self.proof(proof, system, names: names) }
    return Phrase(same: "\(article) ") + FindingLines.name(of: article)
  }

  /// What a document proves.
  ///
  /// - Parameter names: what the steps and credit checks of the application are called, as far as they are known.
  static func proof(_ proof: Proof, _ system: IndicatorSystem, names: [Proof: Phrase] = [:]) -> Phrase {
    switch proof {
    case .fact(let code):
      guard let fact = system.fact(code) else { return Phrase(same: code.description) }
      return Phrase(zh: "\(code) \(fact.label.zh)", en: "\(code) \(fact.label.en)")
    case .condition(let article): return Citation.phrase(article)
    case .step(let place):
      return Phrase(zh: "第 \(place) 步", en: "step \(place)") + (names[proof].map { Phrase(same: " ") + $0 } ?? Phrase(same: ""))
    case .creditCheck(let place):
      return Phrase(zh: "信用核查 \(place)", en: "credit check \(place)") + (names[proof].map { Phrase(same: " ") + $0 } ?? Phrase(same: ""))
    case .duty(let place): return duty(place)
    }
  }

  /// Something on file of a center's duties.
  static func duty(_ place: DutyPlace) -> Phrase {
    switch place {
    case .members: return place.duty.phrase
    case .meeting(let committee, let day):
      return Phrase(zh: "\(committee.phrase.zh)会议 \(day)", en: "\(committee.phrase.en), meeting of \(day)")
    case .record(let duty, let part, let year, let about):
      let parts = [year.map { Phrase(zh: "\($0) 年", en: "\($0)") }, about.isEmpty ? nil : Phrase(same: about), part?.phrase ?? duty.phrase]
      let told = parts.compactMap(\.self)
      return told.dropFirst().reduce(told[0]) { $0 + Phrase(same: " ") + $1 }
    }
  }
}

extension ApplicationFile {
  /// What its steps and credit checks are called, each with its day.
  var recordNames: [Proof: Phrase] {
    var names: [Proof: Phrase] = [:]
    for (place, event) in history.enumerated() { names[.step(place + 1)] = event.step.kind.phrase + Phrase(same: " \(event.on)") }
    for (place, event) in creditChecks.enumerated() {
      names[.creditCheck(place + 1)] = Phrase(same: "\(event.check.source) \(event.check.on)")
    }
    return names
  }
}
