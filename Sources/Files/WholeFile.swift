/// Reads files that fit into memory: configurations, schemas.
public enum WholeFile {
    /// The content of the file at `path`, which may also be a pipe.
    ///
    /// - Throws: `FileError` if it cannot be read, is a folder, or has more than `limitBytes`.
    public static func read(_ path: String, limitBytes: Int) throws(FileError) -> [UInt8] {
        let descriptor = try POSIX.openForReading(path)
        defer { POSIX.close(descriptor) }
        let status = try POSIX.status(descriptor, path)
        guard status.kind != .folder else { throw FileError(.read, path, .isFolder) }
        return try readAll(descriptor, expected: status.bytes, path, limitBytes)
    }

    /// All that standard input holds.
    public static func readStandardInput(limitBytes: Int) throws(FileError) -> [UInt8] {
        try readAll(POSIX.standardInput, expected: 0, "-", limitBytes)
    }

    static func readAll(
        _ descriptor: Int32, expected: Int, _ path: String, _ limitBytes: Int
    ) throws(FileError) -> [UInt8] {
        guard expected <= limitBytes else {
            throw FileError(.read, path, .largerThan(limitBytes: limitBytes))
        }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: max(64 * 1024, min(expected + 1, 16 << 20)))
        while true {
            let count = try block.withUnsafeMutableBufferPointer { buffer throws(FileError) in
                try POSIX.read(descriptor, into: UnsafeMutableRawBufferPointer(buffer), path)
            }
            if count == 0 { return bytes }
            guard bytes.count + count <= limitBytes else {
                throw FileError(.read, path, .largerThan(limitBytes: limitBytes))
            }
            bytes.append(contentsOf: block[..<count])
        }
    }
}
