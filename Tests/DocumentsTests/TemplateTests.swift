import Foundation
import Testing

@testable import Documents

@Suite("Templates of the papers")
struct TemplateTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-templates-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String, _ name: String) throws {
    try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  private let opinion = Document(kind: .groupOpinion, values: ["title": "意见", "text": "甲\n乙"], fileName: "x")

  @Test("A folder changes what it holds, and nothing else; one that is not there changes nothing")
  func ownTemplates() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try opinion.html(DocumentTemplates(folder: folder.path)) == opinion.html(DocumentTemplates()))
    try write("{{<page}}{{$body}}<p>本局：{{#paragraphs(text)}}[{{.}}]{{/paragraphs(text)}}</p>{{/body}}{{/page}}", "group-opinion.mustache")
    let page = try opinion.html(DocumentTemplates(folder: folder.path))
    #expect(page.contains("<p>本局：[甲][乙]</p>") && page.contains("<h1>意见</h1>"))
    #expect(throws: DocumentError.file(.missing("/nowhere/page.mustache"))) { try DocumentTemplates(folder: "/nowhere", isDemanded: true) }
    #expect(try opinion.html(DocumentTemplates(folder: "/nowhere")) == opinion.html(DocumentTemplates()))
  }

  @Test(
    "A template that is none is named with its line",
    arguments: ["<p>\n{{#text}}\n</p>", "<p>\n{{text\n</p>", "<p>\n{{#text}}{{/title}}</p>"])
  func faults(_ text: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(text, "group-opinion.mustache")
    let error = #expect(throws: DocumentError.self) { try DocumentTemplates(folder: folder.path) }
    guard case .template(name: "group-opinion", let line, _) = error else { return #expect(Bool(false), "\(String(describing: error))") }
    #expect((1...4).contains(line))
    #expect(error?.exitStatus == 65)
  }

  @Test("The built-in templates are written down to be changed, and nothing that is there is overwritten")
  func writing() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("mine", "page.mustache")
    let written = try DocumentTemplates.write(into: folder.path)
    #expect(written.count == DocumentTemplates.names.count - 1)
    #expect(try String(contentsOf: folder.appendingPathComponent("page.mustache"), encoding: .utf8) == "mine")
    #expect(try DocumentTemplates.write(into: folder.path).isEmpty)
  }

  @Test(
    "Articles are cited as papers do",
    arguments: [("12", "第十二条"), ("30(5)", "第三十条第（五）项"), ("9.2", "第九条第（二）项"), ("20", "第二十条"), ("10", "第十条")])
  func citations(_ article: String, _ words: String) { #expect(DocumentWords.citation(article) == words) }
}
