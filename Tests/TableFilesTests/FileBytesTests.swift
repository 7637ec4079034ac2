import Foundation
import Testing

@testable import TableFiles

@Suite("Files are read whole or refused, and written whole or not at all")
struct FileBytesTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")

  private func inFolder<R>(_ body: (URL) throws -> R) throws -> R {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  private func bytes(_ file: FileBytes) -> [UInt8] { file.withBytes { Array($0) } }

  @Test("A file is read, also an empty one and one of the system that says it is empty")
  func files() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("甲.csv").path
      for content in ["", "a", "编号,名称\r\n"] {
        try content.write(toFile: path, atomically: true, encoding: .utf8)
        let file = try FileBytes.open(path)
        #expect(bytes(file) == Array(content.utf8))
        #expect(file.name == path)
      }
    }
    #expect(try FileBytes(contentsOf: "/proc/self/status").count > 100)
  }

  @Test("A large file is held whole, whatever becomes of the file meanwhile")
  func held() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("large").path
      let content = Data(repeating: 0x61, count: 1 << 25)
      try content.write(to: URL(fileURLWithPath: path))
      let file = try FileBytes(contentsOf: path)
      #expect(truncate(path, 0) == 0)
      #expect(file.count == content.count)
      #expect(file.withBytes { $0.last } == 0x61)
    }
  }

  @Test("An empty text has no rows", arguments: ["", "\u{FEFF}"])
  func empty(content: String) throws {
    var reader = CSVReader(try FileBytes(content.utf8, name: "-").text())
    #expect(try reader.next() == nil)
  }

  @Test("What cannot be read is named")
  func refused() throws {
    try inFolder { folder in
      let missing = folder.appendingPathComponent("none.csv").path
      #expect(throws: FileError.missing(missing)) { try FileBytes.open(missing) }
      #expect(throws: FileError.folder(folder.path)) { try FileBytes.open(folder.path) }
      let path = folder.appendingPathComponent("a.csv").path
      try "12345".write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: FileError.tooLarge(path, limit: 4)) { try FileBytes(contentsOf: path, limit: 4) }
      #expect(try FileBytes(contentsOf: path, limit: 5).count == 5)
      #expect(throws: FileError.unreadable(path + "/x", reason: ENOTDIR)) { try FileBytes.open(path + "/x") }
    }
  }

  @Test("A pipe is read to its end, up to a limit", arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func pipes(size: Int) throws {
    for limit in [size, size - 1] where limit >= 0 {
      let pipe = Pipe()
      let writer = pipe.fileHandleForWriting
      let thread = Thread {
        try? writer.write(contentsOf: Data(repeating: 0x2C, count: size))
        try? writer.close()
      }
      thread.start()
      let descriptor = pipe.fileHandleForReading.fileDescriptor
      if limit == size {
        #expect(try FileBytes(reading: descriptor, name: "-", limit: limit).count == size)
      } else {
        #expect(throws: FileError.tooLarge("-", limit: limit)) { try FileBytes(reading: descriptor, name: "-", limit: limit) }
        // What is left is drained, so that the writer ends before its pipe does.
        _ = pipe.fileHandleForReading.readDataToEndOfFile()
      }
    }
  }

  @Test("A written file appears when it is whole, and keeps the old one's permissions")
  func written() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("out.csv").path
      try "old".write(toFile: path, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      do {
        let abandoned = try FileSink(replacing: path)
        try abandoned.write(Array("half".utf8))
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      let sink = try FileSink(replacing: path)
      try sink.write(Array("new".utf8))
      try sink.finish()
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.csv"])
    }
  }

  @Test("Through a symbolic link the file that it names is replaced")
  func links() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("real.csv").path
      let link = folder.appendingPathComponent("link.csv").path
      try "old".write(toFile: path, atomically: true, encoding: .utf8)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      let sink = try FileSink(replacing: link)
      try sink.write(Array("new".utf8))
      try sink.finish()
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    }
  }

  @Test("What cannot be made or written is named")
  func unwritable() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("none/out.csv").path
      #expect(throws: FileError.cannotCreate(path, reason: ENOENT)) { try FileSink(replacing: path) }
      #expect(throws: FileError.cannotCreate(folder.path, reason: EISDIR)) { try FileSink(replacing: folder.path) }
    }
    let full = try FileSink(replacing: "/dev/full")
    #expect(throws: FileError.cannotWrite("/dev/full", reason: ENOSPC)) { try full.write([1]) }
  }

  @Test("Messages hold no control character of a file's name")
  func names() {
    let phrase = FileError.missing("a\u{1B}[2J\u{202E}.csv").phrase
    #expect(phrase.en == "there is no file a<U+001B>[2J<U+202E>.csv; look at the name")
    #expect(phrase.zh == "没有文件 a<U+001B>[2J<U+202E>.csv，请核对文件名")
  }

  @Test("A file - is the standard stream that it stands for")
  func standardStreams() {
    let writing = FileError.cannotWrite("-", reason: ENOSPC).phrase
    #expect(writing.zh.hasPrefix("无法写入 标准输出：") && writing.en.hasPrefix("cannot write standard output: "))
    #expect(FileError.cannotWrite("a.csv", reason: ENOSPC).phrase.zh.hasPrefix("无法写入 a.csv："))
    #expect(FileError.binary("-").phrase.zh.hasPrefix("标准输入 不是文本文件"))
  }
}
