import CenterStore
import DeskRuntime
import Regulation
import Wording

/// How an act of this sitting is taken back: by another act of the store, which stands in the chain beside it.
struct Undo: Sendable {
  /// What is taken back, in a few words.
  let name: Phrase
  /// What several acts in a row have in common that are taken back as one; `nil` for an act of its own.
  var run: String?
  /// Takes it back.
  ///
  /// It throws where what was done is not there any more as it was done: what somebody else made of it meanwhile stays.
  let takeBack: @Sendable (CenterStore, Acting) throws -> Void

  /// Takes several acts back, each by itself: what was changed since stays, and the first reason is told after all others are taken back.
  static func each(_ undos: [Undo], name: Phrase) -> Undo {
    Undo(name: name) { store, who in
      var refusal: (any Error)?
      for undo in undos {
        do { try undo.takeBack(store, who) } catch { refusal = refusal ?? error }
      }
      if let refusal { throw refusal }
    }
  }

  /// Takes something back where nobody changed it since.
  ///
  /// - Throws: ``isOvertaken``.
  static func unlessOvertaken(_ takeBack: () throws -> Void) throws {
    do { try takeBack() } catch StoreError.changedMeanwhile { throw isOvertaken }
  }

  /// The refusal that says so.
  static let isOvertaken = Refusal(article: nil, Phrase(zh: "之后又有改动，不能撤销", en: "it was changed since: it cannot be undone"))
}

extension Sitting {
  /// How many acts can be taken back, one after the other.
  private static let undoLimit = 100

  /// Notes how something that was done just now is taken back.
  ///
  /// - Parameter undo: of the same run as the last one, it takes back both.
  func note(_ undo: Undo) {
    if let run = undo.run, undos.last?.run == run { undos.removeLast() }
    undos.append(undo)
    if undos.count > Sitting.undoLimit { undos.removeFirst() }
  }

  /// Forgets what was noted last where it is of a run: it was taken back in another way.
  func forget(run: String) { if undos.last?.run == run { undos.removeLast() } }

  /// Takes the last act back that can be.
  func undo() {
    (runtime.top as? any HoldingScreen)?.save()
    guard let last = undos.popLast() else {
      return runtime.notice(Phrase(zh: "没有可撤销的操作", en: "There is nothing to undo"), .caution)
    }
    run(Phrase(zh: "已撤销：", en: "Undone: ") + last.name) { store, who in
      try last.takeBack(store, who)
    } then: { [weak self] in
      self?.runtime.top?.appeared()
    }
  }
}

/// A screen that holds for a moment what is typed before it saves it: what is undone is what was typed last.
@MainActor
protocol HoldingScreen: Screen {
  /// Saves what is held.
  func save()
}
