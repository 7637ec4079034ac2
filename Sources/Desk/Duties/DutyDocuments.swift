import CenterStore
import DeskRuntime
import Regulation
import Wording

/// The documents (附件) that show how a center keeps its duties (articles 6, 7 and 14 to 24).
@MainActor
enum DutyDocuments {
  /// Leads to documents.
  ///
  /// - Parameter refusal: why there are none to be seen; `nil` where there may be some.
  static func binding(_ count: Int, _ explanation: Phrase, refusal: Phrase? = nil) -> KeyBinding {
    KeyBinding(
      "documents", [.character("d"), .control("d")], label: Phrase(zh: "附件（\(count)）", en: "docs (\(count))"), explanation: explanation,
      prominence: .footer, refusal: refusal)
  }

  /// All of a center's duties.
  static func of(_ code: String, _ sitting: Sitting) -> [Attachment] {
    (try? sitting.store.attachments(of: .duties(center: code), by: sitting.acting)) ?? []
  }

  /// Shows all of a center, where who may enter duties corrects and takes out as well.
  ///
  /// - Parameter duty: the one under the cursor, for whose first record a document is entered; `nil`: none is meant.
  static func show(_ sitting: Sitting, _ code: String, at duty: Duty? = nil) {
    let file = try? sitting.store.dutyFile(of: code, by: sitting.acting)
    let chosen = file.flatMap { file in duty.flatMap { places(of: $0, in: file).first } }
    let items = file.map { file in Duty.allCases.flatMap { places(of: $0, in: file) } } ?? []
    sitting.runtime.push(
      AttachmentsScreen(
        sitting, .duties(center: code), name: Phrase(same: "\(code) ") + .duties, entering: entering(items, chosen: chosen, sitting, code)))
  }

  /// Shows those of one duty.
  ///
  /// - Parameter chosen: what stands under the cursor, for which a document is entered.
  static func show(_ sitting: Sitting, _ file: DutyFile, _ duty: Duty, at chosen: DutyPlace?) {
    let places = places(of: duty, in: file)
    let entering = entering(places, chosen: chosen ?? places.first, sitting, file.code)
    let name = Phrase(zh: "\(file.code) \(duty.phrase.zh)", en: "\(file.code) \(duty.phrase.en)")
    sitting.runtime.push(
      AttachmentsScreen(sitting, .duties(center: file.code), name: name, entering: entering) { proof in
        if case .duty(let place) = proof { place.duty == duty } else { false }
      })
  }

  /// What is on file of a duty that a document can show, each thing once.
  static func places(of duty: Duty, in file: DutyFile) -> [DutyPlace] {
    var seen: Set<DutyPlace> = []
    return DutyEntry.entries(of: duty, in: file).map(\.place).filter { seen.insert($0).inserted }
  }

  private static func entering(_ places: [DutyPlace], chosen: DutyPlace?, _ sitting: Sitting, _ code: String) -> AttachmentEntering? {
    guard !places.isEmpty, DutyAccess.refusal(sitting, code) == nil else { return nil }
    return AttachmentEntering(items: places.map { .duty($0) }, chosen: chosen.map { .duty($0) })
  }
}
