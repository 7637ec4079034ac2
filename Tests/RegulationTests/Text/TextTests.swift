import Testing

@testable import Regulation

@Suite("Text from outside")
struct PlainTextTests {
  @Test(
    "keeps what it says, in Unicode's form C, without blanks at both ends",
    arguments: [
      ("", ""), (" 沧州\u{3000}", "沧州"), ("e\u{301}", "\u{E9}"), ("か\u{3099}", "が"), ("\u{F900}", "\u{8C48}"), ("𠮷👩‍🔬", "𠮷👩‍🔬"), ("ＡＢ", "ＡＢ"),
      ("=1+1", "=1+1"), ("\u{212B}", "\u{C5}"),
    ])
  func kept(_ raw: String, _ text: String) throws {
    let plain = try PlainText(raw)
    #expect(Array(plain.string.unicodeScalars) == Array(text.unicodeScalars))
    #expect(try PlainText(plain.string) == plain)
  }

  @Test(
    "that could steer a terminal or turn the direction of writing is refused",
    arguments: [
      (0x00, PlainTextError.Harm.control), (0x07, .control), (0x09, .control), (0x0B, .control), (0x1B, .control), (0x1F, .control),
      (0x7F, .control), (0x80, .control), (0x9B, .control),
      (0x9F, .control), (0x061C, .bidirectional), (0x200E, .bidirectional), (0x202A, .bidirectional), (0x202E, .bidirectional),
      (0x2066, .bidirectional),
      (0x2069, .bidirectional), (0x206A, .control), (0xFFF9, .control), (0xFFFF, .control), (0xE0001, .control), (0x2028, .lineBreak),
      (0x2029, .lineBreak),
    ] as [(UInt32, PlainTextError.Harm)], [PlainText.Shape.line, .paragraphs])
  func harm(_ harm: (UInt32, PlainTextError.Harm), _ shape: PlainText.Shape) throws {
    let scalar = try #require(Unicode.Scalar(harm.0))
    #expect(throws: PlainTextError.forbidden(scalar: harm.0, harm.1)) { try PlainText("a" + String(scalar) + "b", shape) }
  }

  @Test(
    "just beside what is refused is lawful",
    arguments: [0x20, 0x7E, 0xA0, 0x200B, 0x200D, 0x2010, 0x2027, 0x202F, 0x2065, 0x2070, 0xFFFD] as [UInt32])
  func edges(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(throws: Never.self) { try PlainText("a" + String(scalar) + "b") }
  }

  @Test(
    "full-width letters, digits and signs stay as they are, and their neighbours are looked at",
    arguments: [
      ("激光（雪溪）", "激光（雪溪）"), ("\u{FF01}\u{FF5E}", "\u{FF01}\u{FF5E}"), ("\u{FF3F}\u{FF40}", "\u{FF3F}\u{FF40}"),
      ("（\u{3000}", "（"), ("\u{FF00}か\u{3099}", "\u{FF00}が"), ("（e\u{301}", "（\u{E9}"), (" （", "（"),
    ])
  func fullWidth(_ raw: String, _ text: String) throws {
    #expect(Array(try PlainText(raw).string.unicodeScalars) == Array(text.unicodeScalars))
    #expect(NameKey("（Ａ）").string == "(A)")
  }

  @Test("that is said to be lawful as it stands is kept byte by byte: every scalar of the basic plane, alone and in a text")
  func plain() throws {
    var count = 0
    for value in 0...UInt32(0xFFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "a" + String(scalar) + "b"] where Array(text.utf8).withUnsafeBytes({ PlainText.isPlain($0) }) {
        count += 1
        #expect(Array(try PlainText(text).string.utf8) == Array(text.utf8))
      }
    }
    #expect(count > 40_000)
    #expect(!Array(repeating: 0x61 as UInt8, count: PlainText.limit + 1).withUnsafeBytes { PlainText.isPlain($0) })
  }

  @Test("has line breaks only where they are lawful, and always the same one")
  func lineBreaks() throws {
    #expect(throws: PlainTextError.forbidden(scalar: 0x0A, .lineBreak)) { try PlainText("a\nb", .line) }
    #expect(throws: PlainTextError.forbidden(scalar: 0x0D, .lineBreak)) { try PlainText("a\rb", .line) }
    #expect(try PlainText("一\r\n二\r三\n", .paragraphs).string == "一\n二\n三")
    // A search for texts does not find a carriage return that has a mark behind it.
    #expect(
      try PlainText("一\r\u{301}二\r\u{200D}三", .paragraphs).string.unicodeScalars.map(\.value) == [
        0x4E00, 0xA, 0x301, 0x4E8C, 0xA, 0x200D, 0x4E09,
      ])
  }

  @Test("has at most 10,000 characters, however many scalars each is made of")
  func limit() throws {
    #expect(try PlainText(String(repeating: "沧", count: 10_000)).string.count == 10_000)
    #expect(throws: PlainTextError.tooLong(characters: 10_001)) { try PlainText(String(repeating: "沧", count: 10_001)) }
    #expect(try PlainText(String(repeating: "👩‍🔬", count: 10_000)).string.count == 10_000)
  }

  @Test("says what to do about it")
  func words() {
    #expect(PlainTextError.forbidden(scalar: 0x1B, .control).phrase.zh.contains("U+001B"))
    #expect(PlainTextError.tooLong(characters: 10_001).phrase.en.contains("10001"))
  }
}

