internal import Files
internal import SourceText

/// What becomes of invalid events: reported, or copied out of the stream.
struct Rejections: ~Copyable {
    private let inputs: [EventInput]
    private let file: OutputFile?
    private let keepsDiagnostics: Bool
    private(set) var diagnostics: [Diagnostic] = []
    private var reported = 0
    private(set) var count = 0

    /// The number of invalid events that are reported one by one (contract, section 4).
    static let mostReported = 100

    /// `path` is where invalid events are copied to; without one, or with `.fail`, they are reported.
    init(_ request: ReplayRequest) throws(FileError) {
        inputs = request.inputs
        keepsDiagnostics = request.onInvalid == .fail
        if let path = request.rejectedPath, request.onInvalid == .quarantine {
            file = try OutputFile(path: path)
        } else {
            file = nil
        }
    }

    /// The number of refused events of a block that need their reasons.
    static func explained(_ request: ReplayRequest) -> Int {
        switch request.onInvalid {
        case .fail: mostReported
        case .quarantine: request.rejectedPath == nil ? 0 : .max
        }
    }

    /// Takes the invalid events of a round of blocks of the `index`th input.
    mutating func take(
        _ round: ArraySlice<ParsedBlock>, fromInput index: Int
    ) throws(FileError) {
        for block in round { try take(block, fromInput: index) }
    }

    /// Whether nothing needs to be applied any more, since nothing will be written.
    func endTheReplay(_ request: ReplayRequest) -> Bool {
        request.onInvalid == .fail && count > 0
    }

    /// Takes the invalid events of a block of the `index`th input.
    private mutating func take(_ block: ParsedBlock, fromInput index: Int) throws(FileError) {
        for event in block.refused {
            count += 1
            let line = block.linesBefore + event.line
            if keepsDiagnostics {
                report(event, line, inputs[index])
            } else if let file {
                file.buffer.append(event, line: line, path: inputs[index].path)
                try file.flushIfFull()
            }
        }
    }

    /// Reports an array that is broken as JSON, whatever the policy.
    mutating func take(_ array: StreamReader.BrokenArray) {
        let input = inputs[array.file]
        let place = Excerpt.span(array.details.finding.text, line: array.details.line, in: input)
        diagnostics.append(array.details.finding.diagnostic(at: place))
    }

    /// The completed file of rejected events, if there is one.
    consuming func finish() -> OutputFile? { file }

    private mutating func report(_ event: RefusedEvent, _ line: Int, _ input: EventInput) {
        guard reported < Self.mostReported else { return }
        reported += 1
        for finding in event.findings {
            let between = Memory.lineFeedCount(from: event.text.base, to: finding.text.base)
            let place = Excerpt.span(finding.text, line: line + between, in: input)
            diagnostics.append(finding.diagnostic(at: place))
        }
    }
}

extension EventFinding {
    fileprivate func diagnostic(at place: SourceSpan) -> Diagnostic {
        Diagnostic(code, message, at: place, pointer: field.map { "/" + $0.name }, hint: hint)
    }
}

/// Cuts what a person needs to see out of an input that is not held in memory.
enum Excerpt {
    /// The bytes shown before and behind a finding at the most.
    private static let margin = 2048

    /// The place of `text`, which stands in `input` on the 1-based `line`.
    static func span(_ text: ByteSlice, line: Int, in input: EventInput) -> SourceSpan {
        let whole = input.text
        let end = whole.base + whole.count
        let lineStart = start(ofLineAt: text.base, whole.base)
        let lineEnd = Memory.lineFeed(from: text.base, to: end) ?? end
        var first = max(lineStart, text.base - min(margin, text.base - lineStart))
        // Starts with a whole character.
        while first < text.base, UTF8Bytes.isContinuation(first.pointee) { first += 1 }
        let last = min(lineEnd, text.base + min(text.count + margin, lineEnd - text.base))
        let bytes = UnsafeBufferPointer(start: first, count: last - first)
        let source = SourceText(
            path: input.path, bytes: Array(bytes), firstLine: line,
            firstColumn: 1 + scalarCount(lineStart, first))
        let offset = text.base - first
        return source.span(SourceRange(start: offset, end: offset + text.count))
    }

    private static func start(
        ofLineAt position: UnsafePointer<UInt8>, _ first: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8> {
        var start = position
        while start > first, (start - 1).pointee != ASCII.lineFeed { start -= 1 }
        return start
    }

    private static func scalarCount(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
    ) -> Int {
        UnsafeBufferPointer(start: start, count: end - start)
            .reduce(0) { UTF8Bytes.isContinuation($1) ? $0 : $0 + 1 }
    }
}
