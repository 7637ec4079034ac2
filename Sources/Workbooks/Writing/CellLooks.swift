import CWorkbooks
import TableFiles

/// How the cells of a written sheet look.
final class CellLooks {
  typealias Look = UnsafeMutablePointer<lxw_format>

  let header: Look
  let day: Look
  /// A text of several lines.
  let lines: Look
  /// A cell of a form that is to be filled in.
  let open: Look
  private var numbers: [Int: Look] = [:]
  private var openNumbers: [Int: Look] = [:]

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
    open = try file.look { CellLooks.open($0, library) }
  }

  /// A number with so many decimals.
  func number(_ decimals: Int, _ file: WorkbookFile) throws(WorkbookFault) -> Look {
    if let look = numbers[decimals] { return look }
    let look = try file.look { file.library.format_set_num_format($0, CellLooks.code(decimals)) }
    numbers[decimals] = look
    return look
  }

  /// A number with so many decimals in a cell that is to be filled in.
  func open(_ decimals: Int, _ file: WorkbookFile) throws(WorkbookFault) -> Look {
    if let look = openNumbers[decimals] { return look }
    let look = try file.look {
      CellLooks.open($0, file.library)
      file.library.format_set_num_format($0, CellLooks.code(decimals))
    }
    openNumbers[decimals] = look
    return look
  }

  private static func open(_ look: Look, _ library: cw_writer) {
    library.format_set_unlocked(look)
    library.format_set_bg_color(look, 0xFFF9E5)
    library.format_set_border(look, UInt8(LXW_BORDER_THIN.rawValue))
    library.format_set_text_wrap(look)
  }

  private static func code(_ decimals: Int) -> String { decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals) }
}
