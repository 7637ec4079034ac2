import Foundation
import Testing

@Suite("A large import, interrupted and among others")
struct InterruptedImportTests {
  private func holds(_ large: LargeImport, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let verdict = try large.cztic("audit", "verify")
    #expect(verdict.status == 0 && verdict.output.contains("the chain is whole"), sourceLocation: sourceLocation)
  }

  @Test("Killed in the middle, it leaves the store as it was, and goes through when it is run again", arguments: [false, true])
  func killed(isFilled: Bool) throws {
    let large = try LargeImport(isFilled: isFilled)
    defer { large.cztic.remove() }
    let child = try large.start()
    #expect(large.waitUntilWriting(child))
    child.kill()
    #expect(try large.centers() == (isFilled ? 1 : 0))
    try holds(large)
    let again = try large.start().wait()
    #expect(again.status == 0 && again.output.contains("\(LargeImport.count)"), "\(again.output)")
    #expect(try large.centers() == LargeImport.count + (isFilled ? 1 : 0))
    try holds(large)
  }

  @Test("Killed while it commits, it leaves all or nothing", arguments: [false, true])
  func killedCommitting(isFilled: Bool) throws {
    let large = try LargeImport(isFilled: isFilled)
    defer { large.cztic.remove() }
    let before = isFilled ? 1 : 0
    let child = try large.start()
    if large.waitUntilCommitting(child) { child.kill() }
    let centers = try large.centers()
    #expect(centers == before || centers == before + LargeImport.count)
    try holds(large)
    let again = try large.start().wait()
    #expect(again.status == 0, "\(again.output)")
    #expect(try large.centers() == LargeImport.count + before)
    try holds(large)
  }

  @Test("Who reads or writes meanwhile is served, and nobody is told of a lock", arguments: [false, true])
  func others(isFilled: Bool) throws {
    let large = try LargeImport(isFilled: isFilled)
    defer { large.cztic.remove() }
    let departments = try large.cztic.file("departments.csv", "name,kind\n盐山县科学技术局,county\n")
    let child = try large.start()
    #expect(large.waitUntilWriting(child))
    let reading = try large.cztic("export", "centers")
    #expect(reading.status == 0 && reading.messages.isEmpty, "\(reading.messages)")
    let writing = try large.cztic("import", "departments", departments)
    #expect(writing.status == 0 && writing.messages.isEmpty, "\(writing.messages)")
    let end = child.wait()
    #expect(end.status == 0, "\(end.output)")
    #expect(try large.centers() == LargeImport.count + (isFilled ? 1 : 0))
    #expect(try large.cztic("export", "departments").output.contains("盐山县科学技术局"))
    try holds(large)
  }
}
