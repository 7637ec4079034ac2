import CWorkbooks
import Glibc
import TableFiles

/// The parts of a workbook, which is a zip archive in memory. Nothing of it is ever written to disk, and parts are found by name only, so whatever
/// paths its names spell lead nowhere.
final class ZipArchive {
  /// The most bytes of an archive that are taken: a workbook of 100,000 centers has some ten million.
  static let limit = 32 << 20
  /// The most entries that an archive may have; a workbook has a few dozen.
  static let mostEntries: Int64 = 4096

  let zip: cw_zip
  private let archive: OpaquePointer
  private var places: [String: UInt64] = [:]

  /// Opens an archive.
  init(_ bytes: FileBytes) throws(WorkbookFault) {
    var zip = cw_zip()
    guard cw_load_zip(&zip) != 0 else { throw .library(package: "libzip4") }
    if bytes.count > ZipArchive.limit { throw .tooLarge(part: "", limit: ZipArchive.limit) }
    // The archive keeps the bytes, and frees them.
    guard let copy = malloc(max(bytes.count, 1)) else { throw .tooLarge(part: "", limit: ZipArchive.limit) }
    bytes.withBytes { if let start = $0.baseAddress { memcpy(copy, start, $0.count) } }
    var error = zip_error_t()
    guard let source = zip.zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      free(copy)
      throw .torn(part: "zip")
    }
    guard let archive = zip.zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip.zip_source_free(source)
      throw .torn(part: "zip")
    }
    self.zip = zip
    self.archive = archive
    try list()
  }

  deinit { zip.zip_discard(archive) }

  private func list() throws(WorkbookFault) {
    let count = zip.zip_get_num_entries(archive, 0)
    if count > ZipArchive.mostEntries { throw .bomb(part: "zip") }
    for index in 0..<UInt64(max(count, 0)) {
      guard let name = zip.zip_get_name(archive, index, 0) else { continue }
      // Names of parts are the same however large their letters are. Where one comes twice, which is meant cannot be told.
      let key = String(cString: name).lowercased()
      if places.updateValue(index, forKey: key) != nil { throw .torn(part: key) }
    }
  }

  /// Opens a part; nil where there is none of this name.
  func part(_ name: String) throws(WorkbookFault) -> ZipPart? {
    guard let place = places[name.lowercased()] else { return nil }
    var status = zip_stat_t()
    guard zip.zip_stat_index(archive, place, 0, &status) == 0 else { throw .torn(part: name) }
    if status.encryption_method != 0 { throw .locked }
    guard let file = zip.zip_fopen_index(archive, place, 0) else { throw .torn(part: name) }
    return ZipPart(name, file, packed: Int(clamping: status.comp_size), of: self)
  }
}

/// A part as it is unpacked, a piece at a time.
final class ZipPart: PackedPart {
  /// The most bytes of a part: some millions of cells.
  static let limit = 512 << 20
  /// How many bytes one packed byte may become, on the whole of a part of more than ``smallest`` bytes. Tables of one line a thousand times over
  /// reach a hundred; a thousand is the most that the packing can do.
  static let tightest = 400
  /// A part as small as this harms nobody, however tightly it is packed.
  static let smallest = 8 << 20

  /// Its name in the archive.
  let name: String
  private let archive: ZipArchive
  private let file: OpaquePointer
  private let packed: Int
  private var count = 0

  fileprivate init(_ name: String, _ file: OpaquePointer, packed: Int, of archive: ZipArchive) {
    self.name = name
    self.file = file
    self.packed = packed
    self.archive = archive
  }

  deinit { _ = archive.zip.zip_fclose(file) }

  /// Unpacks into memory; 0 at the end, whose checksum was right then.
  func read(into start: UnsafeMutableRawPointer, upTo room: Int) throws(WorkbookFault) -> Int {
    let got = Int(archive.zip.zip_fread(file, start, UInt64(room)))
    guard got >= 0 else { throw .torn(part: name) }
    count += got
    if count > ZipPart.limit { throw .tooLarge(part: name, limit: ZipPart.limit) }
    if count > ZipPart.smallest, count / ZipPart.tightest > packed { throw .bomb(part: name) }
    return got
  }

  /// Unpacks all that is left.
  ///
  /// - Returns: whether these bytes occur in it.
  func mentions(_ word: String) throws(WorkbookFault) -> Bool {
    var found = false
    let word = Array(word.utf8)
    let overlap = word.count
    let room = 1 << 18
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: room + overlap, alignment: 1)
    defer { buffer.deallocate() }
    guard let start = buffer.baseAddress else { return false }
    var kept = 0
    while true {
      let got = try read(into: start + kept, upTo: room)
      if got == 0 { return found }
      if !found { found = ByteSearch.occurs(word, in: UnsafeRawBufferPointer(start: start, count: kept + got)) }
      // The end of this piece may be the beginning of the word.
      let rest = min(overlap, kept + got)
      memmove(start, start + kept + got - rest, rest)
      kept = rest
    }
  }
}
