/// A temporary file without a name, which only its owner can read: written once, then read; gone when
/// it is released, even if the process is killed.
package final class Spool {
    private let descriptor: Int32
    private let path: String
    private let capacity: Int
    private var buffer: UnsafeMutableRawBufferPointer
    private var count = 0
    private var flushedBytes = 0

    /// Makes the file in `folder`; up to `bufferBytes` are buffered before they are written.
    package init(in folder: String, bufferBytes: Int = 256 * 1024) throws(FileError) {
        let prefix = PathText.join(folder, ".connectorctl-spool.")
        let file = try TemporaryFile(prefix: prefix, folder)
        (descriptor, path) = (file.descriptor, file.path)
        file.remove()
        capacity = bufferBytes
        buffer = Self.allocate(bufferBytes)
    }

    deinit {
        POSIX.close(descriptor)
        buffer.deallocate()
    }

    /// The number of bytes written so far.
    package var bytes: Int { flushedBytes + count }

    package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        guard let source = bytes.baseAddress else { return }
        try reserve(bytes.count).copyMemory(from: source, byteCount: bytes.count)
    }

    /// How many more bytes than asked for may be overwritten: copying goes in large steps.
    package static let slack = 64

    /// The address in the buffer at which the caller is to write the next `bytes`.
    package func reserve(_ bytes: Int) throws(FileError) -> UnsafeMutableRawPointer {
        if room - count < bytes {
            try flush()
            if room < bytes { replaceBuffer(bytes) }
        }
        guard let base = buffer.baseAddress else { preconditionFailure("a buffer is never empty") }
        count += bytes
        return base + (count - bytes)
    }

    private var room: Int { buffer.count - Self.slack }

    private func replaceBuffer(_ bytes: Int) {
        buffer.deallocate()
        buffer = Self.allocate(bytes)
    }

    private static func allocate(_ bytes: Int) -> UnsafeMutableRawBufferPointer {
        .allocate(byteCount: bytes + slack, alignment: 16)
    }

    /// Copies all that `source` still holds.
    package func fill(from source: InputFile) throws(FileError) {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { block.deallocate() }
        while true {
            let count = try source.read(into: block)
            if count == 0 { return }
            try write(UnsafeRawBufferPointer(rebasing: block[..<count]))
        }
    }

    /// Everything written so far, reported under `path`.
    package func map(
        as path: String, order: POSIX.ReadingOrder = .frontToBack
    ) throws(FileError) -> MappedFile {
        try flush()
        return try MappedFile(descriptor: descriptor, path: path, order: order)
    }

    /// Reads what was written from `offset` on into `target`; returns the number of bytes.
    package func read(
        at offset: Int, into target: UnsafeMutableRawBufferPointer
    ) throws(FileError) -> Int {
        try flush()
        return try POSIX.read(descriptor, at: offset, into: target, path)
    }

    /// Forgets everything, and truncates the file.
    package func discard() throws(FileError) {
        count = 0
        flushedBytes = 0
        try POSIX.truncate(descriptor, to: 0, path)
        _ = try POSIX.seekToStart(descriptor, path)
    }

    /// Flushes the buffer, and frees what it has grown by.
    package func flush() throws(FileError) {
        try POSIX.writeAll(
            descriptor, UnsafeRawBufferPointer(rebasing: buffer[..<count]), path)
        flushedBytes += count
        count = 0
        if room > capacity { replaceBuffer(capacity) }
    }
}
