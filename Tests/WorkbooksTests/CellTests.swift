import Testing

@testable import Workbooks

@Suite("Numbers and days of cells")
struct CellTests {
  @Test(
    "Numbers are what fifteen digits say",
    arguments: [
      ("8.0500000000000007", "8.05"), ("0.30000000000000004", "0.3"), ("1E-3", "0.001"), ("1.5E3", "1500"), ("-0", "0"),
      ("9.9999999999999995", "10"),
      ("20210001", "20210001"), ("1e21", "1000000000000000000000"), ("00.50", "0.5"), ("-2.50", "-2.5"),
    ])
  func numbers(written: String, text: String) { #expect(PlainDecimal(written.utf8)?.text() == text) }

  @Test("What is none", arguments: ["", "-", ".", "1e", "0x1", "1.2.3", "nan", "1E9999", "1 "])
  func none(written: String) { #expect(PlainDecimal(written.utf8) == nil) }

  @Test("Formats of Excel, WPS and LibreOffice")
  func looks() {
    let days = [#"yyyy"年"m"月"d"日";@"#, "yyyy/m/d;@", "[$-804]yyyy/m/d", #"[DBNum1][$-804]yyyy"年"m"月"d"日";@"#, "m/d/yy", "mmm-yy"]
    for code in days { #expect(NumberLook(code: code) == .day, "\(code)") }
    for code in ["General", "G/通用格式", "@", "[Red]0", "#,##0", #""第"0"号""#] { #expect(NumberLook(code: code) == .general, "\(code)") }
    #expect(
      NumberLook(code: "yyyy-mm-dd hh:mm") == .moment && NumberLook(code: "[h]:mm:ss") == .time && NumberLook(code: "0.0%") == .percent)
    #expect(NumberLook(code: "0.00_ ") == .number(whole: 1, decimals: 2) && NumberLook(code: "00000") == .number(whole: 5, decimals: 0))
    #expect(NumberLook(code: #"_ ¥* #,##0.00_ ;_ ¥* \-#,##0.00_ "#) == .number(whole: 1, decimals: 2))
  }

  @Test("Days by number, and the one that never was")
  func days() {
    #expect(
      [1, 59, 60, 61, 45_296].map { SheetDays.from1900.day($0)?.description } == [
        "1900-01-01", "1900-02-28", nil, "1900-03-01", "2024-01-05",
      ])
    #expect(SheetDays.from1904.day(43_834)?.description == "2024-01-05" && SheetDays.from1904.day(0)?.description == "1904-01-01")
    for text in ["45296", "2024/1/5 0:00", "2024-01-05 00:00:00"] { #expect(SheetDays.day(written: text)?.description == "2024-01-05") }
    for text in ["2024", "20240105", "4529６", "+4529", "10000", "99999", "2024/1/5 8:30"] { #expect(SheetDays.day(written: text) == nil) }
  }

  @Test("Characters of China take two digits")
  func widths() { #expect(CellWidth.of("编号A\n一二三四") == 8 && CellWidth.of("，e\u{301}") == 3) }
}
