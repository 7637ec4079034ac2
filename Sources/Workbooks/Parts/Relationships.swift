import TableFiles

/// Which part of the archive stands behind a name that another part uses (`r:id`).
final class Relationships: XMLVisitor {
  /// A relation to a part.
  struct Target {
    /// The last word of its kind: `worksheet`, `sharedStrings`, `styles`.
    let kind: String
    /// The name of the part in the archive.
    let part: String
  }

  private(set) var targets: [String: Target] = [:]
  private let folder: [Substring]

  private init(of folder: [Substring]) { self.folder = folder }

  /// The relations of a part; none where the archive names none.
  static func read(of part: String, in archive: ZipArchive) throws(WorkbookFault) -> Relationships {
    let path = part.split(separator: "/")
    let folder = Array(path.dropLast())
    let relationships = Relationships(of: folder)
    let name = (folder + ["_rels", (path.last ?? "") + ".rels"]).joined(separator: "/")
    if let part = try archive.part(name) { try XMLStream.walk(part, relationships) }
    return relationships
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(WorkbookFault) {
    guard depth == 2, name == "Relationship", let id = attributes["Id"], let kind = attributes["Type"], let target = attributes["Target"],
      attributes["TargetMode"]?.lowercased() != "external"
    else { return }
    targets[id] = Target(kind: String(kind.split(separator: "/").last ?? ""), part: resolved(target))
  }

  /// The part of a kind, the first in the order of their names.
  func part(of kind: String) -> String? { targets.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.part }

  /// The name of a part as seen from the folder of the one that names it. What would lead out of the archive leads to its top.
  private func resolved(_ target: String) -> String {
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = path.popLast() } else { path.append(step) }
    }
    return path.joined(separator: "/")
  }
}
