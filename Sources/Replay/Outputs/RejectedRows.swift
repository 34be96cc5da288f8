internal import Events
internal import Files
internal import SourceText

/// The rows of rejected events, on their way to `rejected.ndjson` and to a checkpoint.
final class RejectedRows: @unchecked Sendable {
    // Unchecked, since one thread at a time writes.
    private var buffer = OutputBuffer()
    private let file: OutputFile?
    /// The rows of this stream for a checkpoint, in a temporary file: there may be any number.
    private let kept: Spool?
    /// Has the rows of earlier streams.
    private let resumed: Checkpoint?

    /// A line may be of any length: so much of it is written at a time. Three bytes are four digits.
    private static let pieceBytes = 48 * 1024
    private static let fullBytes = 1 << 20

    /// Begins with the rows that the request's checkpoint has.
    init(_ request: ReplayRequest) throws(FileError) {
        resumed = request.resume
        if let path = request.rejectedPath, request.writesRejected {
            file = try OutputFile(path: path)
        } else {
            file = nil
        }
        let isKept = request.checkpointPath != nil && request.onInvalid == .quarantine
        kept = isKept ? try Spool(in: request.temporaryFolder) : nil
        guard let file else { return }
        try resumed?.visitRejected { bytes throws(FileError) in try file.write(bytes) }
    }

    /// Writes a line of `rejected.ndjson`: where an event was, why it is invalid, and its text
    /// (`spec/formats.md`).
    func write(_ event: RefusedEvent, line: Int, path: String) throws(FileError) {
        guard file != nil || kept != nil else { return }
        buffer.append("{\"file\":")
        buffer.append(string: path)
        buffer.append(",\"line\":")
        buffer.append(line)
        buffer.append(",\"reasons\":[")
        for (index, finding) in event.findings.enumerated() {
            if index > 0 { buffer.append(",") }
            buffer.append(string: "\(finding.code.name): \(finding.message)")
        }
        let isText = UTF8Bytes.firstInvalidOffset(in: event.text.buffer) == nil
        buffer.append(isText ? "],\"raw\":\"" : "],\"rawBase64\":\"")
        for start in stride(from: 0, to: event.text.count, by: Self.pieceBytes) {
            let count = min(Self.pieceBytes, event.text.count - start)
            let piece = ByteSlice(base: event.text.base + start, count: count)
            if isText { buffer.append(escaped: piece) } else { buffer.append(base64: piece) }
            if buffer.count >= Self.fullBytes { try flush() }
        }
        buffer.append("\"}\n")
        if buffer.count >= Self.fullBytes { try flush() }
    }

    private func flush() throws(FileError) {
        try file?.write(buffer.bytes)
        try kept?.write(buffer.bytes)
        buffer.removeAll()
    }

    /// The file with all rows, not yet completed; nil if it is not one of the outputs.
    func finish() throws(FileError) -> OutputFile? {
        try flush()
        return file
    }

    // MARK: Checkpoints

    /// What the rows take in a checkpoint.
    func checkpointBytes() throws(FileError) -> Int {
        try flush()
        return (resumed?.head.rejectedBytes ?? 0) + (kept?.bytes ?? 0)
    }

    /// Appends all rows to a checkpoint.
    func append(to checkpoint: RowFile) throws(FileError) {
        try resumed?.visitRejected { bytes throws(FileError) in try checkpoint.append(bytes) }
        guard let kept else { return }
        let rows = try kept.map(as: "temporary file")
        try rows.visitPieces(of: 0..<rows.bytes.count) { bytes throws(FileError) in
            try checkpoint.append(bytes)
        }
    }
}

extension MappedFile {
    /// Calls `body` with the bytes in `range`, piece by piece, and keeps none of them in memory.
    func visitPieces(
        of range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
    ) throws(FileError) {
        let pieceBytes = 4 << 20
        for start in stride(from: range.lowerBound, to: range.upperBound, by: pieceBytes) {
            let end = min(start + pieceBytes, range.upperBound)
            let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
            try body(piece)
            POSIX.forget(piece)
        }
    }
}

extension OutputBuffer {
    fileprivate mutating func append(escaped text: ByteSlice) {
        append(atMost: RowCursor.bytes(for: text)) { row, _ in row.append(escaped: text) }
    }

    /// Appends the bytes in base 64 (RFC 4648, section 4), padded.
    fileprivate mutating func append(base64 text: ByteSlice) {
        var offset = 0
        while offset < text.count {
            let left = text.count - offset
            let first = text.base[offset]
            let second = left > 1 ? text.base[offset + 1] : 0
            let third = left > 2 ? text.base[offset + 2] : 0
            append(byte: Self.base64Digit(first >> 2))
            append(byte: Self.base64Digit(first << 4 & 0x30 | second >> 4))
            append(byte: left > 1 ? Self.base64Digit(second << 2 & 0x3C | third >> 6) : 0x3D)
            append(byte: left > 2 ? Self.base64Digit(third & 0x3F) : 0x3D)
            offset += 3
        }
    }

    private static func base64Digit(_ value: UInt8) -> UInt8 {
        switch value {
        case 0..<26: UInt8(ascii: "A") + value
        case 26..<52: UInt8(ascii: "a") + value - 26
        case 52..<62: UInt8(ascii: "0") + value - 52
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }
}
