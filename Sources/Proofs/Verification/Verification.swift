import Regulation
import Wording

/// What of a published file holds, line by line, and of files that open sheets behind it. No store is needed.
///
///     let verification = Verification(of: bytes, openings: [("host.json", opening)])
///     verification.isSound
public struct Verification: Sendable, Hashable {
  /// What is looked at.
  public enum Topic: Sendable, Hashable, CaseIterable {
    case form, signature, chain, lots, sheets, results, openings

    /// The word for people.
    public var phrase: Phrase {
      switch self {
      case .form: Phrase(zh: "格式", en: "form")
      case .signature: Phrase(zh: "签名", en: "signature")
      case .chain: Phrase(zh: "审计链", en: "chain")
      case .lots: Phrase(zh: "抽取", en: "lots")
      case .sheets: Phrase(zh: "评分表封存", en: "sheets bound")
      case .results: Phrase(zh: "结果", en: "results")
      case .openings: Phrase(zh: "评分表开示", en: "sheets opened")
      }
    }
  }

  /// Whether something holds.
  public enum Verdict: Sendable, Hashable {
    case holds, fails
    /// Nothing in the files speaks for or against it.
    case notChecked

    /// The word for people.
    public var phrase: Phrase {
      switch self {
      case .holds: Phrase(zh: "相符", en: "holds")
      case .fails: Phrase(zh: "不符", en: "FAILS")
      case .notChecked: Phrase(zh: "未核", en: "not checked")
      }
    }
  }

  /// One thing that was looked at.
  public struct Finding: Sendable, Hashable {
    /// What it belongs to.
    public let topic: Topic
    /// Whether it holds.
    public let verdict: Verdict
    /// What was looked at, or what is wrong and where.
    public let phrase: Phrase
  }

  /// Everything that was looked at, in order.
  public private(set) var findings: [Finding] = []
  /// The published file, where it could be read.
  public let publication: Publication?
  /// Its results, where they could be read.
  public private(set) var results: PublishedResults?
  /// The short number of the published file.
  public let checkNumber: CheckNumber

  /// Whether nothing was found that does not hold.
  public var isSound: Bool { !findings.contains { $0.verdict == .fails } }

  /// Checks a published file.
  ///
  /// - Parameters:
  ///   - file: its bytes.
  ///   - openings: files that open sheets behind it, with what messages call them.
  ///   - head: a head of the chain that was printed or noted elsewhere; it has to be that of a link in the file.
  ///   - key: the short number of the key, as notices print it.
  public init(of file: [UInt8], openings: [(name: String, bytes: [UInt8])] = [], head: Digest256? = nil, key: CheckNumber? = nil) {
    checkNumber = CheckNumber(ofFile: file)
    let read: (value: Publication, file: ReadFile)
    do { read = try Publication.read(file) } catch {
      publication = nil
      findings.append(Finding(topic: .form, verdict: .fails, phrase: error.phrase))
      return
    }
    publication = read.value
    note(.form, true, Phrase(zh: "可核验结果文件，核对号 \(checkNumber)", en: "a published file, check number \(checkNumber)"))
    note(
      .signature, read.file.isSigned(by: read.value.key),
      Phrase(
        zh: "文件由公钥 \(CheckNumber(ofKey: read.value.key)) 签名", en: "the file is signed by the key \(CheckNumber(ofKey: read.value.key))"))
    if let key {
      note(
        .signature, CheckNumber(ofKey: read.value.key) == key,
        Phrase(zh: "公钥核对号为 \(key)", en: "the key's number is \(key)"))
    }
    var chain = ChainCheck(read.value)
    take(chain.findings(head: head))
    do {
      let results = try PublishedResults(reading: read.value.results)
      self.results = results
      take(LotCheck(read.value, year: results.year).findings(&chain))
      let sheets = SheetCheck(read.value, results)
      take(sheets.findings(&chain))
      take(ResultCheck(read.value, results).findings(&chain))
      let opened = OpeningCheck(sheets, results, publication: Digest256(of: file), key: read.value.key)
      for opening in openings { take(opened.findings(opening.name, opening.bytes)) }
      if openings.isEmpty {
        findings.append(
          Finding(
            topic: .openings, verdict: .notChecked,
            phrase: Phrase(zh: "没有开示文件：得分与评分表是否相符未核", en: "no sheets were opened: whether scores follow from them is not checked")))
      }
    } catch {
      note(.results, false, error.phrase)
    }
    take(chain.unused())
  }

  private mutating func note(_ topic: Topic, _ holds: Bool, _ phrase: Phrase) {
    findings.append(Finding(topic: topic, verdict: holds ? .holds : .fails, phrase: phrase))
  }

  private mutating func take(_ more: [Finding]) { findings += more }
}

/// Findings of one topic: what does not hold is told one by one, what holds in one sentence.
struct FindingList {
  let topic: Verification.Topic
  private(set) var findings: [Verification.Finding] = []
  private var failures = 0

  /// How many failures of one kind are told.
  private static let limit = 50

  init(_ topic: Verification.Topic) { self.topic = topic }

  /// Whether nothing failed so far.
  var isSound: Bool { failures == 0 }

  /// Something does not hold unless it holds.
  mutating func require(_ holds: Bool, _ phrase: @autoclosure () -> Phrase) {
    if holds { return }
    failures += 1
    if failures <= FindingList.limit { findings.append(.init(topic: topic, verdict: .fails, phrase: phrase())) }
  }

  /// What holds, unless something failed since.
  mutating func holds(_ phrase: Phrase, since before: Int = 0) {
    if failures == before { findings.append(.init(topic: topic, verdict: .holds, phrase: phrase)) }
  }

  mutating func notChecked(_ phrase: Phrase) { findings.append(.init(topic: topic, verdict: .notChecked, phrase: phrase)) }
}
