import ArgumentParser
import CenterStore
import Regulation
import TableFiles

/// `cztic due YEAR`: which centers have to take part, and why others do not (article 26).
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "due", zh: "哪些中心应参加某年度评估。", en: "Which centers have to take part in a year's evaluation.")
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Argument(help: .year, transform: Numbers.year) var year: Int
  @Flag(help: .json) var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let centers = try options.openStore().dueCenters(year, by: options.acting())
      if json {
        let due = centers.filter { $0.standing == .due }.map { JSONValue.string($0.code) }
        let exempt = centers.compactMap { center -> JSONValue? in
          guard case .exempt(let exemption) = center.standing else { return nil }
          return ["code": .string(center.code), "reason": .string(exemption.rawValue)]
        }
        return Output.json(["year": .number(String(year)), "due": .array(due), "exempt": .array(exempt)])
      }
      let language = options.language
      for center in centers {
        let words =
          switch center.standing {
          case .due: language == .zh ? "应参加" : "due"
          case .exempt(let exemption): (language == .zh ? "不参加：" : "exempt: ") + exemption.phrase[language]
          }
        Output.line("\(center.code)  \(center.name)  \(words)")
      }
    }
  }
}