@Suite("Names, as they are compared")
struct NameKeyTests {
  @Test(
    "are the same after form KC and trimming",
    arguments: [("ＡＢＣ", "ABC"), (" 沧州 ", "沧州"), ("（沧州）", "(沧州)"), ("\u{3000}沧州\u{A0}", "沧州"), ("①", "1"), ("㈱", "(株)"), ("ｶﾞ", "ガ")])
  func same(_ left: String, _ right: String) { #expect(NameKey(left) == NameKey(right)) }

  @Test(
    "are the same without what is not seen",
    arguments: [0x200B, 0x200C, 0x200D, 0xFEFF, 0xAD, 0x2060, 0xFE0F, 0xE0100, 0x180B, 0x115F].compactMap(Unicode.Scalar.init))
  func unseen(_ scalar: Unicode.Scalar) {
    for name in ["\(scalar)沧州激光", "沧州\(scalar)激光", "沧州激光\(scalar)", "沧州激光\(scalar) "] {
      #expect(NameKey(name) == NameKey("沧州激光"), "U+\(String(scalar.value, radix: 16))")
    }
    #expect(!NameKey(String(scalar)).string.isEmpty)
  }

  @Test("differ in letters, case and blanks inside", arguments: [("abc", "ABC"), ("沧 州", "沧州"), ("沧州", "滄州")])
  func different(_ left: String, _ right: String) { #expect(NameKey(left) != NameKey(right)) }

  @Test("are Unicode's form KC, also where a short way was taken to it: every scalar of the basic plane within a name")
  func normalForm() {
    for value in 0x20...UInt32(0xFFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for name in ["沧州\(scalar)A", "（沧\(scalar)）"] {
        let form = name.precomposedStringWithCompatibilityMapping
        let seen = form.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
        #expect(Array(NameKey(name).string.unicodeScalars) == Array(seen), "U+\(String(value, radix: 16))")
      }
    }
  }
}

@Suite("Names of centers, as one is told from another (article 9.7)")
struct CenterNameKeyTests {
  @Test(
    "are alike whatever the width, the blanks, the case and the kind of brackets",
    arguments: [
      "沧州市LED（照明）技术创新中心", "沧州市ＬＥＤ(照明)技术创新中心", "沧州市 led 〔照明〕 技术创新中心", "沧州市Led\u{3000}【照明】技术创新中心\u{A0}",
      "沧州市led“照明”技术创新中心",
    ])
  func alike(_ name: String) { #expect(CenterNameKey(name).string == "沧州市led(照明)技术创新中心") }

  @Test(
    "differ in every other character",
    arguments: [
      ("沧州市激光技术创新中心", "沧州市激光切割技术创新中心"), ("沧州市激光技术创新中心", "沧洲市激光技术创新中心"), ("沧州市C技术创新中心", "沧州市C++技术创新中心"),
      ("沧州市(激光)技术创新中心", "沧州市激光技术创新中心"), ("沧州市2技术创新中心", "沧州市3技术创新中心"),
    ])
  func different(_ left: String, _ right: String) { #expect(CenterNameKey(left) != CenterNameKey(right)) }
}

@Suite("Words of files")
struct TermTests {
  private func readable<T: Term>(_ type: T.Type) {
    #expect(Set(T.allCases.map(\.phrase.zh)).count == T.allCases.count)
    for term in T.allCases {
      #expect(T(word: term.rawValue) == term)
      #expect(T(word: term.phrase.zh) == term)
      #expect(T(word: term.rawValue + " ") == nil)
    }
  }

  @Test("are read in English and in Chinese, and each means one thing")
  func all() {
    readable(Role.self)
    readable(HostKind.self)
    readable(CenterStatus.self)
    readable(DepartmentKind.self)
    readable(ExpertKind.self)
    readable(Grade.self)
    readable(RoundMethod.self)
    readable(RoundState.self)
    readable(Due.Exemption.self)
  }

  @Test("that other people's files rest on keep their names")
  func names() {
    #expect(Role.allCases.map(\.rawValue) == ["expert", "bureau", "department", "host", "agency", "viewer", "admin"])
    #expect(RoundState.allCases.map(\.rawValue) == ["announced", "scoring", "settled", "published", "closed", "cancelled"])
    #expect(Due.Exemption.allCases.map(\.rawValue) == ["revoked", "reorganised", "deferred", "not_yet_two_years"])
    #expect(Grade.allCases.map(\.rawValue) == ["excellent", "qualified", "unqualified"])
    #expect(HostKind.allCases.map(\.phrase.zh) == ["企业", "高等学校", "科研院所", "技术机构", "其他"])
    #expect(CenterStatus.allCases.map(\.phrase.zh) == ["在册", "已撤销", "已重组"])
  }
}

@Suite("Places")
struct PlacesTests {
  @Test("are the 16 county-level units and 3 zones of article 9.1")
  func units() throws {
    let places = try Places.standard.get()
    #expect(
      places.counties.map(\.zh) == [
        "新华区", "运河区", "沧县", "青县", "东光县", "海兴县", "盐山县", "肃宁县", "南皮县", "吴桥县", "献县", "孟村回族自治县", "泊头市", "任丘市", "黄骅市", "河间市",
      ])
    #expect(places.zones.map(\.zh) == ["渤海新区", "沧州经济技术开发区", "沧州高新技术产业开发区"])
    #expect(places.isMunicipal(department: "沧州市教育局"))
    #expect(!places.isMunicipal(department: "任丘市科学技术局"))
    #expect(!places.fields.isEmpty)
  }
}
