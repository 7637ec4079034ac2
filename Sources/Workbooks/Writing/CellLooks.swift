import CWorkbooks
import TableFiles

/// How the cells of a written sheet look.
final class CellLooks {
  typealias Look = UnsafeMutablePointer<lxw_format>

  let header: Look
  let day: Look
  /// A text of several lines.
  let lines: Look
  private var numbers: [Int: Look] = [:]

  init(_ file: WorkbookFile) throws(WorkbookFault) {
    let library = file.library
    header = try file.look {
      library.format_set_bold($0)
      library.format_set_bg_color($0, 0xDDE6F0)
      library.format_set_border($0, UInt8(LXW_BORDER_THIN.rawValue))
      library.format_set_text_wrap($0)
      library.format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    }
    day = try file.look { library.format_set_num_format($0, "yyyy-mm-dd") }
    lines = try file.look { library.format_set_text_wrap($0) }
  }

  /// A number with so many decimals.
  func number(_ decimals: Int, _ file: WorkbookFile) throws(WorkbookFault) -> Look {
    if let look = numbers[decimals] { return look }
    let code = decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
    let look = try file.look { file.library.format_set_num_format($0, code) }
    numbers[decimals] = look
    return look
  }
}
