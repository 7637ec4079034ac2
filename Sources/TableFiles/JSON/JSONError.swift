import Wording

/// Where a text stops being JSON, or holds what cannot be kept without loss.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The text ends in the middle of a value.
    case endsEarly
    /// Something else was expected here.
    case expected(Expectation)
    /// More text after the document.
    case textAfterEnd
    /// A number that JSON does not allow: `01`, `.5`, `1.`, `+1`, `0x1F`.
    case number
    /// An escape that JSON does not allow.
    case escape
    /// Half of a surrogate pair, which is no character.
    case loneSurrogate
    /// A control character inside a string that is not escaped.
    case control
    /// The object has this name already, so one value would be lost; told with where the object lies: `host.kind`, `co_builders[0].kind`.
    case repeatedKey(SafeExcerpt)
    /// Arrays and objects lie deeper in one another than this.
    case tooDeep(Int)
    /// More values in one document, or in one record, than this.
    case tooMany(Int)
  }

  /// What may stand in a place.
  public enum Expectation: Hashable, Sendable {
    /// A value.
    case value
    /// A name in quotation marks.
    case key
    /// A colon.
    case colon
    /// A comma or the end of an array.
    case commaOrBracket
    /// A comma or the end of an object.
    case commaOrBrace
    /// An array of objects, as an import wants it.
    case rows
  }

  /// What is wrong.
  public let kind: Kind
  /// The line; the first is 1.
  public let line: Int
  /// The character in its line; the first is 1.
  public let column: Int

  /// Where it is and what is wrong: `line 3, column 14: a value is expected here`.
  public var phrase: Phrase {
    Phrase(zh: "第 \(line) 行第 \(column) 个字符：", en: "line \(line), character \(column): ") + reason
  }

  /// The error as it reads from the object or array around it.
  func inside(_ step: String) -> JSONError {
    guard case .repeatedKey(let name) = kind else { return self }
    let separator = name.string.hasPrefix("[") ? "" : "."
    return JSONError(kind: .repeatedKey(SafeExcerpt(step + separator + name.string, limit: 120)), line: line, column: column)
  }

  private var reason: Phrase {
    switch kind {
    case .endsEarly: Phrase(zh: "文件不完整，到此中断", en: "the text ends in the middle of a value")
    case .expected(.value): Phrase(zh: "此处应为一个值", en: "a value is expected here")
    case .expected(.key): Phrase(zh: "此处应为引号中的字段名", en: "a name in quotation marks is expected here")
    case .expected(.colon): Phrase(zh: "字段名之后应为冒号", en: "a colon is expected after the name")
    case .expected(.commaOrBracket): Phrase(zh: "此处应为逗号或 ]", en: "a comma or ] is expected here")
    case .expected(.commaOrBrace): Phrase(zh: "此处应为逗号或 }", en: "a comma or } is expected here")
    case .expected(.rows): Phrase(zh: "应为由对象组成的数组：[{…}, {…}]", en: "an array of objects is expected: [{…}, {…}]")
    case .textAfterEnd: Phrase(zh: "JSON 已结束，其后还有内容", en: "there is more text after the end of the document")
    case .number: Phrase(zh: "数字写法不合 JSON 规定", en: "is not a number as JSON writes it")
    case .escape: Phrase(zh: "转义写法不合 JSON 规定", en: "is not an escape that JSON knows")
    case .loneSurrogate: Phrase(zh: "代理码不成对，不是字符", en: "is half of a surrogate pair, which is no character")
    case .control: Phrase(zh: "字符串内有控制字符，须转义或删去", en: "a control character inside a string must be escaped or taken out")
    case .repeatedKey(let key): Phrase(zh: "字段“\(key)”重复，请只留一个", en: "the name “\(key)” is repeated; keep one")
    case .tooDeep(let limit): Phrase(zh: "嵌套超过 \(limit) 层", en: "is nested deeper than \(limit) levels")
    case .tooMany(let limit):
      Phrase(zh: "到此已超过 \(limit) 个值，请分成几个文件", en: "is beyond the \(limit) values that one document may hold; divide it into several files")
    }
  }
}
