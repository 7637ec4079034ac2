import CenterStore
import Regulation
import Widgets
import Wording

extension FindingTable {
  /// What articles 14 and 15 find of the committees; they bar no step, and are told of behind what does.
  var committeeLines: [FileLine] {
    ["14", "15"].flatMap { article -> [FileLine] in
      let findings = committees.filter { $0.article == article }
      if findings.isEmpty { return [] }
      let proof = Proof.condition(article)
      let name = article == "14" ? Committees.managementName : Committees.advisoryName
      let holds: Bool? = findings.contains { $0.holds == false } ? false : findings.contains { $0.holds == nil } ? nil : true
      let (sign, ink) = FindingTable.standing(holds)
      let head = StyledLine([
        StyledLine.Piece(column: 0, text: sign, style: Style(ink, bold: true)),
        StyledLine.Piece(column: 2, text: article, style: Style(.plain, bold: true)),
        StyledLine.Piece(column: FindingTable.indent, text: look(name).capitalizedSentence, style: Style(.plain, bold: true)),
      ])
      let rows = findings.flatMap { sentence($0.subject, $0.found, $0.required, holds: $0.holds) }
      let proving = documents.filter { $0.entry.bears(on: proof) }
      let proofs = FindingTable.proofs(proving, indent: FindingTable.indent, columns: columns, look: look, measure: measure)
      return ([head] + rows + proofs).map { FileLine($0, proof: proof) }
    }
  }
}
