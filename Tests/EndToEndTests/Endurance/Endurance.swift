import Foundation

/// How long the tests of endurance run: a short form with every run of the tests, and a long one where `ENDURANCE=long` asks for it.
enum Endurance {
  static let isLong = ProcessInfo.processInfo.environment["ENDURANCE"] == "long"

  /// So many of something.
  static func count(short: Int, long: Int) -> Int { isLong ? long : short }

  /// Says what was done and found; the line is looked for where the tests run by themselves.
  static func tell(_ words: String) { FileHandle.standardOutput.write(Data("endurance: \(words)\n".utf8)) }
}

/// What goes wrong between the program and the file system (`Tests/Faults`).
enum Fault {
  /// Killed before its n-th change of the store's files, or in the middle of that write.
  case kill(Int), tear(Int)
  /// Calls of some kinds fail: `w` writes, `s` syncs, `r` reads; while a file stands at a path.
  case fail(String, Int32, while: String)
  /// Nothing; every change is written down.
  case trace(String)

  /// The variables that make it so for a store.
  func environment(_ store: String) -> [String: String] {
    let library = URL(fileURLWithPath: Program.path).deletingLastPathComponent().appendingPathComponent("libfaults.so").path
    let common = ["LD_PRELOAD": library, "FAULTS_FILE": store]
    switch self {
    case .kill(let number): return common.merging(["FAULTS": "kill:\(number)"]) { $1 }
    case .tear(let number): return common.merging(["FAULTS": "tear:\(number)"]) { $1 }
    case .fail(let kinds, let error, let path): return common.merging(["FAULTS": "fail:\(kinds):\(error)", "FAULTS_WHILE": path]) { $1 }
    case .trace(let path): return common.merging(["FAULTS_TRACE": path]) { $1 }
    }
  }
}
