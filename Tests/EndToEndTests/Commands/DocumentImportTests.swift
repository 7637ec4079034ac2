import Foundation
import Testing

@Suite("import attachments --files: the files of a folder come along with the list that names them")
struct DocumentImportTests {
  private static let header = "center,title,kind,date,file,location,sha256,facts\n"

  /// A store, a folder with a file in it, and beside the folder another file.
  private func scene() throws -> (cztic: Program, folder: URL) {
    let cztic = try SmallCity.copy()
    let folder = cztic.folder.appendingPathComponent("scans")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("proof\n".utf8).write(to: folder.appendingPathComponent("proof.pdf"))
    _ = try cztic.file("secret.txt", "secret\n")
    try FileManager.default.createDirectory(at: folder.appendingPathComponent("sub"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("link.pdf"), withDestinationURL: cztic.folder.appendingPathComponent("secret.txt"))
    return (cztic, folder)
  }

  private func take(_ rows: String, _ cztic: Program, _ folder: URL, as login: String = "bureau") throws -> Program.Run {
    try cztic(
      "import", "attachments", try cztic.file("list.csv", Self.header + rows), "--round", "2026", "--files", folder.path, "--as", login,
      "--json", "--lang", "en")
  }

  private func kept(_ cztic: Program) throws -> [String] {
    let folder = cztic.store + ".files"
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  @Test("A file is kept under its digest; the same list again changes nothing; what is exported names the digest")
  func keeps() throws {
    let (cztic, folder) = try scene()
    defer { cztic.remove() }
    let row = "C1,任命文件,,2026-01-05,proof.pdf,,,1.1.a\n"
    let first = try take(row, cztic, folder)
    #expect(first.status == 0 && first.messages.isEmpty, "\(first)")
    #expect(try first.json()["new"] as? Int == 1)
    let path = try #require(try kept(cztic).first)
    #expect(try kept(cztic).count == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(cztic.store).files/\(path)")) == Data("proof\n".utf8))
    let again = try take(row, cztic, folder)
    #expect(try again.json()["unchanged"] as? Int == 1)
    let list = try cztic("export", "attachments", "--round", "2026", "--as", "bureau").output
    let sum = try #require(list.split(separator: "\r\n").last.map { $0.split(separator: ",", omittingEmptySubsequences: false) })
    #expect(sum[4] == "proof.pdf" && path.replacingOccurrences(of: "/", with: "").hasSuffix(String(sum[6].suffix(60))))
    try cztic.expect(0, "doctor")
  }

  @Test(
    "A file that is not there, lies elsewhere, is a link, a folder, or not the one of the digest is a fault of its row, and nothing is taken in",
    arguments: [
      ("missing.pdf", "", "file"), ("../secret.txt", "", "file"), ("/etc/passwd", "", "file"), ("link.pdf", "", "file"),
      ("sub", "", "file"),
      ("proof.pdf", String(repeating: "0", count: 64), "sha256"),
    ])
  func refuses(file: String, digest: String, column: String) throws {
    let (cztic, folder) = try scene()
    defer { cztic.remove() }
    let before = try cztic.content()
    let run = try take("C1,甲,,,proof.pdf,,,1.1.a\nC1,乙,,,\(file),,\(digest),1.1.b\n", cztic, folder)
    #expect(run.status == 65)
    let errors = try #require(try run.json()["errors"] as? [[String: Any]])
    #expect(errors.count == 1 && errors.first?["row"] as? Int == 3 && errors.first?["column"] as? String == column, "\(run)")
    #expect(try cztic.content() == before && kept(cztic).isEmpty)
    // A file that is missing is no store that somebody should make.
    if file == "missing.pdf" { #expect((errors.first?["message"] as? String)?.contains("is not in the folder") == true, "\(errors)") }
  }

  @Test(
    "Whoever is no staff may name no folder; a folder that is not there is 66", arguments: [("host", 77), ("viewer", 77), ("bureau", 66)])
  func who(login: String, status: Int32) throws {
    let (cztic, folder) = try scene()
    defer { cztic.remove() }
    let before = try cztic.content()
    let place = status == 66 ? folder.appendingPathComponent("nowhere") : folder
    let run = try take("C1,任命文件,,,proof.pdf,,,1.1.a\n", cztic, place, as: login)
    #expect(run.status == status && (status != 66 || run.messages.contains("there is no folder")), "\(run)")
    #expect(try cztic.content() == before && kept(cztic).isEmpty)
  }
}
