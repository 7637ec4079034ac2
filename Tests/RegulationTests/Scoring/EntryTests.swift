import Testing

@testable import Regulation

@Suite("Points, as they are entered")
struct EntryTests {
  @Test(
    "are 0 to the weight with at most two decimals, or a share of the weight rounded half up",
    arguments: [
      ("0", 500, 0), ("5", 500, 500), ("5.00", 500, 500), ("4.25", 500, 425), ("4.250", 500, 425), ("８．５", 1500, 850),
      ("8.5", 1500, 850), ("8。5", 1500, 850), (" 7 ", 700, 700), ("85%", 700, 595), ("85 %", 700, 595), ("８５％", 1500, 1275),
      ("100%", 300, 300), ("0%", 300, 0),
      ("33.33%", 300, 100), ("33.35%", 700, 233), ("0.5%", 300, 2), ("0.1%", 500, 1), ("0.09%", 500, 0), ("12.5%", 500, 63),
      ("37.5%", 500, 188), (".5", 500, 50), ("。5", 500, 50), ("．25", 500, 25), (".5%", 300, 2),
    ] as [(String, Int, Int)])
  func lawful(_ text: String, _ weight: Int, _ points: Int) throws {
    #expect(try PointsEntry.parse(text, weight: Points(weight)) == Points(points))
  }

  @Test(
    "are refused when they are none, negative, too large or too precise",
    arguments: [
      ("", NumberError.notANumber), ("%", .notANumber), ("abc", .notANumber), ("5.", .notANumber), (".", .notANumber), ("..5", .notANumber),
      ("1,5", .notANumber), ("1、5", .notANumber), ("1/5", .notANumber),
      ("4 5", .notANumber), ("85%%", .notANumber), ("1e1", .notANumber), ("-1", .negative), ("-0.01", .negative), ("-5%", .negative),
      ("5.01", .above(Points(500))), ("6", .above(Points(500))), ("100.01%", .aboveWhole), ("4.255", .tooPrecise),
      ("85.555%", .tooPrecise),
      ("99999999999999999999", .tooLarge),
    ] as [(String, NumberError)])
  func unlawful(_ text: String, _ error: NumberError) {
    #expect(throws: error) { try PointsEntry.parse(text, weight: Points(500)) }
  }

  @Test(
    "are nudged by half a point and stay between 0 and the weight",
    arguments: [
      (nil, 1, 50), (nil, -1, 0), (0, -1, 0), (25, -1, 0), (425, 1, 475), (475, 1, 500), (500, 1, 500), (500, -1, 450), (100, 3, 250),
      (100, .max, 500), (100, .min, 0),
    ] as [(Int?, Int, Int)])
  func nudges(_ from: Int?, _ nudges: Int, _ to: Int) {
    #expect(PointsEntry.nudge(from.map { Points($0) }, by: nudges, weight: Points(500)) == Points(to))
  }

  @Test("of a sheet sum up, and what is missing is named")
  func total() throws {
    let weights = try Fixture.system().weights
    var points = PerIndicator<Points?>(repeating: nil)
    #expect(SheetTotal(points).missing == IndicatorCode.all)
    #expect(SheetTotal(points).grade == nil)
    #expect(SubmittedSheet(login: "a", entries: points) == nil)
    for code in IndicatorCode.all.dropLast() { points[code] = weights[code] }
    #expect(SheetTotal(points).sum == Points(whole: 97))
    #expect(SheetTotal(points).missing.map(\.description) == ["5.4"])
    #expect(SheetTotal(points).given == 18)
    points[try Fixture.code("5.4")] = .zero
    #expect(SheetTotal(points).isComplete)
    #expect(SheetTotal(points).grade == .excellent)
    #expect(SubmittedSheet(login: "a", entries: points)?.total == Points(whole: 97))
  }
}

@Suite("Figures")
struct FigureTests {
  @Test(
    "are read as people write them",
    arguments: [
      ("0", 0), ("12", 1200), ("12.3", 1230), ("12.34", 1234), ("1,234.5", 123_450), ("1，234", 123_400), ("１２．３４", 1234), ("-3.5", -350),
      ("−3", -300),
      ("007", 700), ("12.3400", 1234), ("12,345,678.90", 1_234_567_890), ("\u{3000}5\u{A0}", 500),
      ("9999999999999.99", 999_999_999_999_999),
    ] as [(String, Int)])
  func lawful(_ text: String, _ hundredths: Int) throws {
    #expect(try Hundredths(parsing: text) == Hundredths(hundredths))
  }

  @Test(
    "are refused where the thousands stand wrong or there is no number",
    arguments: [
      "1,23", "1234,567", "12,3456", ",123", "1,,234", "1,234,5", "1.2.3", "1.234,5", "--1", "1-", "+1", "０x１", "½", "1 234", "1,234.",
    ])
  func unlawful(_ text: String) {
    #expect(throws: NumberError.notANumber) { try Hundredths(parsing: text) }
  }

  @Test("have at most two decimals and fifteen digits; whole ones have none")
  func limits() {
    #expect(throws: NumberError.tooPrecise) { try Hundredths(parsing: "1.005") }
    #expect(throws: NumberError.tooLarge) { try Hundredths(parsing: "10000000000000") }
    #expect(throws: NumberError.notWhole) { try DecimalText("1.5").wholeNumber() }
    #expect((try? DecimalText("1.00").wholeNumber()) == 1)
  }

  @Test(
    "are written with two decimals",
    arguments: [(0, "0.00"), (5, "0.05"), (450, "4.50"), (-5, "-0.05"), (-12_345, "-123.45"), (.min, "-92233720368547758.08")]
      as [(Int, String)])
  func written(_ hundredths: Int, _ text: String) { #expect(Hundredths(hundredths).description == text) }
}
