internal import JSONText
public import SourceText

/// Reads single events by the rules of streams, so that events elsewhere, as in
/// scenarios, are held to the same.
public final class EventReader {
    private let scratch = ScratchArena(chunkBytes: 4096)

    public init() {}

    /// Why an event is invalid.
    public struct Problem: Sendable {
        public let code: DiagnosticCode
        public let message: String
        public let hint: String?
        /// The field that is to blame, if one is.
        public let field: String?
    }

    public enum Reading {
        case event(RecordedEvent)
        case invalid([Problem])
    }

    /// Reads the event that the JSON object `text` is.
    public func read(_ text: [UInt8]) -> Reading {
        scratch.reset()
        let copy = scratch.reserve(text.count)
        for (offset, byte) in text.enumerated() { copy[offset] = byte }
        let slice = ByteSlice(base: copy, count: text.count)
        var parser = EventParser(scratch: scratch)
        var scanner = JSONScanner(
            slice.base, to: slice.base + slice.count, allowsLineFeed: true)
        var record = EventRecord.empty
        if parser.parse(&scanner, into: &record) == .event {
            return .event(RecordedEvent(record, file: "", line: 0))
        }
        if let fault = scanner.fault { return .invalid([Problem(.broken(fault, in: scanner))]) }
        let findings = parser.findings(
            in: slice, loneSurrogate: scanner.loneSurrogate, earliest: .min)
        return .invalid(findings.map(Problem.init))
    }
}

extension EventReader.Problem {
    fileprivate init(_ finding: EventFinding) {
        self.init(
            code: finding.code, message: finding.message, hint: finding.hint,
            field: finding.field?.name)
    }
}
