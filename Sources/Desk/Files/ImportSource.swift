import CenterStore
import Interchange
import TableFiles
import Wording

/// Where a file that is taken in lies.
enum ImportSource: Sendable, Hashable {
  /// In one's own folder.
  case inbox(InboxFile)
  /// Anywhere on the machine, for whoever sits at it.
  case host(String)

  /// What people call it.
  var name: String {
    switch self {
    case .inbox(let file): file.name.string
    case .host(let path): path.split(separator: "/").last.map(String.init) ?? path
    }
  }

  /// Reads it.
  func bytes(_ store: CenterStore, _ who: Acting) throws -> FileBytes {
    switch self {
    case .inbox(let file):
      try store.reading(file, by: who) { try FileBytes(reading: $0, name: file.name.string, limit: Importer.fileLimit) }
    case .host(let path): try FileBytes(contentsOf: path, limit: Importer.fileLimit)
    }
  }
}
