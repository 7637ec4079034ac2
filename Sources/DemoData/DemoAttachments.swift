import CenterStore
import Regulation

/// The documents of a center's made-up material: what a host hands in to prove its figures. No such files exist; their digests are those of
/// their own names.
struct DemoAttachments {
  let records: [AttachmentRecord]

  /// - Parameter facts: the center's data items, so that nothing is proved that was not entered.
  init(_ center: DemoRegistry.Center, roundYear: Int, facts: [FactRecord]) throws {
    let code = center.record.code
    let entered = Set(facts.filter { $0.value != nil }.map(\.fact))
    let last = roundYear - 1
    func document(
      _ title: String, _ kind: String, _ date: Day?, file: String? = nil, paper: String? = nil, proves codes: [String]
    ) throws -> AttachmentRecord {
      AttachmentRecord(
        center: code, title: try PlainText(title), kind: try PlainText(kind), date: .some(date), file: try PlainText(file ?? ""),
        location: try PlainText(paper ?? ""), digest: .some(file.map { Digest256(of: Array("\(code)/\($0)".utf8)) }),
        facts: codes.compactMap { FactCode($0) }.filter { entered.contains($0) })
    }
    records = [
      try document(
        "\(last) 年度财务审计报告", "审计报告", Day(roundYear, 3, 10), file: "审计报告-\(last).pdf",
        proves: ["2.1.a", "2.1.b", "2.1.c", "2.1.e", "2.1.h"]),
      try document(
        "管理委员会和技术指导委员会名单及会议纪要", "文件", Day(last, 12, 20), paper: "依托单位科技部档案柜 2 号",
        proves: ["1.1.a", "1.1.b", "1.1.c", "1.1.f", "1.1.g"]),
      try document("固定人员花名册和职称证书", "名册", Day(roundYear, 1, 8), file: "花名册.xlsx", proves: ["2.4.a", "2.4.b", "2.4.c", "2.4.d"]),
      try document(
        "专利证书汇编", "证书", Day(last, 12, 31), file: "专利证书.pdf", paper: "依托单位知识产权室", proves: ["3.3.a", "3.3.f", "3.3.g"]),
      try document("仪器设备清单和购置发票", "清单", Day(last, 12, 31), paper: "依托单位财务科 5 号柜", proves: ["2.3.a", "2.3.d", "2.3.f"]),
    ]
  }
}
