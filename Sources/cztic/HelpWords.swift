import ArgumentParser
import Wording

/// What options that several commands share are for.
extension ArgumentHelp {
  static let year = ArgumentHelp(zh: "评估年度", en: "The year of evaluation.", value: Phrase(zh: "年度", en: "year"))
  static let json = ArgumentHelp(zh: "输出 JSON", en: "Print one JSON document.")
  static let inputFile = ArgumentHelp(zh: "文件；- 为标准输入", en: "The file; - is standard input.", value: .file)
  static let round = ArgumentHelp(
    zh: "评估年度：用于评分、评估数据、附件和结果，只有一轮评估进行中时可不写",
    en: "The year of the round: for scores, facts, attachments and results, unless one round alone is open.",
    value: Phrase(zh: "年度", en: "year"))
}

/// What stands for a value in help pages.
extension Phrase {
  static let number = Phrase(zh: "数", en: "n")
  static let text = Phrase(zh: "文字", en: "text")
  static let day = Phrase(zh: "日期", en: "date")
  static let file = Phrase(zh: "文件", en: "file")
  static let folder = Phrase(zh: "文件夹", en: "folder")
  static let kind = Phrase(zh: "种类", en: "kind")
  static let format = Phrase(zh: "格式", en: "format")
  static let name = Phrase(zh: "名称", en: "name")
}
