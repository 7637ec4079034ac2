import CenterStore
import Regulation

extension Attempt {
  private static let staff: Set<Role> = [.admin, .bureau]
  private static let why = PlainText(literal: "有据")

  /// What is tried on a matter of a center, by the last digit of its number: one's own, another's, none.
  static let onMatters: [Attempt] = [
    Attempt("matter of change", all: staff, own: [.department, .host]) {
      _ = try $0.store.matter("BG2026-000\($2)", as: ChangeRequest.self, by: $1)
    },
    Attempt("request for changes", all: staff, own: [.department, .host]) { _ = try $0.store.changeRequest("BG2026-000\($2)", by: $1) },
    Attempt("filing of a director", all: staff, own: [.department, .host]) { _ = try $0.store.directorFiling("ZR2026-000\($2)", by: $1) },
    Attempt("revocation", all: staff, own: [.department, .host]) { _ = try $0.store.revocation("CX2026-000\($2)", by: $1) },
    Attempt("take a request for changes back", all: staff, own: [.department, .host]) {
      try $0.store.stepChange("BG2026-000\($2)", .withdraw(reason: why), by: $1)
    },
    Attempt("forward a request for changes", all: staff, own: [.department, .host]) {
      try $0.store.stepChange("BG2026-000\($2)", .forward(remark: why), by: $1)
    },
    Attempt("decide on a director", all: staff, own: [.department, .host]) {
      try $0.store.stepDirector(
        "ZR2026-000\($2)", .decide(on: Day(parsing: "2026-05-04") ?? Day(number: 0), document: why), by: $1)
    },
    Attempt("revoke", all: staff, own: [.host]) {
      try $0.store.stepRevocation("CX2026-000\($2)", .revoke(reason: why, document: why), by: $1)
    },
  ]

  /// What is tried on all matters at once.
  static let onAllMatters: [Attempt] = [
    Attempt("list of matters", all: [.admin, .bureau, .department, .host]) { city, who, _ in _ = try city.store.matters(by: who) }
  ]
}
