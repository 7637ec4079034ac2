import CenterStore
import DeskRuntime
import Foundation
import Regulation
import Widgets
import Wording

@testable import Desk

/// Files that lie in people's own folders beside the store.
enum FileScene {
  /// A new center, a changed one, one as it stands.
  static let centers = """
    code,name,host,host_kind,department,field,certified_on,director
    CZ-21,沧州市新型管道技术创新中心,盐山新管有限公司,enterprise,盐山县科学技术局,管道装备,2024-05-06,钱若水
    """
  /// Two wrong cells and a column of another table.
  static let wrong =
    "code,name,host,host_kind,department,certified_on\r\nCZ-22,甲中心,甲厂,工厂,青县科学技术局,2024-05-06\r\nCZ-23,乙中心,乙厂,企业,青县科学技术局,去年\r\n"

  /// Puts a file into somebody's folder, written at noon of a day.
  static func put(_ text: String, as name: String, of who: Acting, in store: CenterStore, on day: String = "2026-06-09") throws {
    let placed = try store.putInFolder(Array(text.utf8), as: name, by: who)
    let folder = URL(fileURLWithPath: store.path).deletingLastPathComponent().path
    let noon = Date(timeIntervalSince1970: Double(Moment(DeskFixture.day(day), seconds: 43_200).milliseconds) / 1000)
    try FileManager.default.setAttributes([.modificationDate: noon], ofItemAtPath: folder + "/" + placed)
  }

  /// What a file in somebody's folder holds.
  static func text(_ name: String, of login: String, in store: CenterStore) throws -> String {
    try String(contentsOfFile: "\(store.path).files/inbox/\(login)/\(name)", encoding: .utf8)
  }
}
