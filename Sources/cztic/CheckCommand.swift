import ArgumentParser
import Interchange
import Regulation
import TableFiles
import Widgets
import Wording

/// `cztic check`: an application against articles 9 and 10; needs no store.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Hold an application against articles 9 and 10.",
    discussion: """
      The file is one JSON object, as applications are exported. A field that is missing or null is unknown, and what is unknown is never a \
      pass. Exit status: 0 eligible, 1 not eligible or undetermined, 65 the file is not such a document, 66 there is no such file.
      """)

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Argument(help: "The file; - is standard input.", completion: .file(extensions: ["json"]))
  var file: String

  @Flag(help: "Print the findings as a JSON document.")
  var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let document = try read()
      let eligibility = Eligibility(document.form, places: try Places.standard.get())
      if json {
        Output.json(eligibility.json(options.language))
      } else {
        for line in EligibilityListing(language: options.language).lines(eligibility) { Output.line(line) }
      }
      if eligibility.verdict != .yes { throw ExitCode(1) }
    }
  }

  private func read() throws -> ApplicationDocument {
    let text = try FileBytes.open(file).text()
    let name = file == "-" ? Phrase(zh: "标准输入", en: "standard input") : Phrase(same: Failure.shown(file))
    do { return try ApplicationDocument(JSONReader.read(text)) } catch let error as JSONError {
      throw Failure(65, Phrase(zh: "\(name.zh)：\(error.phrase.zh)", en: "\(name.en): \(error.phrase.en)"))
    } catch let error as ApplicationDocumentError {
      let lines = error.problems.map(\.phrase)
      throw Failure(
        65,
        Phrase(
          zh: "\(name.zh) 有 \(lines.count) 处不合格式，请更正后再试：\n  " + lines.map(\.zh).joined(separator: "\n  "),
          en: "\(name.en): correct this and try again (\(lines.count)):\n  " + lines.map(\.en).joined(separator: "\n  ")))
    }
  }
}
