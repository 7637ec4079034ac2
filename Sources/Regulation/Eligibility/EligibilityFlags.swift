import Wording

extension Eligibility {
  /// What refuses nothing: a field outside the call's priorities (article 8), a name of another form (article 9.7).
  static func flags(_ form: ApplicationForm) -> [Flag] {
    var flags: [Flag] = []
    if let field = form.center.field, !field.isEmpty, let fields = form.callFields, !fields.isEmpty,
      !fields.contains(where: { NameKey($0) == NameKey(field) })
    {
      let names = fields.map(\.string)
      flags.append(
        Flag(
          article: "8",
          message: Phrase(
            zh: "技术领域“\(field)”不在本年度优先布局领域（\(names.joined(separator: "、"))）之内",
            en: "the field “\(field)” is none of the call’s priority fields (\(names.joined(separator: ", ")))")))
    }
    if let name = form.center.name, !name.isEmpty, !isUsualName(name) {
      flags.append(
        Flag(
          article: "9.7",
          message: Phrase(zh: "名称“\(name)”不是“沧州市…技术创新中心”的形式，请核对", en: "the name “\(name)” has not the form “沧州市…技术创新中心”; check it")))
    }
    return flags
  }
}
