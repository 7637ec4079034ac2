import CenterStore
import DocumentTemplateFiles
import Glibc
import Mustache
import TableFiles
import Wording

/// The templates of the papers (swift-mustache): those in the binary, and in their place those of a folder.
///
/// A paper's template is named after its kind, `result-notice.mustache`; `page.mustache` is what all of them stand in and `style.mustache` how they
/// look. A folder needs to hold only what it changes. `cztic document --write-templates FOLDER` writes the built-in ones down as a beginning.
///
///     let templates = try DocumentTemplates(folder: "/srv/cztic/store.sqlite.templates")
public struct DocumentTemplates: Sendable {
  private let library: MustacheLibrary

  /// The names of all templates, without their ending.
  public static let names = DocumentKind.allCases.map(\.rawValue) + ["page", "style"]

  /// The templates, those of a folder first.
  ///
  /// - Parameter folder: where a person's own templates lie; a folder that does not exist is one that changes nothing, unless `isDemanded`.
  /// - Throws: ``DocumentError/file(_:)`` for a template that cannot be read, ``DocumentError/template(name:line:_:)`` for one that is none.
  public init(folder: String? = nil, isDemanded: Bool = false) throws(DocumentError) {
    var library = MustacheLibrary()
    var found = 0
    for name in DocumentTemplates.names {
      var text = String(decoding: DocumentTemplateFiles.file(named: name), as: UTF8.self)
      if let folder, let own = try DocumentTemplates.own(folder + "/" + name + ".mustache") {
        text = own
        found += 1
      }
      do {
        library.register(try MustacheTemplate(string: text), named: name)
      } catch {
        throw DocumentTemplates.fault(error, in: name)
      }
    }
    if isDemanded, found == 0, let folder { throw .file(.missing(folder + "/page.mustache")) }
    self.library = library
  }

  /// The templates of a store: those in the folder beside it first.
  ///
  /// - Throws: as ``init(folder:isDemanded:)``.
  public init(beside store: CenterStore) throws(DocumentError) { try self.init(folder: DocumentTemplates.folder(beside: store.path)) }

  /// The text of a built-in template.
  public static func builtIn(_ name: String) -> String { String(decoding: DocumentTemplateFiles.file(named: name), as: UTF8.self) }

  /// Where the templates of a store lie, unless another folder is named.
  public static func folder(beside store: String) -> String { store + ".templates" }

  /// Writes the built-in templates into a folder; what is there stays.
  ///
  /// - Returns: the files that were written.
  /// - Throws: ``DocumentError/file(_:)``.
  public static func write(into folder: String) throws(DocumentError) -> [String] {
    if mkdir(folder, 0o777) != 0, errno != EEXIST { throw .file(.cannotCreate(folder, reason: errno)) }
    var written: [String] = []
    for name in names {
      let path = folder + "/" + name + ".mustache"
      if access(path, F_OK) == 0 { continue }
      do throws(FileError) {
        let sink = try FileSink(replacing: path)
        try sink.write(DocumentTemplateFiles.file(named: name))
        try sink.finish()
      } catch {
        throw .file(error)
      }
      written.append(path)
    }
    return written
  }

  func render(_ kind: DocumentKind, _ values: Any) throws(DocumentError) -> String {
    guard let page = library.render(values, withTemplate: kind.rawValue) else {
      throw .template(name: kind.rawValue, line: 1, Phrase(zh: "没有这个模板", en: "there is no such template"))
    }
    return page
  }

  private static func own(_ path: String) throws(DocumentError) -> String? {
    do throws(FileError) {
      return try FileBytes(contentsOf: path, limit: 1 << 20).text().withBytes { String(decoding: $0, as: UTF8.self) }
    } catch .missing {
      return nil
    } catch {
      throw .file(error)
    }
  }

  private static func fault(_ error: any Error, in name: String) -> DocumentError {
    guard let error = error as? MustacheTemplate.ParserError else {
      return .template(name: name, line: 1, Phrase(zh: "不是模板", en: "this is no template"))
    }
    let what =
      switch error.error as? MustacheTemplate.Error {
      case .sectionCloseNameIncorrect, .expectedSectionEnd:
        Phrase(zh: "段落的开头与结尾不配对（{{#名}}…{{/名}}）", en: "a section is not closed by its own name ({{#name}}…{{/name}})")
      case .unfinishedName: Phrase(zh: "{{ 没有以 }} 结束", en: "a {{ is not closed by }}")
      default: Phrase(zh: "不合 Mustache 写法", en: "this is not how Mustache is written")
      }
    return .template(name: name, line: error.context.lineNumber, what)
  }
}
