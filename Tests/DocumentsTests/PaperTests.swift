@testable import Documents
import Foundation
import Regulation
import TableFiles
import Testing

@Suite("The papers that the desk writes")
struct PaperTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Papers")

  @Test("Every paper reads as the one that somebody has looked at; RECORD_PICTURES writes them anew", arguments: Sample.all)
  func reads(_ sample: Sample) throws {
    let document = try PaperDesk.document(sample.kind, sample.wish())
    let text = withoutChain(try document.text(as: .text) { () throws(DocumentError) in try DocumentTemplates() })
    let file = PaperTests.folder.appendingPathComponent(sample.name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD_PICTURES"] != nil {
      try FileManager.default.createDirectory(at: PaperTests.folder, withIntermediateDirectories: true)
      try (text + "\n").write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let stored = try String(contentsOf: file, encoding: .utf8)
    let first = zip(stored.split(separator: "\n"), text.split(separator: "\n")).first { $0.0 != $0.1 }
    #expect(stored == text + "\n", "stored |\(first?.0 ?? "(ends)")\nnow    |\(first?.1 ?? "(ends)")")
  }

  /// What the chain says of the day on which demo data was made is no matter of a paper.
  private func withoutChain(_ text: String) -> String {
    text.replacing(#/审计链第 \d+ 条/#, with: "审计链第 N 条").replacing(#/[0-9a-f]{64}/#, with: "HEAD")
  }

  @Test("Every page is XML as well: what opens is closed, and nothing of the template shows", arguments: Sample.all)
  func isWellFormed(_ sample: Sample) throws {
    let page = try PaperDesk.document(sample.kind, sample.wish()).html(DocumentTemplates())
    #expect(!page.contains("{{") && !page.contains("}}"))
    var open: [Substring] = []
    for tag in page.matches(of: #/<(/?)([a-z0-9]+)[^>]*?(/?)>/#) {
      if !tag.1.isEmpty { #expect(open.popLast() == tag.2, "\(tag.0)") } else if tag.3.isEmpty { open.append(tag.2) }
    }
    #expect(open.isEmpty)
  }

  @Test("What a template asks for is there in some paper: a name that is written wrong would leave a gap without a word")
  func namesAreKnown() throws {
    var known: Set<String> = []
    func gather(_ value: JSONValue) {
      for element in value.array ?? [] { gather(element) }
      for member in value.object?.members ?? [] {
        known.insert(member.key)
        gather(member.value)
      }
    }
    for sample in Sample.all { gather(try PaperDesk.document(sample.kind, sample.wish()).json) }
    // What no paper of the made-up year says: an objection that re-opened a figure, a group's opinion, a revocation that is published.
    let rare: Set<String> = [
      "group_opinion", "text", "revoked", "applied", "aspect", "old", "is_by_staff", "own", "published_on", "notice_until", "by", "on",
      "is_confirmed", "fact",
    ]
    for name in DocumentTemplates.names {
      for tag in DocumentTemplates.builtIn(name).matches(of: #/\{\{\{?[#^\/]?(?:[a-z]+\()?([a-z_0-9.]+)\)?\}/#) {
        for part in tag.1.split(separator: ".") where !rare.contains(String(part)) {
          #expect(known.contains(String(part)) || part == "page" || name == "page" && part == "body", "\(name).mustache asks for \(part)")
        }
      }
    }
  }

  @Test("A round of before these rules cites the rules of 2018, and none of these articles")
  func oldRules() throws {
    let notice = try PaperDesk.document(.resultNotice, .init("2024"))
    #expect(notice.json["basis"]?.string == "《沧州市技术创新中心建设与管理办法》（沧科字〔2018〕100号）")
    #expect(notice.json["rules_remark"]?.string?.contains("第32条") == true)
    let proposed = try PaperDesk.document(.decision, .init(PaperDesk.matter(.revocation, "proposed")))
    #expect(proposed.json["basis"]?.string?.contains("第三十条第（") == true)
  }

  @Test("Article 28: the notice says that the published figure decides, names whom to object to and until when, and nobody's sheets")
  func notice() throws {
    let text = try PaperDesk.document(.resultNotice, .init("2024")).text(as: .text) { () throws(DocumentError) in try DocumentTemplates() }
    #expect(text.contains("以公布的得分\n为准") || text.contains("以公布的得分为准"))
    #expect(text.contains("个工作日") && !text.contains("expert"))
    #expect(throws: DocumentError.self) { try PaperDesk.document(.resultNotice, .init("2026")) }
  }

  @Test("A text that looks like markup stays text, on the page and in a drawing")
  func hostileText() throws {
    let hostile = #"<script>alert("1")</script> & {{title}}"#
    let document = Document(
      kind: .groupOpinion, values: ["title": .string(hostile), "text": .string(hostile), "center": ["name": .string(hostile)]],
      fileName: "x")
    let page = try document.html(DocumentTemplates())
    #expect(!page.contains("<script>") && page.contains("&lt;script&gt;") && page.contains("{{title}}"))
    let text = try document.text(as: .text) { () throws(DocumentError) in try DocumentTemplates() }
    #expect(text.contains(hostile))
  }
}
