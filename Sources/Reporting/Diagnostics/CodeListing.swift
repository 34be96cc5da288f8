import JSONText
public import SourceText

/// Diagnostic codes with their reasons and remedies.
public struct CodeListing: Sendable {
    private let codes: [DiagnosticCode]

    public init(_ codes: [DiagnosticCode]) {
        self.codes = codes
    }

    /// One code a line.
    public var text: String {
        var table = TextTable()
        for code in codes {
            let sentence = code.reason.prefix { $0 != "." && $0 != ";" }
            table.append([code.name, code.severity.rawValue, String(sentence)])
        }
        return table.text
    }

    /// Each code at length.
    public var explanation: String {
        codes.map { code in
            """
            \(code.severity.rawValue)[\(code.name)]

            \(Self.wrapped(code.reason))

            To fix it:
            \(Self.wrapped(code.remedy))

            """
        }.joined(separator: "\n")
    }

    public var json: [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", 1)
            json.rows("codes", codes) { code, json in
                json.object { json in
                    json.text("code", code.name)
                    json.text("severity", code.severity.rawValue)
                    json.text("reason", code.reason)
                    json.text("remedy", code.remedy)
                }
            }
        }
    }

    private static func wrapped(_ text: String) -> String {
        WrappedText.lines(text, width: 80).joined(separator: "\n")
    }
}
