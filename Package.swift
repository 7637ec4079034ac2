// swift-tools-version: 6.1

import PackageDescription

// The house: dependencies point down only, and a target can import nothing that is not named here. Read from the bottom up.

/// What takes bytes from outside.
let fuzzed: [Target.Dependency] = [
  "CenterStore", "CursesTerminal", "Desk", "Interchange", "Offline", "Proofs", "Regulation", "Search", "TableFiles", "Widgets", "Wording",
  "Workbooks",
]

let package = Package(
  name: "cztic",
  products: [
    .executable(name: "cztic", targets: ["cztic"]),
    // Loaded before a program's own libraries by tests only.
    .library(name: "faults", type: .dynamic, targets: ["FaultsForTests"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    // What people run: one file a command.
    .executableTarget(
      name: "cztic",
      dependencies: [
        "Desk", "DeskRuntime", "Widgets", "CursesTerminal", "DemoData", "Documents", "Interchange", "Offline", "CenterStore", "Proofs",
        "Regulation", "TableFiles",
        "Wording", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // What people see, and the machinery under it.
    .target(
      name: "Desk",
      dependencies: [
        "DeskRuntime", "Widgets", "Documents", "Interchange", "Offline", "CenterStore", "Proofs", "Regulation", "Search", "TableFiles",
        "Wording",
      ]),
    .target(name: "DeskRuntime", dependencies: ["Widgets", "Wording"]),
    .target(name: "Widgets"),

    // The terminal: the only place where ncurses is known.
    .target(name: "CursesTerminal", dependencies: ["DeskRuntime", "Widgets", "CNcurses", "CTerminal"]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CTerminal"),

    // What is kept, and how it goes in and out.
    .target(name: "DemoData", dependencies: ["CenterStore", "Regulation", "Wording"]),
    .target(
      name: "Documents",
      dependencies: [
        "CenterStore", "DocumentTemplateFiles", "Interchange", "Proofs", "Regulation", "TableFiles", "Widgets", "Wording",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Offline",
      dependencies: [
        "CenterStore", "Interchange", "Proofs", "Regulation", "TableFiles", "Wording", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    .target(name: "Interchange", dependencies: ["CenterStore", "Regulation", "TableFiles", "Wording", "Workbooks"]),
    .target(
      name: "CenterStore",
      dependencies: [
        "Proofs", "Regulation", "Search", "Wording", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),

    // Workbooks: the only place where the libraries of Excel's form are known.
    .target(name: "Workbooks", dependencies: ["CWorkbooks", "Regulation", "TableFiles", "Wording"]),
    .systemLibrary(name: "CWorkbooks", providers: [.apt(["libexpat1-dev", "libxlsxwriter-dev", "libzip-dev"])]),

    // Pure: values and functions, no I/O.
    .target(
      name: "Proofs", dependencies: ["Regulation", "TableFiles", "Wording", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Regulation", dependencies: ["RegulationData", "Wording"]),
    .target(
      name: "RegulationData", path: "data", exclude: ["documents"],
      resources: [
        .embedInCode("indicators.tsv"), .embedInCode("facts.tsv"), .embedInCode("checks.tsv"), .embedInCode("places.tsv"),
        .embedInCode("holidays.tsv"),
      ]),
    .target(
      name: "DocumentTemplateFiles", path: "data/documents",
      resources: [
        .embedInCode("application.mustache"),
        .embedInCode("decision.mustache"),
        .embedInCode("evaluation-form.mustache"),
        .embedInCode("group-opinion.mustache"),
        .embedInCode("new-centers.mustache"),
        .embedInCode("opinion-sheet.mustache"),
        .embedInCode("page.mustache"),
        .embedInCode("receipt.mustache"),
        .embedInCode("recommendations.mustache"),
        .embedInCode("result-notice.mustache"),
        .embedInCode("roster.mustache"),
        .embedInCode("round-summary.mustache"),
        .embedInCode("score-report.mustache"),
        .embedInCode("scoresheet.mustache"),
        .embedInCode("style.mustache"),
      ]),
    .target(name: "Search"),
    .target(name: "TableFiles", dependencies: ["Wording"]),
    .target(name: "Wording"),

    // A terminal that tests type at and read.
    .target(name: "TerminalForTests", dependencies: ["DeskRuntime", "Widgets"], path: "Tests/Support"),
    .target(name: "PseudoTerminalForTests", dependencies: ["CTerminal"], path: "Tests/PseudoTerminal"),

    // Random numbers that are the same in every run.
    .target(name: "RandomForTests", path: "Tests/Random"),

    // A file system that fails, stops or is written down as a test wants it.
    .target(name: "FaultsForTests", path: "Tests/Faults"),

    // Stores of every released schema version.
    .target(
      name: "StoresForTests", dependencies: [.product(name: "GRDB", package: "GRDB.swift")], path: "Tests/Stores",
      resources: [.copy("Released")]),

    // An application that just meets every condition.
    .target(name: "ApplicationsForTests", dependencies: ["Regulation"], path: "Tests/Applications"),

    .testTarget(
      name: "RegulationTests", dependencies: ["ApplicationsForTests", "RandomForTests", "Regulation", "RegulationData", "Wording"],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "ProofsTests",
      dependencies: ["Proofs", "RandomForTests", "Regulation", "TableFiles", "Wording", .product(name: "Crypto", package: "swift-crypto")],
      exclude: ["verify.py"]),
    .testTarget(name: "SearchTests", dependencies: ["RandomForTests", "Search"]),
    .testTarget(name: "TableFilesTests", dependencies: ["RandomForTests", "TableFiles", "Wording"]),
    .testTarget(
      name: "WorkbooksTests", dependencies: ["TableFiles", "Wording", "Workbooks"], exclude: ["Fixtures/make"],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "CenterStoreTests",
      dependencies: [
        "ApplicationsForTests", "CenterStore", "DemoData", "Proofs", "RandomForTests", "Regulation", "StoresForTests", "Wording",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "DemoDataTests", dependencies: ["DemoData", "CenterStore", "Regulation"]),
    .testTarget(
      name: "DocumentsTests", dependencies: ["CenterStore", "DemoData", "Documents", "Regulation", "TableFiles"], exclude: ["Papers"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "CenterStore", "Regulation", "TableFiles", "Wording"]),
    .testTarget(
      name: "OfflineTests",
      dependencies: ["Offline", "CenterStore", "Interchange", "RandomForTests", "Regulation", "TableFiles", "Wording"]),
    .testTarget(name: "WidgetsTests", dependencies: ["RandomForTests", "Widgets"]),
    .testTarget(name: "DeskRuntimeTests", dependencies: ["DeskRuntime", "TerminalForTests", "Widgets", "Wording"]),
    .testTarget(
      name: "CursesTerminalTests",
      dependencies: ["CursesTerminal", "CNcurses", "CTerminal", "DeskRuntime", "PseudoTerminalForTests", "Widgets", "Wording"]),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "ApplicationsForTests", "CenterStore", "DemoData", "Desk", "DeskRuntime", "Interchange", "Offline", "Regulation", "TableFiles",
        "TerminalForTests", "Widgets", "Wording",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Pictures"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "CenterStore", "RandomForTests", "Regulation", "StoresForTests", "cztic", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "FuzzingTests", dependencies: fuzzed + ["RandomForTests"], path: "Tests/Fuzzing", exclude: ["LibFuzzer.swift", "Seeds", "run"]),
  ],
  swiftLanguageModes: [.v6]
)

// The long form of fuzzing (`Tests/Fuzzing/run`): the same targets as a program of libFuzzer, which no other build makes.
if Context.environment["CZTIC_FUZZING"] != nil {
  package.targets.removeAll { $0.name == "FuzzingTests" }
  package.targets.append(
    .executableTarget(
      name: "cztic-fuzz", dependencies: fuzzed, path: "Tests/Fuzzing", exclude: ["FuzzingTests.swift", "Mutator.swift", "Seeds", "run"]))
}
