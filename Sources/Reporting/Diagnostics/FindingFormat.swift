/// The formats of findings, one type each. To add one, write its type and name it here; `validate` and
/// `schema` then offer it.
public enum FindingFormat: String, CaseIterable, Sendable {
    case text, json

    /// Hands the report to `sink`, piece by piece.
    ///
    /// - Parameter style: how parts look, in formats for people.
    public func write(_ report: Report, style: TextStyle, to sink: ([UInt8]) -> Void) {
        switch self {
        case .text: TextReport(style: style).write(report, to: sink)
        case .json: JSONReport().write(report, to: sink)
        }
    }
}
