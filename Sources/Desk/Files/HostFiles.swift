import Foundation
import Regulation

/// Files of the machine, for whoever sits at it.
enum HostFiles {
  /// A file, or a folder.
  struct Entry: Sendable, Hashable {
    let path: String
    let name: String
    let isFolder: Bool
    let size: Int
    let modified: Moment
  }

  /// What files can hold tables.
  private static let endings: Set<String> = ["csv", "json", "xlsx", "txt", "tsv"]
  /// More than these are not listed.
  private static let most = 500

  /// The folders, and the files that can hold a table, of a folder: files first, the newest first.
  static func entries(of folder: String) -> [Entry] {
    let manager = FileManager.default
    let names = ((try? manager.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    let entries = names.prefix(most).compactMap { name -> Entry? in
      let path = (folder as NSString).appendingPathComponent(name)
      guard let facts = try? manager.attributesOfItem(atPath: path) else { return nil }
      let isFolder = facts[.type] as? FileAttributeType == .typeDirectory
      if !isFolder, !endings.contains((name as NSString).pathExtension.lowercased()) { return nil }
      let time = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return Entry(
        path: path, name: name, isFolder: isFolder, size: (facts[.size] as? NSNumber)?.intValue ?? 0,
        modified: Moment(milliseconds: Int64(time * 1000)))
    }
    return entries.filter { !$0.isFolder }.sorted { $0.modified > $1.modified } + entries.filter(\.isFolder)
  }

  /// A path as somebody types it: `~` is their own folder, and what is no whole path lies in `folder`.
  static func path(_ text: String, in folder: String = FileManager.default.currentDirectoryPath) -> String {
    let text = text.hasPrefix("~") ? (text as NSString).expandingTildeInPath : text
    return ((text.hasPrefix("/") ? text : folder + "/" + text) as NSString).standardizingPath
  }

  /// Where a file goes that somebody means: a folder takes it under its own name.
  static func target(_ text: String, named name: String) -> String {
    let path = path(text)
    return isFolder(path) ? path + "/" + name : path
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
