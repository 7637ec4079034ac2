import CenterStore
import DeskRuntime
import Regulation
import Wording

/// A revocation that is proposed for a host's center, and that the host may reply to (article 30).
struct ProposedRevocation: Sendable, Hashable {
  /// The center's code.
  let center: String
  /// The last day for a reply.
  let replyBy: Day
  /// Whether the host replied.
  let isReplied: Bool

  /// What it means to the host on a day.
  func phrase(on today: Day) -> Phrase {
    let head = Phrase(zh: "拟撤销 \(center)：", en: "\(center) may be revoked: ")
    if isReplied { return head + Phrase(zh: "已陈述意见，待市科技局决定", en: "you replied, the bureau decides") }
    return head
      + (today <= replyBy
        ? Phrase(zh: "可在 \(replyBy) 前陈述意见", en: "reply by \(replyBy)")
        : Phrase(zh: "\(replyBy) 前没有陈述意见，待市科技局决定", en: "no reply came by \(replyBy), the bureau decides"))
  }
}

extension Sitting {
  /// What is proposed for the host's own centers, what still waits for its reply first.
  func proposedRevocations() throws(StoreError) -> [ProposedRevocation] {
    var proposed: [ProposedRevocation] = []
    for summary in try store.matters(by: acting) where summary.kind == .revocation && summary.isOpen {
      let revocation = try store.revocation(summary.number, by: acting).matter
      guard revocation.stage == .proposed, let by = revocation.replyBy else { continue }
      proposed.append(ProposedRevocation(center: summary.center, replyBy: by.last, isReplied: !revocation.replies.isEmpty))
    }
    return proposed
  }
}
