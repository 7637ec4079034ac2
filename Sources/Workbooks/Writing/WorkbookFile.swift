import CWorkbooks
import Glibc
import TableFiles

/// A workbook that is being written. The same calls make the same bytes: it bears no time and no name.
final class WorkbookFile {
  let library: cw_writer
  let book: UnsafeMutablePointer<lxw_workbook>
  private let descriptor: Int32
  private var isClosed = false

  /// An empty workbook, in memory until it is whole.
  init() throws(WorkbookFault) {
    var library = cw_writer()
    guard cw_load_writer(&library) != 0 else { throw .library(package: "libxlsxwriter4") }
    let descriptor = cw_memory_file()
    guard descriptor >= 0 else { throw .unwritten }
    // Rows go out as they come, so that memory holds one.
    var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
    guard let book = library.workbook_new_opt("/proc/self/fd/\(descriptor)", &options) else {
      close(descriptor)
      throw .unwritten
    }
    // 1 January 2000.
    var properties = lxw_doc_properties()
    properties.created = 946_684_800
    _ = library.workbook_set_properties(book, &properties)
    self.library = library
    self.book = book
    self.descriptor = descriptor
  }

  deinit {
    // The library gives memory back only when it writes.
    if !isClosed { _ = library.workbook_close(book) }
    close(descriptor)
  }

  /// Adds a sheet.
  func sheet(_ name: String) throws(WorkbookFault) -> UnsafeMutablePointer<lxw_worksheet> {
    guard let sheet = library.workbook_add_worksheet(book, name) else { throw .unwritten }
    return sheet
  }

  /// Makes a look of cells.
  func look(_ shape: (UnsafeMutablePointer<lxw_format>) -> Void) throws(WorkbookFault) -> UnsafeMutablePointer<lxw_format> {
    guard let look = library.workbook_add_format(book) else { throw .unwritten }
    shape(look)
    return look
  }

  /// Writes the workbook, and gives its bytes.
  func finish() throws(WorkbookFault) -> [UInt8] {
    isClosed = true
    guard library.workbook_close(book) == LXW_NO_ERROR else { throw .unwritten }
    do { return try FileBytes(contentsOf: "/proc/self/fd/\(descriptor)").withBytes { Array($0) } } catch { throw .unwritten }
  }
}
