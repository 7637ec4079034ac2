/// On which article each line of a center's file rests.
extension CenterFileState.Line {
  /// The article on which it rests by itself; `nil` for one that rests on that of its part.
  var article: String? {
    switch self {
    case .heading(_, let article): article
    case .entry(_, _, _, let article): article
    case .duty(_, _, let duty): duty.article
    case .result, .trend: "28"
    case .matter(let matter): matter.kind.article
    case .center: "4(5)"
    case .blank, .words, .sheet, .document: nil
    }
  }
}
