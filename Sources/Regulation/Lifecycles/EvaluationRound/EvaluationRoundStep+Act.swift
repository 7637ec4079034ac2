extension EvaluationRoundStepKind {
  /// The name under which the audit chain keeps the step; it says which roles may take it at all.
  public var act: Act {
    switch self {
    case .submit: .submitMaterial
    case .enter: .enterMaterial
    case .admitLate: .admitLate
    case .returnForCorrection: .returnMaterial
    case .report: .reportMaterial
    case .postpone: .postponeCenter
    case .startScoring: .assign
    case .settle: .roundSettle
    case .resume: .roundResume
    case .publish: .roundPublish
    case .object: .objectToResult
    case .settleObjection: .settleObjection
    case .resettle: .resettleCenter
    case .close: .roundClose
    case .cancel: .roundCancel
    }
  }
}
