import CenterStore
import Interchange
import TableFiles
import Testing
import Wording

@Suite("Hostile text in files: refused with row and column in harmless words, or it comes back as it was and is no formula")
struct HostileCellTests {
  /// A lawful row of each kind of table.
  private static let rows: [ImportKind: [String: String]] = [
    .departments: ["name": "献县科学技术局", "kind": "county", "jurisdiction": "献县"],
    .organizations: [
      "name": "样例机械厂", "kind": "enterprise", "province": "河北省", "county": "献县", "aliases": "样例厂", "contact": "王某", "phone": "0317-1",
    ],
    .centers: [
      "code": "C1", "name": "沧州市激光切割技术创新中心", "host": "沧州渤海激光有限公司", "host_kind": "enterprise", "co_builders": "运河大学",
      "department": "泊头市科学技术局", "field": "新材料", "certified_on": "2021-03-01", "status": "active", "director": "张三",
      "former_names": "沧州市激光中心",
    ],
    .experts: [
      "login": "e1", "name": "甲", "employer": "海河理工学院", "former_employers": "某所", "title": "教授", "fields": "新材料", "kind": "technical",
    ],
    .users: ["login": "viewer", "name": "访客", "role": "viewer", "organization": "", "ssh_keys": ""],
    .conflicts: ["center": "C2", "expert": "e2", "reason": "师生"],
    .scores: ["center": "C1", "expert": "e1", "indicator": "1.1", "points": "4.50", "comment": "好"],
    .facts: ["center": "C1", "fact": "2.1.b", "year": "2024", "value": "", "note": "未统计"],
    .attachments: [
      "center": "C1", "title": "章程", "kind": "制度", "date": "2026-03-01", "file": "a.pdf", "location": "3 号柜",
      "sha256": String(repeating: "0a", count: 32), "facts": "2.1.a",
    ],
    .results: ["center": "C1", "score": "91.33", "grade": "excellent", "rank": "1"],
  ]

  private func year(_ kind: ImportKind) -> Int? { kind == .results ? 2022 : kind.isOfRound ? 2026 : nil }

  private func table(_ kind: ImportKind, _ values: [String: String], json: Bool) -> String {
    let names = kind.schema.columns.map(\.name)
    if json {
      return JSONWriter.text(.array([.object(names.reduce(into: JSONObject()) { $0[$1] = .string(values[$1] ?? "") })]))
    }
    let sink = MemorySink()
    var writer = CSVWriter(to: sink)
    try? writer.write(names)
    try? writer.write(names.map { values[$0] ?? "" })
    try? writer.finish()
    return sink.text
  }

  @Test("Every column of every kind refuses what steers, as a table and as JSON", arguments: rows.keys.sorted { $0.rawValue < $1.rawValue })
  func refused(kind: ImportKind) throws {
    let bench = try Bench.filled()
    let head = try bench.head
    let row = try #require(Self.rows[kind])
    for json in [false, true] {
      let sound = try bench.take(kind, table(kind, row, json: json), round: year(kind), dryRun: true)
      #expect(sound.problems.errors == [], "the row as it should be")
      for column in kind.schema.columns {
        // What has hardly a bound is tried once.
        for hostile in HostileCell.refused where hostile.text.utf8.count < 1_000_000 || column.name == "comment" {
          var values = row
          values[column.name] = hostile.text
          let place = "\(column.name), \(hostile.testDescription)"
          do {
            let report = try bench.take(kind, table(kind, values, json: json), round: year(kind))
            #expect(report.problems.errors.contains { $0.column == column.name && $0.row == (json ? 1 : 2) }, "\(place)")
            expectHarmless(report.problems, place)
          } catch InterchangeError.file(let error) {
            // A NUL in a table: the file is no text.
            #expect(hostile.text.contains("\u{0}") && HostileCell.harm(in: error.phrase.en + error.phrase.zh) == nil, "\(place)")
          }
        }
      }
      for hostile in HostileCell.refused where !hostile.text.contains("\u{0}") && hostile.text.utf8.count < 1_000_000 && json {
        var values = row
        values[hostile.text] = "x"
        let report = try bench.take(kind, JSONWriter.text(.array([.object(JSONObject(values))])), round: year(kind))
        #expect(!report.problems.isEmpty)
        expectHarmless(report.problems, "a name of a field, \(hostile.testDescription)")
      }
    }
    #expect(try bench.head == head, "something was written")
  }

