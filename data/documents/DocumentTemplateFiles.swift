/// The papers' templates: the files of this folder, embedded in the binary, so that a copied binary still works.
public enum DocumentTemplateFiles {
  /// The bytes of a template; none for a name that no template has.
  public static func file(named name: String) -> [UInt8] {
    switch name {
    case "application": PackageResources.application_mustache
    case "decision": PackageResources.decision_mustache
    case "evaluation-form": PackageResources.evaluation_form_mustache
    case "group-opinion": PackageResources.group_opinion_mustache
    case "new-centers": PackageResources.new_centers_mustache
    case "opinion-sheet": PackageResources.opinion_sheet_mustache
    case "page": PackageResources.page_mustache
    case "receipt": PackageResources.receipt_mustache
    case "recommendations": PackageResources.recommendations_mustache
    case "result-notice": PackageResources.result_notice_mustache
    case "roster": PackageResources.roster_mustache
    case "round-summary": PackageResources.round_summary_mustache
    case "score-report": PackageResources.score_report_mustache
    case "scoresheet": PackageResources.scoresheet_mustache
    case "style": PackageResources.style_mustache
    default: []
    }
  }
}
