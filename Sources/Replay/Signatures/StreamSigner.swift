internal import Events
internal import Files
internal import HashKeys
internal import SourceText

/// Copies blocks of a stream, and puts signatures into the results among them.
final class StreamSigner: @unchecked Sendable {
    // Unchecked, since the engine gives its only shard to one thread at a time.

    var result = SigningResult()
    private let keys: SignatureKeys
    private let attempts: KnownAttempts
    private let write: (UnsafeRawBufferPointer) throws(FileError) -> Bool
    private var reader = ResultReader()
    private var buffer = OutputBuffer(capacity: StreamSigner.fullBytes * 2)
    private var file: Int32 = 0
    /// Whether what was written last ended a line.
    private var isAtLineStart = true
    /// Nobody reads any more what is written.
    private var isClosed = false

    private static let fullBytes = 1 << 18

    init(
        _ keys: SignatureKeys, _ attempts: KnownAttempts,
        _ write: @escaping (UnsafeRawBufferPointer) throws(FileError) -> Bool
    ) {
        self.keys = keys
        self.attempts = attempts
        self.write = write
    }

    /// Takes the next block of the stream; false if nothing more is wanted.
    func take(_ block: ParsedBlock) throws(FileError) -> Bool {
        guard !isClosed else { return false }
        if block.file != file, !isAtLineStart {
            // The last line of the input before this one had no end.
            buffer.append(byte: ASCII.lineFeed)
        }
        file = block.file
        copy(block)
        if buffer.count >= Self.fullBytes { try flush() }
        return !isClosed
    }

    /// Writes what is left.
    func finish() throws(FileError) {
        if !isClosed { try flush() }
    }

    private func flush() throws(FileError) {
        isClosed = try !write(buffer.bytes)
        buffer.removeAll()
    }

    private func copy(_ block: ParsedBlock) {
        var copied = block.text.base
        let end = block.text.base + block.text.count
        block.withRecords(ofShard: 0) { records in
            for index in 0..<records.count {
                guard case .result(let result) = records[index].pointee.payload else { continue }
                sign(records[index], result, from: &copied)
            }
        }
        copy(&copied, to: end)
        if block.text.count > 0 { isAtLineStart = (end - 1).pointee == ASCII.lineFeed }
    }

    /// Copies what comes before a result's signature, and writes one, if there is a key for
    /// it.
    private func sign(
        _ record: UnsafeMutablePointer<EventRecord>, _ event: EventRecord.Result,
        from copied: inout UnsafePointer<UInt8>
    ) {
        guard let text = event.text else {
            preconditionFailure("where signatures are looked at, results keep their texts")
        }
        guard let connector = attempts.connector(of: record, event.attempt) else {
            result.withoutConnector += 1
            return
        }
        guard let key = keys.signingKey(ofConnector: connector) else {
            result.withoutKey += 1
            return
        }
        let found = reader.read(text)
        if let old = found.signatureToken {
            copy(&copied, to: old.base)
            copied = old.base + old.count
        } else {
            copy(&copied, to: found.membersEnd)
            buffer.append(",\"signature\":")
        }
        buffer.append(string: key.signature(of: reader.text.bytes))
        result.signed += 1
    }

    private func copy(_ copied: inout UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) {
        buffer.append(raw: ByteSlice(base: copied, count: end - copied))
        copied = end
    }
}
