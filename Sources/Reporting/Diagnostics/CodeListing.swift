import Documents
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
        var output = Array("{\"formatVersion\":1,\"codes\":[".utf8)
        for (position, code) in codes.enumerated() {
            output.append(contentsOf: (position == 0 ? "\n" : ",\n").utf8)
            append("{\"code\":", code.name, to: &output)
            append(",\"severity\":", code.severity.rawValue, to: &output)
            append(",\"reason\":", code.reason, to: &output)
            append(",\"remedy\":", code.remedy, to: &output)
            output.append(UInt8(ascii: "}"))
        }
        output.append(contentsOf: "\n]}\n".utf8)
        return output
    }

    private func append(_ key: String, _ value: String, to output: inout [UInt8]) {
        output.append(contentsOf: key.utf8)
        JSONWriter.append(value, to: &output)
    }

    /// `text` in lines of at most 80 characters.
    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > 80 {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
