import Foundation
import Glibc

/// A store and a file of centers so large that an import of it can be met in the middle.
struct LargeImport {
  static let count = 8000
  let cztic: Program
  let file: String

  /// - Parameter isFilled: whether centers are in the store already, so that the import keeps WAL mode.
  init(isFilled: Bool) throws {
    cztic = try Program()
    let header = "code,name,host,host_kind,co_builders,department,certified_on\n"
    if try cztic("init").status != 0 { throw Tmux.Mismatch(description: "no store could be made") }
    if isFilled {
      let first = try cztic.file("first.csv", header + "A1,沧州市铸造技术创新中心,泊头铸造集团,企业,,泊头市科学技术局,2021-03-01\n")
      if try cztic("import", "centers", first).status != 0 { throw Tmux.Mismatch(description: "the first center is not in") }
    }
    let rows = (0..<LargeImport.count).map { "L\($0),第\($0)号技术创新中心,企业\($0 / 3),企业,大学\($0 % 40),泊头市科学技术局,2021-03-01\n" }
    file = try cztic.file("large.csv", header + rows.joined())
  }

  /// Starts the import.
  func start() throws -> Child { try Child(Program.path, ["import", "centers", file, "--store", cztic.store, "--lang", "en"]) }

  /// Waits until the import is in the middle of its transaction.
  ///
  /// - Returns: whether it is; `false` where it ended before it could be seen.
  func waitUntilWriting(_ child: Child) -> Bool {
    // GRDB writes for a moment when it opens a store, so that the lock must be held for a while.
    var held = 0
    while child.isRunning {
      held = hasJournal || isLocked ? held + 1 : 0
      if held == 40 { return true }
      usleep(1000)
    }
    return false
  }

  /// Waits until the import has begun to commit: it writes the store's file, or its log.
  func waitUntilCommitting(_ child: Child) -> Bool {
    let before = size("")
    while child.isRunning {
      if size("-wal") > 500_000 || hasJournal && size("") > before { return true }
    }
    return false
  }

  /// How many centers are in the store.
  func centers() throws -> Int {
    try cztic("export", "centers").output.split(whereSeparator: \.isNewline).count - 1
  }

  private var hasJournal: Bool { access(cztic.store + "-journal", F_OK) == 0 }

  /// Whether somebody holds the lock of whoever writes in WAL mode: the byte 120 of the index beside the store.
  private var isLocked: Bool {
    let descriptor = open(cztic.store + "-shm", O_RDONLY)
    if descriptor < 0 { return false }
    defer { close(descriptor) }
    var lock = flock(l_type: Int16(F_RDLCK), l_whence: Int16(SEEK_SET), l_start: 120, l_len: 1, l_pid: 0)
    return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  private func size(_ suffix: String) -> off_t {
    var status = stat()
    return stat(cztic.store + suffix, &status) == 0 ? status.st_size : 0
  }
}
