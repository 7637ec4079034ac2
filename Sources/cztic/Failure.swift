import ArgumentParser
import CenterStore
import CursesTerminal
import Documents
import Foundation
import Interchange
import Offline
import Regulation
import TableFiles
import Wording

/// Why a command ends with a status other than 0.
struct Failure: Error {
  let status: Int32
  let phrase: Phrase

  init(_ status: Int32, _ phrase: Phrase) {
    self.status = status
    self.phrase = phrase
  }

  /// What an error of any layer means for a command: the one place where errors become words and exit status.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError: self.init(error.exitStatus, error.phrase)
    case let error as InterchangeError: self.init(error.exitStatus, error.phrase)
    case let error as OfflineError: self.init(error.exitStatus, error.phrase)
    case let error as DocumentError: self.init(error.exitStatus, error.phrase)
    case let error as FileError: self.init(error.exitStatus, error.phrase)
    case let error as JSONError: self.init(65, error.phrase)
    case let error as ApplicationDocumentError: self.init(65, error.phrase)
    case let refusal as Refusal: self.init(65, refusal.cited)
    case let error as DataError: self.init(74, error.phrase)
    case let error as TerminalError: self.init(74, error.phrase)
    default: self.init(74, .internalFault)
    }
  }

  /// What an error means for a command that somebody runs: who may not do or see something is named.
  init(_ error: any Error, by login: String) {
    let refused: StoreError? =
      switch error {
      case InterchangeError.store(let inner), DocumentError.store(let inner): inner
      default: error as? StoreError
      }
    if let refused, case .notPermitted = refused {
      let name = Failure.shown(login)
      self.init(refused.exitStatus, Phrase(zh: "账号 \(name) ", en: "\(name) is ") + refused.phrase)
    } else {
      self.init(error)
    }
  }

  /// A text from outside as a message may show it: short, and without what could steer a terminal.
  static func shown(_ text: String) -> String {
    harmless(String(String.UnicodeScalarView(text.unicodeScalars.prefix(80))))
  }

  /// A text as one line, without what could steer a terminal.
  static func harmless(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(Output.steers(scalar) ? "\u{FFFD}" : scalar) }
    return String(shown)
  }
}

extension StoreOptions {
  /// Runs a command's work; an error becomes one message on standard error and its exit status.
  func reporting(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let exit as ExitCode {
      throw exit
    } catch let error as ValidationError {
      throw error
    } catch {
      let failure = Failure(error, by: login)
      Output.message("cztic: " + failure.phrase[language])
      throw ExitCode(failure.status)
    }
  }
}
