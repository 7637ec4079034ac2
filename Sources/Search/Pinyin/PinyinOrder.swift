extension Sequence {
  /// These as a Chinese index sorts them by their names, see ``Pinyin/sortKey``; what has no name stands last.
  public func inPinyinOrder(of name: (Element) -> String) -> [Element] {
    map { element in
      let name = name(element)
      return (element: element, name: name, key: Pinyin(name).sortKey)
    }.sorted { left, right in
      if left.name.isEmpty != right.name.isEmpty { return right.name.isEmpty }
      return left.key == right.key ? left.name < right.name : left.key.lexicographicallyPrecedes(right.key)
    }.map(\.element)
  }
}
