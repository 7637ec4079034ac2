import CenterStore
import Foundation
import Regulation
import Search
import Wording

@testable import Desk
@testable import TableFiles

extension FuzzTarget {
  /// What people and files say in words and figures.
  static let texts = [
    FuzzTarget("text") { bytes in
      let raw = String(decoding: bytes, as: UTF8.self)
      for shape in [PlainText.Shape.line, .paragraphs] {
        let text: PlainText
        do throws(PlainTextError) { text = try PlainText(raw, shape) } catch {
          try holdHarmless(error.phrase.en + error.phrase.zh, "a message")
          continue
        }
        try holdHarmless(text.string, "a text")
        let again = try PlainText(text.string, shape)
        try hold(again.string.utf8.elementsEqual(text.string.utf8), "a text is not what it became")
      }
      let isPlain = bytes.withUnsafeBytes { String(validating: $0, as: UTF8.self) != nil && PlainText.isPlain($0) }
      if isPlain { try hold((try? PlainText(raw))?.string.utf8.elementsEqual(bytes) == true, "it is plain, and is changed or refused") }
      let key = NameKey(raw).string
      try hold(NameKey(key).string.utf8.elementsEqual(key.utf8), "the key of a key is another")
      try hold(FormulaGuard.unmarked(FormulaGuard.marked(raw)).utf8.elementsEqual(raw.utf8), "the mark is not taken away")
      let isCode = CenterCodeForm.shortcoming(of: raw) == nil
      try hold(Array(raw.utf8).withUnsafeBytes(CenterCodeForm.isSound) == isCode, "a code is judged in two ways")
      _ = LoginForm.shortcoming(of: raw)
      try holdHarmless(SafeExcerpt(raw).string, "an excerpt")
    },
    FuzzTarget("figures") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      if let day = Day(parsing: text) { try hold(Day(parsing: day.description) == day, "a day does not come back") }
      if let points = try? PointsEntry.parse(text, weight: Points(1_500)) {
        try hold((0...1_500).contains(points.hundredths), "points beyond the weight")
        try hold((try? Points(parsing: points.description)) == points, "points do not come back")
      }
      if let figure = try? ExactDecimal(parsing: text) {
        try hold((try? ExactDecimal(parsing: figure.description)) == figure, "a figure does not come back")
      }
      if let number = try? DecimalText(text).wholeNumber() { try hold(Int(String(number)) == number, "a number does not come back") }
      _ = IndicatorCode(text)
      _ = FactCode(text)
    },
    FuzzTarget("sshkey") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let keys = try? SSHKey.all(in: text) else { return }
      for key in keys {
        // The text is the store's path as well: whatever stands in it, the forced command is one word of one line.
        guard let line = AuthorizedKey(login: "e1", key: key).line(program: "/usr/bin/cztic", store: text) else { continue }
        try hold(!line.contains(where: \.isNewline) && line.hasPrefix("command=\""), "a key makes two lines")
        var place = line.utf8.index(line.startIndex, offsetBy: 9)
        while line.utf8[place] != 0x22 || line.utf8[line.utf8.index(before: place)] == 0x5C { place = line.utf8.index(after: place) }
        try hold(line[place...].hasPrefix("\",restrict,pty \(key.kind) \(key.blob) "), "the command ends early")
      }
    },
    FuzzTarget("search") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      var builder = SearchArena.Builder(rows: names.count + 1)
      for (place, name) in (names + [text]).enumerated() { builder.add(id: Int64(place), name: name, code: "YS2026-\(place)") }
      let arena = builder.finish()
      for length in [1, 3, text.count] {
        let query = SearchQuery(String(text.prefix(length)))
        var session = SearchSession(arena, order: .natural(arena.count), query: query)
        _ = session.firstHits(2)
        session.finish()
        try hold(session.hits == arena.hits(query), "a session finds other rows")
        for name in names { for range in query.ranges(in: name) { try hold(range.upperBound <= name.count, "a hit beyond the name") } }
      }
      _ = FuzzyMatch.ranked(text, names)
    },
    FuzzTarget("filter") { bytes in
      guard let filter = try? JSONDecoder().decode(RegistryFilter.self, from: Data(bytes)) else { return }
      let again = try JSONDecoder().decode(RegistryFilter.self, from: JSONEncoder().encode(filter))
      try hold(again == filter, "a filter does not come back")
    },
    FuzzTarget("change") { bytes in
      let document = ChangeDocument(String(decoding: bytes, as: UTF8.self))
      _ = document.fields.map { ($0.name, $0.before, $0.after) }
    },
    FuzzTarget("plain") { bytes in
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
        let word = PlainWord(String(line))
        if case .figure(let figure, _) = word {
          _ = try? PointsEntry.parse(figure, weight: Points(700))
          _ = PlainTelling.code(figure)
        }
        for language in Language.allCases { try holdHarmless(PlainTelling.unknown(String(line))[language], "an answer") }
      }
    },
  ]

  private static let names = [
    "沧州市激光切割技术创新中心", "沧州市（泊头）铸造 CNC 技术创新中心", "河北省 3D 打印", "沧州市单县仇氏管道技术创新中心", "ＡＢＣ电缆", "",
  ]
}
