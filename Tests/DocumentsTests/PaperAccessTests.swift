import CenterStore
import Documents
import Regulation
import Testing

@Suite("Who may have which paper")
struct PaperAccessTests {
  /// Who gets a paper of what is not their own.
  static let table: [(Sample, Set<String>)] = Sample.all.map { sample in
    switch sample.kind {
    case .roster, .resultNotice, .newCenters: (sample, ["admin", "bureau", "viewer", "expert1"])
    default: (sample, ["admin", "bureau"])
    }
  }

  @Test("Staff gets every paper; a viewer and an expert who has no part in it get what is public", arguments: table)
  func whoMay(_ sample: Sample, _ permitted: Set<String>) throws {
    let wish = try sample.wish()
    for login in ["admin", "bureau", "viewer"] {
      if permitted.contains(login) {
        #expect(try !PaperDesk.document(sample.kind, wish, by: login).title.isEmpty)
      } else {
        let error = #expect(throws: DocumentError.self, "\(login)") { try PaperDesk.document(sample.kind, wish, by: login) }
        #expect(error?.exitStatus == 77, "\(login): \(error?.phrase.en ?? "")")
      }
    }
  }

  @Test("An expert prints the own sheet and no other's, whether that is there or not")
  func ownSheet() throws {
    let code = try PaperDesk.center(2024)
    for other in ["expert2", "nobody"] {
      let error = #expect(throws: DocumentError.self) {
        try PaperDesk.document(.scoresheet, .init(code, round: 2024, expert: other), by: "expert1")
      }
      #expect(error?.exitStatus == 77)
    }
  }

  @Test("A login that nobody has gets no paper", arguments: DocumentKind.allCases)
  func nobody(_ kind: DocumentKind) throws {
    let error = #expect(throws: DocumentError.self) {
      try PaperDesk.document(kind, .init(kind.subject == .registry ? "" : "2026"), by: "nobody")
    }
    #expect(error?.exitStatus == 77)
  }

  @Test("What has to be named is asked for, and what must not be is refused")
  func subjects() throws {
    for kind in DocumentKind.allCases where kind.subject != .registry {
      #expect(throws: DocumentError.subjectNeeded(kind)) { try PaperDesk.document(kind) }
    }
    #expect(throws: DocumentError.subjectNotAsked(.roster)) { try PaperDesk.document(.roster, .init("2026")) }
    #expect(throws: DocumentError.subjectNeeded(.resultNotice)) { try PaperDesk.document(.resultNotice, .init("二〇二六")) }
  }
}
