import Foundation
import Testing
import Widgets

/// Screens as text, held against stored ones that somebody has looked at.
///
/// Set `RECORD_PICTURES` to write them anew; then look at each before it is kept.
enum Pictures {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Pictures")

  /// The picture of a canvas: each row between bars, beneath it the ink of each cell as a letter where any is not plain; at the end
  /// where the cursor stands.
  static func picture(of canvas: Canvas) -> String {
    var lines: [String] = []
    for (text, inks) in zip(canvas.text, canvas.inkRows) {
      lines.append(text)
      if inks.contains(where: { $0 != "." }) { lines.append("  ~" + shortened(inks)) }
    }
    lines.append("cursor: " + (canvas.cursor.map { "\($0.column),\($0.row)" } ?? "hidden"))
    return lines.joined(separator: "\n") + "\n"
  }

  /// Holds a canvas against the stored picture of a name.
  static func check(_ canvas: Canvas?, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let canvas = try #require(canvas, "nothing was drawn", sourceLocation: sourceLocation)
    let picture = picture(of: canvas)
    let file = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD_PICTURES"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try picture.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let stored = try? String(contentsOf: file, encoding: .utf8)
    guard let stored else {
      Issue.record("no picture is stored under \(name); set RECORD_PICTURES to record it", sourceLocation: sourceLocation)
      return
    }
    if stored == picture { return }
    let rows = zip(
      stored.split(separator: "\n", omittingEmptySubsequences: false), picture.split(separator: "\n", omittingEmptySubsequences: false))
    let first = rows.first { $0.0 != $0.1 }
    Issue.record(
      "\(name) looks otherwise:\nstored |\(first?.0 ?? "(ends)")\nnow    |\(first?.1 ?? "(ends)")", sourceLocation: sourceLocation)
  }

  /// Blanks at the right of a row of inks are left out.
  private static func shortened(_ inks: String) -> String {
    var inks = inks
    while inks.hasSuffix(".") { inks.removeLast() }
    return inks
  }
}
