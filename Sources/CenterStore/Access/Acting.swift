import Regulation

/// Who acts, and by which way.
public struct Acting: Sendable, Hashable {
  /// Who: a login. What they may do is looked up in the transaction itself.
  public let login: String
  /// By which way.
  public let channel: Channel

  /// Makes an actor.
  public init(_ login: String, _ channel: Channel) {
    self.login = login
    self.channel = channel
  }
}
