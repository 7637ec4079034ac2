import GRDB
import Regulation
import Wording

extension CenterStore {
  /// By how much a clock may be set back without a word: what setting it by the network does now and then.
  static let unnoticed: Int64 = 60_000

  /// When the last act on file was done, where the host's clock does not stand there yet; `nil` where it can be believed, and on made-up data.
  ///
  /// Acts bear the time of the host, and last days are counted by it. A clock that jumped back, or stood ahead before, is therefore told to whoever opens
  /// the desk or verifies the chain. It is not corrected by what is on file: one act that was done under a wrong clock would decide about all others.
  /// Nor is anything refused for it: after a moment under a clock that stood ahead nobody could save a score until that day comes. What was done meanwhile
  /// is found by ``ChainVerdict/setBack``.
  public func lastActAhead() throws(StoreError) -> Moment? {
    if isDemo { return nil }
    return try StoreError.translating(path) {
      let last = try pool.read { try Int64.fetchOne($0, sql: "SELECT time FROM audit ORDER BY seq DESC LIMIT 1") }
      guard let last, last > surroundings.now().milliseconds + CenterStore.unnoticed else { return nil }
      return Moment(milliseconds: last)
    }
  }

  /// What is said of a clock that stands before the last act on file.
  ///
  /// - Parameter last: when that was done.
  public func clockWords(_ last: Moment) -> Phrase {
    func told(_ moment: Moment) -> String { "\(moment.day) \(moment.shanghaiTime)" }
    let now = surroundings.now()
    return Phrase(
      zh: "请管理员校正主机时钟：现为 \(told(now))，早于最后一条记录 \(told(last))；各项期限按主机时钟计算",
      en: "have the host's clock set right: it says \(told(now)), before the last act on file, \(told(last)); last days are counted by it"
    )
  }
}
