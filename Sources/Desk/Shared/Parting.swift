import CenterStore
import DeskRuntime
import Wording

extension Sitting {
  /// Tells at once, and not with the next thing that is saved, that this store cannot be gone on with: another file stands in its place, or a newer
  /// program has been at it. What is typed stays to be read and copied until the person leaves.
  ///
  /// - Parameter error: what looking for news came to; everything else tells itself, or passes.
  func part(from error: StoreError) {
    guard !hasParted, let words = Sitting.words(of: error) else { return }
    hasParted = true
    runtime.ask(
      words.title, words.text, answers: [Phrase(zh: "先留下查看", en: "Stay and read"), Phrase(zh: "退出", en: "Leave")], isGrave: true
    ) { [weak self] answer in
      // It comes in the middle of typing: whoever types on stays.
      if answer == 1 { self?.runtime.quit() }
    }
  }

  private static func words(of error: StoreError) -> (title: Phrase, text: Phrase)? {
    switch error {
    case .replaced:
      (
        Phrase(zh: "数据文件已被替换或移走", en: "The store was replaced or taken away"),
        Phrase(
          zh: "从现在起不能再保存。此前显示已保存的，都在原来的文件里，请告知管理员；若原文件已删除，须从备份恢复。退出后重新打开，看到的是现在的数据文件。",
          en:
            "Nothing can be saved any more. What was shown as saved is in the file that stood here before: tell the administrator, who restores a backup where it was deleted. "
            + "Leave and open the desk again to see the store as it is now.")
      )
    case .newerStore:
      (
        Phrase(zh: "数据文件已升级", en: "The store was brought up to date"),
        Phrase(
          zh: "新版本的程序已在使用它，本窗口还是旧版本，不能再保存。此前显示已保存的都在；请退出后重新打开。",
          en:
            "A newer program is at it, and this desk is still the old one: it saves nothing any more. What was shown as saved is there. Leave and open the "
            + "desk again.")
      )
    default: nil
    }
  }
}
