/// Rows of the store that the chain speaks of, object by object: how they are written there.
///
/// The query gives of each row the object's path, and then the value of each field as the chain writes it; `NULL` where that cannot be told.
struct KeptSubject: Sendable {
  /// What the object's path looks like, part by part: `*` stands for any part, and a last `**` for all that follow.
  let pattern: [Substring]
  /// The fields that are held against the chain.
  let fields: [Field]
  /// The rows. A last further column, where there is one, says whether the chain must know of the row.
  let sql: String
  /// Whether a row of which the chain knows nothing was put there by another hand.
  let isAlwaysLinked: Bool
  /// Whether what the chain leaves standing must have its row.
  let isAlwaysKept: Bool
  /// The field in which the path ends: an object that another name is given to stands under that from then on; `nil` where paths stay.
  let nameField: String?
  /// Where the object of a link stood before it, for those of which a field says it; `nil` for a link that leaves it where it stands.
  let formerPath: (@Sendable (ToldChange) -> String?)?
  /// How many parts of a path name the place that one object alone has beside others of its kind, under whatever name: a link that tells what stood
  /// there before, of a path that nothing stood at, speaks of the one that said just that. `nil` where paths stay.
  let placeParts: Int?
  /// What goes with an object that is taken out, by its path.
  let takesAlong: (@Sendable (String) -> String)?

  /// Where the object of a link stood before it and stands after it.
  func paths(_ told: ToldChange) -> (before: String, after: String) {
    guard let nameField, let name = told.after[nameField] else { return (formerPath?(told) ?? told.object, told.object) }
    // The path of a link ends in the name by which somebody asked for the object, which may be written otherwise than the one on file.
    let old = told.before?[nameField] ?? name
    let stem = told.object.hasSuffix("/" + old) ? told.object.dropLast(old.count) : told.object.dropLast(name.count)
    return (stem + old, stem + name)
  }

  /// The place of a path; `nil` where paths stay.
  func place(of path: String) -> UInt64? {
    placeParts.map { ChainLedger.digest(path.split(separator: "/").prefix($0).joined(separator: "/")) }
  }

  /// Whether a path, given in its parts, is that of such an object.
  func matches(_ parts: [Substring]) -> Bool {
    if parts.count < pattern.count || parts.count > pattern.count && pattern.last != "**" { return false }
    return zip(pattern, parts).allSatisfy { $0 == "*" || $0 == "**" || $0 == $1 }
  }

  /// A field of an object.
  struct Field: Sendable, ExpressibleByStringLiteral {
    let name: String
    var isName = false
    var isSet = false
    /// A field that is told whenever this one could be: without it, this one is empty then.
    var companion: String?
    /// Whether it is empty of a new object, until the chain says otherwise.
    var isEmptyAtFirst = false

    init(stringLiteral name: String) { self.name = name }

    /// Names of organizations or departments, which are told apart as they are compared (NFKC, trimmed).
    static func names(_ name: String) -> Field {
      var field = Field(stringLiteral: name)
      field.isName = true
      return field
    }

    /// Texts parted by `;` of which the order says nothing.
    static func set(_ name: String) -> Field {
      var field = Field(stringLiteral: name)
      field.isSet = true
      return field
    }

    /// The same field, of which nothing is told where an object is new: it is empty then.
    func emptyAtFirst() -> Field {
      var field = self
      field.isEmptyAtFirst = true
      return field
    }

    /// The same field, told only where it is not empty: what tells the other and not this leaves this empty.
    func toldBeside(_ companion: String) -> Field {
      var field = self
      field.companion = companion
      return field
    }
  }

  init(
    _ pattern: String, _ fields: [Field], isAlwaysLinked: Bool = true, isAlwaysKept: Bool = true, nameField: String? = nil,
    formerPath: (@Sendable (ToldChange) -> String?)? = nil, placeParts: Int? = nil, takesAlong: (@Sendable (String) -> String)? = nil,
    sql: String
  ) {
    self.pattern = pattern.split(separator: "/")
    self.fields = fields
    self.isAlwaysLinked = isAlwaysLinked
    self.isAlwaysKept = isAlwaysKept
    self.nameField = nameField
    self.formerPath = formerPath
    self.placeParts = placeParts
    self.takesAlong = takesAlong
    self.sql = sql
  }
}
