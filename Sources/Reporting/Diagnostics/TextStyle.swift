import SourceText

/// How the parts of a text report look on a terminal that shows colours, and on any other.
public struct TextStyle: Sendable {
    private let hasColours: Bool

    /// Text alone.
    public static let plain = TextStyle(hasColours: false)
    /// With the escape sequences that terminals understand.
    public static let coloured = TextStyle(hasColours: true)

    func heading(_ text: String, _ severity: Severity) -> String {
        switch severity {
        case .error: sequence("1;31", text)
        case .warning: sequence("1;33", text)
        case .note: sequence("1;36", text)
        }
    }

    func strong(_ text: String) -> String { sequence("1", text) }

    func frame(_ text: String) -> String { sequence("34", text) }

    private func sequence(_ code: String, _ text: String) -> String {
        hasColours ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
