import Widgets

/// What can be wrong with a frame whatever it shows.
enum FrameChecks {
  /// Places where a border ends beside a cell that does not carry it on.
  static func brokenBorders(_ canvas: Canvas) -> [String] {
    // For each sign, whether it reaches up, down, left and right.
    let arms: [Character: (up: Bool, down: Bool, left: Bool, right: Bool)] = [
      "│": (true, true, false, false), "┌": (false, true, false, true), "┐": (false, true, true, false),
      "└": (true, false, false, true), "┘": (true, false, true, false), "├": (true, true, false, true), "┤": (true, true, true, false),
      "┬": (false, true, true, true), "┴": (true, false, true, true), "┼": (true, true, true, true),
    ]
    func sign(_ column: Int, _ row: Int) -> Character {
      Character(canvas[Position(column: column, row: row)].base)
    }
    var broken: [String] = []
    for row in 0..<canvas.size.rows {
      for column in 0..<canvas.size.columns {
        guard let arm = arms[sign(column, row)], canvas[Position(column: column, row: row)].style.ink != .plain else { continue }
        let isCorner = sign(column, row) != "│"
        if isCorner, arm.down, row + 1 < canvas.size.rows, arms[sign(column, row + 1)]?.up != true, sign(column, row + 1) != "█" {
          broken.append("row \(row), column \(column): nothing goes on below")
        }
        if isCorner, arm.up, row > 0, arms[sign(column, row - 1)]?.down != true, sign(column, row - 1) != "█" {
          broken.append("row \(row), column \(column): nothing goes on above")
        }
      }
    }
    return broken
  }

  /// Words with Chinese characters on an English screen, names of the fixture aside.
  static func untranslated(_ canvas: Canvas, allowing names: [String]) -> [String] {
    let fixture = DeskFixture.centers.flatMap { [$0.name, $0.host, $0.department, $0.field, $0.director] + $0.coBuilders }
    let people = ["周文澜", "林若溪", "何知秋", "沈望舒", "叶青禾", "访客", "管理员", "渤海示范大学", "冀中样本会计师事务所"]
    // What the switch to Chinese is called.
    let labels = ["中文"]
    let allowed = fixture + people + labels + names
    return canvas.text.flatMap { row in
      row.split { !isChinese($0) }.map(String.init).filter { run in
        // A name that was cut short is still a name.
        !allowed.contains { $0.contains(run) }
      }
    }
  }

  private static func isChinese(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
