internal import Events
internal import Files
internal import SourceText

/// What becomes of invalid events: reported, or copied out of the stream.
struct Rejections {
    private let inputs: [EventInput]
    /// What is copied; with the policy `.fail`, only what was copied before a checkpoint.
    let rows: RejectedRows
    private let keepsDiagnostics: Bool
    private(set) var diagnostics: [Diagnostic] = []
    private var reported = 0
    private var excerpts = ExcerptCutter()
    private(set) var count = 0

    /// The number of invalid events that are reported one by one (`spec/formats.md`).
    static let mostReported = 100

    init(_ request: ReplayRequest) throws(FileError) {
        inputs = request.inputs
        keepsDiagnostics = request.onInvalid == .fail
        rows = try RejectedRows(request)
    }

    /// The number of refused events of a block that need their reasons.
    static func explained(_ request: ReplayRequest) -> Int {
        switch request.onInvalid {
        case .fail: mostReported
        case .quarantine: request.rejectedPath == nil && request.checkpointPath == nil ? 0 : .max
        }
    }

    /// Whether nothing needs to be applied any more, since nothing will be written.
    var endsTheReplay: Bool { keepsDiagnostics && count > 0 }

    /// Takes the invalid events of the next block of the stream.
    mutating func take(_ block: ParsedBlock) throws(FileError) {
        let index = Int(block.file)
        for event in block.refused {
            count += 1
            let line = block.linesBefore + event.line
            if keepsDiagnostics {
                report(event, line, inputs[index])
            } else {
                try rows.write(event, line: line, path: inputs[index].path)
            }
        }
    }

    /// Reports an array that is broken as JSON, whatever the policy.
    mutating func take(_ array: StreamWork.BrokenArray) {
        let input = inputs[array.file]
        let span = excerpts.span(
            array.details.finding.text, of: array.details.element, line: array.details.line,
            in: input)
        diagnostics.append(array.details.finding.diagnostic(at: span))
    }

    /// What there is to report, when nothing will be written.
    var refusal: ReplayRefusal {
        let unreported = max(0, count - Self.mostReported)
        guard keepsDiagnostics, unreported > 0, let last = diagnostics.last else {
            return ReplayRefusal(diagnostics: diagnostics, unreportedEvents: 0)
        }
        let note = Diagnostic(
            .eventsUnreported, "\(unreported) more invalid events follow", at: last.span)
        return ReplayRefusal(diagnostics: diagnostics + [note], unreportedEvents: unreported)
    }

    private mutating func report(_ event: RefusedEvent, _ line: Int, _ input: EventInput) {
        guard reported < Self.mostReported else { return }
        reported += 1
        for finding in event.findings {
            let between = Memory.lineFeedCount(from: event.text.base, to: finding.text.base)
            let span = excerpts.span(
                finding.text, of: event.text, line: line + between, in: input)
            diagnostics.append(finding.diagnostic(at: span))
        }
    }
}

extension EventFinding {
    fileprivate func diagnostic(at span: SourceSpan) -> Diagnostic {
        Diagnostic(code, message, at: span, pointer: field.map { "/" + $0.name }, hint: hint)
    }
}
