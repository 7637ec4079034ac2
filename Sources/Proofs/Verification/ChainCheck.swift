import TableFiles
import Wording

/// The links of a published file: whether each runs over the one before, and what those changed that are opened.
struct ChainCheck {
  private let publication: Publication
  private let links: [Int64: PublicLink]
  private var opened: [Int64: Change] = [:]
  private var unasked: Set<Int64> = []

  /// What a link changed.
  struct Change {
    let object: String
    let after: [String: String]
  }

  init(_ publication: Publication) {
    self.publication = publication
    links = Dictionary(publication.links.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Looks at the run of links, and at what was opened.
  mutating func findings(head: Digest256?) -> [Verification.Finding] {
    var list = FindingList(.chain)
    var (previous, expected) = (publication.before, publication.links.first?.number ?? 1)
    for link in publication.links {
      list.require(
        link.number == expected,
        Phrase(zh: "第 \(link.number) 环前缺环或次序不对", en: "links are missing or out of order before link \(link.number)"))
      list.require(
        link.hash == link.expectedHash(after: previous),
        Phrase(zh: "第 \(link.number) 环的摘要与内容不符", en: "the hash of link \(link.number) is not that of what it says"))
      previous = link.hash
      // A number at the end of what can be counted has no next one.
      expected = link.number &+ 1
    }
    list.require(
      publication.links.first?.act == "round.open", Phrase(zh: "首环应为发布评估通知", en: "the first link is not the announcement of a round"))
    list.holds(
      Phrase(
        zh: "\(publication.links.count) 环首尾相接，末环摘要 \(previous)",
        en: "\(publication.links.count) links follow each other, the last hash is \(previous)"))
    for change in publication.opened {
      let isBound = links[change.number]?.change == change.commitment
      list.require(
        isBound, Phrase(zh: "第 \(change.number) 环公开的内容与封存不符", en: "what is opened of link \(change.number) is not what it bound"))
      list.require(
        opened[change.number] == nil, Phrase(zh: "第 \(change.number) 环公开了两次", en: "link \(change.number) is opened twice"))
      if isBound, let read = ChainCheck.read(change.document) {
        opened[change.number] = read
        unasked.insert(change.number)
      }
    }
    list.holds(
      Phrase(zh: "公开的 \(publication.opened.count) 环内容与封存相符", en: "what is opened of \(publication.opened.count) links is what they bound"))
    if let head {
      list.require(
        publication.links.contains { $0.hash == head },
        Phrase(zh: "摘要 \(head) 不是其中任何一环的", en: "the hash \(head) is none of these links'"))
      list.holds(Phrase(zh: "另行记下的摘要在链上", en: "the hash that was noted elsewhere is on the chain"))
    }
    return list.findings
  }

  private static func read(_ document: String) -> Change? {
    guard let value = try? JSONReader.read(document, depthLimit: 8), let object = value["object"]?.string,
      let members = value["after"]?.object
    else { return nil }
    return Change(
      object: object,
      after: Dictionary(members.members.compactMap { member in member.value.string.map { (member.key, $0) } }) { first, _ in first })
  }

  /// The hash of a link.
  func hash(of number: Int64) -> Digest256? { links[number]?.hash }

  /// Whether a link did something to an object, and binds a text there.
  mutating func binds(_ number: Int64, act: Set<String>, object: (String) -> Bool, _ field: String, _ digest: Digest256) -> Bool {
    guard let link = links[number], act.contains(link.act), let change = opened[number], object(change.object) else { return false }
    unasked.remove(number)
    return change.after[field] == digest.description
  }

  /// What a link says of a field.
  func value(_ number: Int64, _ field: String) -> String? { opened[number]?.after[field] }

  /// The numbers of the links of an act.
  func numbers(of act: String) -> [Int64] { publication.links.filter { $0.act == act }.map(\.number) }

  /// What was opened and binds nothing of the file: there to mislead.
  func unused() -> [Verification.Finding] {
    var list = FindingList(.chain)
    for number in unasked.sorted() {
      list.require(false, Phrase(zh: "第 \(number) 环公开的内容与文件无关", en: "what is opened of link \(number) has nothing to do with the file"))
    }
    return list.findings
  }
}
