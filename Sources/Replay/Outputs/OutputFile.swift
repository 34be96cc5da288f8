internal import Files

/// A buffer on its way to a file that appears only when it is complete.
final class OutputFile {
    var buffer = OutputBuffer()
    private let file: AtomicFile
    private static let fullBytes = 1 << 20

    init(path: String) throws(FileError) {
        file = try AtomicFile(path: path)
    }

    func flushIfFull() throws(FileError) {
        if buffer.count >= Self.fullBytes - 64 * 1024 { try flush() }
    }

    /// Writes everything, still under the temporary name: what can fail has then been done.
    func complete() throws(FileError) {
        try flush()
        try file.complete()
    }

    /// Gives the completed file its name.
    func publish() throws(FileError) {
        try file.publish()
    }

    private func flush() throws(FileError) {
        try file.write(buffer.bytes)
        buffer.removeAll()
    }
}

/// Writes a list with one row a line, between a head and a tail (contract, section 7).
struct RowList: ~Copyable {
    private let file: OutputFile
    private var isEmpty = true

    /// `name` is the key of the list.
    init(_ file: OutputFile, _ name: StaticString, _ result: ReplayResult) {
        self.file = file
        file.buffer.append("{\"formatVersion\":1,\"clock\":")
        file.buffer.append(result.end)
        file.buffer.append(",\"")
        file.buffer.append(name)
        file.buffer.append("\":[\n")
    }

    /// Adds a row.
    @inline(__always)
    mutating func add(_ row: (inout OutputBuffer) -> Void) throws(FileError) {
        if !isEmpty { file.buffer.append(",\n") }
        isEmpty = false
        row(&file.buffer)
        try file.flushIfFull()
    }

    consuming func finish() {
        if !isEmpty { file.buffer.append("\n") }
        file.buffer.append("]}\n")
    }
}