  private func expectHarmless(_ problems: ImportProblems, _ what: String) {
    for language in [Language.zh, .en] {
      let lines = problems.lines(language)
      for line in lines { #expect(HostileCell.harm(in: line) == nil && line.utf8.count < 5_000, "\(what): \(line.prefix(200))") }
      #expect(HostileCell.harm(in: JSONWriter.text(problems.json(language))) == nil, "\(what)")
    }
  }

  @Test("What a column takes comes back as it was, and no cell is a formula", arguments: rows.keys.sorted { $0.rawValue < $1.rawValue })
  func comesBack(kind: ImportKind) throws {
    let bench = try Bench.filled()
    let row = try #require(Self.rows[kind])
    let exported = try #require(ExportKind(rawValue: kind.rawValue))
    var taken = 0
    for column in kind.schema.columns where column.content != .figure {
      for hostile in HostileCell.lawful {
        var values = row
        values[column.name] = hostile.text
        let report = try bench.take(kind, table(kind, values, json: true), round: year(kind))
        expectHarmless(report.problems, "\(column.name), \(hostile.testDescription)")
        if !report.problems.isEmpty { continue }
        taken += 1
        for language in [Language.en, .zh] {
          let text = try bench.give(exported, .csv, language, round: year(kind))
          var reader = CSVReader(UTF8Text(text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text))
          while let record = try reader.next() {
            for cell in 0..<record.count where kind.schema.columns[cell].content != .figure {
              #expect(!HostileCell.isFormula(record.text(cell)), "\(column.name): \(record.text(cell))")
            }
          }
          let again = try bench.take(kind, text, round: year(kind))
          #expect(again.problems.errors == [] && again.changed == 0 && again.new == 0, "\(column.name), \(hostile.testDescription)")
        }
        let back = try bench.give(exported, .json, round: year(kind))
        // A list takes separators for what they are.
        if column.content == .text {
          #expect(back.contains(JSONWriter.text(.string(hostile.text))), "\(column.name), \(hostile.testDescription)")
        }
      }
    }
    if kind != .results { #expect(taken > 0) }
  }

  @Test("Every text of an application refuses what steers, and keeps the rest")
  func applications() throws {
    let bench = try Bench.filled()
    let head = try bench.head
    let document = try JSONReader.read(Samples.applications)
    var tried = 0
    // One after the other: all places take a text in the same way.
    let texts = HostileCell.refused.filter { $0.text.utf8.count < 100_000 } + HostileCell.lawful
    for turn in 0..<3 {
      var next = turn
      try Self.everyText(of: document) { place, set in
        let hostile = texts[next % texts.count]
        next += 3
        tried += 1
        let report = try bench.take(.applications, JSONWriter.text(set(hostile.text)), dryRun: true)
        expectHarmless(report.problems, "\(place), \(hostile.testDescription)")
        if HostileCell.harm(in: hostile.text) != nil { #expect(!report.problems.isEmpty, "\(place), \(hostile.testDescription)") }
      }
    }
    #expect(tried > 60)
    #expect(try bench.head == head)
  }

  /// Goes to each string of a document, and lends what puts another in its place.
  private static func everyText(of value: JSONValue, at path: String = "", _ body: (String, @escaping (String) -> JSONValue) throws -> Void)
    rethrows
  {
    switch value {
    case .string: try body(path) { .string($0) }
    case .array(let elements):
      for (place, element) in elements.enumerated() {
        try everyText(of: element, at: "\(path)[\(place)]") { path, set in
          try body(path) { text in
            var elements = elements
            elements[place] = set(text)
            return .array(elements)
          }
        }
      }
    case .object(let object):
      for member in object.members {
        try everyText(of: member.value, at: "\(path).\(member.key)") { path, set in
          try body(path) { text in
            var object = object
            object[member.key] = set(text)
            return .object(object)
          }
        }
      }
    default: break
    }
  }

  @Test(
    "What is no text in JSON is told with its place",
    arguments: [
      #"[{"name": "甲\ud800"}]"#, #"[{"name": "\udc00甲"}]"#, #"[{"name": "\ud800\ud800"}]"#, #"[{"name": "\ud83d\u0041"}]"#,
      #"[{"\ud800": ""}]"#,
      String(repeating: "[", count: 100_000), "[" + String(repeating: #"{"a":"#, count: 100_000), #"[{"name": "甲\#u{0}"}]"#,
    ])
  func noText(json: String) throws {
    let bench = try Bench()
    for kind in ImportKind.allCases {
      do {
        if kind.isOfRound { continue }
        let report = try bench.take(kind, json)
        #expect(!report.problems.isEmpty)
        expectHarmless(report.problems, kind.rawValue)
      } catch InterchangeError.file(let error) {
        #expect(HostileCell.harm(in: error.phrase.en + error.phrase.zh) == nil)
      }
    }
  }
}

extension JSONObject {
  /// Members in the order of their names.
  fileprivate init(_ values: [String: String]) {
    self.init()
    for (name, value) in values.sorted(by: { $0.key < $1.key }) { self[name] = .string(value) }
  }
}
