import Foundation
import Testing

/// Runs a shell script as root of file systems of its own, where the kernel lets anybody have them.
private enum OwnMounts {
  static let isAllowed = ((try? run("mount -t tmpfs -o size=1m none /mnt && echo mounted")) ?? "").contains("mounted")

  static func run(_ script: String, _ words: [String] = []) throws -> String {
    let child = try Child("/usr/bin/unshare", ["--user", "--map-root-user", "--mount", "/bin/sh", "-c", script, "sh"] + words)
    return child.wait().output
  }
}

@Suite("A disk that takes nothing more")
struct FullDiskTests {
  @Test("A file that may grow no further, as under a quota: the import says so, and nothing of it is kept", arguments: [false, true])
  func limited(isFilled: Bool) throws {
    let large = try LargeImport(isFilled: isFilled)
    defer { large.cztic.remove() }
    // Blocks of 512 bytes: one megabyte, of which the import needs several. The signal would end the program before it could say anything.
    let child = try Child(
      "/bin/sh",
      [
        "-c", "trap '' XFSZ; ulimit -f 2000; exec \"$@\"", "sh", Program.path, "import", "centers", large.file, "--store",
        large.cztic.store, "--lang", "en",
      ])
    let end = child.wait()
    #expect(end.status == 74 && end.output.contains(large.cztic.store) && end.output.contains("nothing was saved"), "\(end.output)")
    #expect(try large.centers() == (isFilled ? 1 : 0))
    #expect(try large.cztic("audit", "verify").status == 0)
    let again = try large.start().wait()
    #expect(again.status == 0, "\(again.output)")
    #expect(try large.centers() == LargeImport.count + (isFilled ? 1 : 0))
  }

  @Test(
    "An answer that cannot be written whole is told, and is no success",
    arguments: [
      "results 2026", "results 2026 --json", "due 2026", "round list --json", "indicators", "indicators --json", "audit verify",
      "audit head",
      "doctor", "export centers", "assign 2026 --dry-run --partial --json", "help",
    ])
  func answers(_ words: String) throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let child = try Child(
      "/bin/sh", ["-c", "\"$0\" --store \"$1\" --lang en $2 > /dev/full", Program.path, cztic.store, words])
    let end = child.wait()
    #expect(end.status == 74 && end.output.contains("No space left") || end.output.contains("no space"), "\(words): \(end)")
  }

  @Test(
    "A full disk is named and nothing is kept; a disk that may only be read is named as well",
    .enabled(if: OwnMounts.isAllowed, "the kernel lets this user mount nothing"))
  func full() throws {
    let large = try LargeImport(isFilled: true)
    defer { large.cztic.remove() }
    let script = """
      mount -t tmpfs -o size=2m none /mnt && cp "$2" /mnt/store.sqlite || exit 1
      "$1" import centers "$3" --store /mnt/store.sqlite --lang en; echo "full: $?"
      "$1" audit verify --store /mnt/store.sqlite --lang en; echo "verify: $?"
      "$1" export centers --store /mnt/store.sqlite | wc -l
      mount -o remount,ro /mnt
      "$1" import centers "$3" --store /mnt/store.sqlite --lang en; echo "read-only: $?"
      """
    let lines = try OwnMounts.run(script, [Program.path, large.cztic.store, large.file]).split(separator: "\n").map(String.init)
    #expect(lines.count == 7, "\(lines)")
    guard lines.count == 7 else { return }
    #expect(lines[0].contains("the disk is full, this was not saved") && lines[1] == "full: 74")
    #expect(lines[2].contains("the chain is whole") && lines[3] == "verify: 0" && lines[4] == "2")
    #expect(lines[5].contains("read-only") && lines[6] == "read-only: 77", "\(lines)")
  }
}
