import Documents
import SourceText
import Testing

/// A text with what is to be found in it: `↓` stands before each place that a finding must point
/// to, in order, and `⟨FF⟩` for a byte that cannot be written in Swift's strings.
struct FindingRow: Sendable, CustomTestStringConvertible {
    let name: String
    let source: SourceText
    /// Where the findings must begin, and their codes.
    let expected: [Finding]
    let limits: DocumentLimits

    struct Finding: Equatable, Sendable, CustomTestStringConvertible {
        let offset: Int
        let code: String

        var testDescription: String { "\(code) at byte \(offset)" }
    }

    init(
        _ name: String, _ text: String, _ codes: DiagnosticCode...,
        limits change: (inout DocumentLimits) -> Void = { _ in }
    ) {
        let marked = Self.parse(text)
        precondition(marked.offsets.count == codes.count, "\(name): one marker for each code")
        self.name = name
        source = SourceText(path: "input", bytes: marked.bytes)
        expected = zip(marked.offsets, codes).map { Finding(offset: $0, code: $1.name) }
        var limits = DocumentLimits.standard
        change(&limits)
        self.limits = limits
    }

    var testDescription: String { name }

    /// What `diagnostics` found, in the form of `expected`.
    static func findings(_ diagnostics: [Diagnostic]) -> [Finding] {
        diagnostics.map { Finding(offset: $0.span.range.start, code: $0.code.name) }
    }

    private static func parse(_ text: String) -> (bytes: [UInt8], offsets: [Int]) {
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        var digits: String?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "↓": offsets.append(bytes.count)
            case "⟨": digits = ""
            case "⟩":
                bytes.append(digits.flatMap { UInt8($0, radix: 16) } ?? 0)
                digits = nil
            default:
                if digits != nil {
                    digits?.unicodeScalars.append(scalar)
                } else {
                    bytes += Array(String(scalar).utf8)
                }
            }
        }
        return (bytes, offsets)
    }
}

/// What must hold of every finding, whatever the input.
func expectSound(_ diagnostics: [Diagnostic], in source: SourceText) {
    var previous = 0
    for diagnostic in diagnostics {
        let range = diagnostic.span.range
        #expect(range.start >= previous, "findings are in order")
        #expect(range.start <= range.end && range.end <= source.bytes.count)
        previous = range.start
        #expect(!diagnostic.message.isEmpty)
        #expect(!diagnostic.message.unicodeScalars.contains(where: PrintableText.mustEscape))
        for note in diagnostic.notes {
            guard let range = note.span?.range else { continue }
            #expect(range.start <= range.end && range.end <= source.bytes.count)
        }
    }
}
