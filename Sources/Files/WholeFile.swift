/// Reads files that fit into memory: configurations, schemas.
public enum WholeFile {
    /// The content of the file at `path`, which may also be a pipe; `-` is standard input.
    ///
    /// - Throws: `FileError` if it cannot be read, is a folder, or has more than `limitBytes`.
    public static func read(_ path: String, limitBytes: Int) throws(FileError) -> [UInt8] {
        try read(InputFile(named: path), limitBytes: limitBytes)
    }

    /// All that `file` still holds.
    package static func read(_ file: InputFile, limitBytes: Int) throws(FileError) -> [UInt8] {
        try readAll(expected: file.bytes ?? 0, file.path, limitBytes) {
            buffer throws(FileError) in try file.read(into: buffer)
        }
    }

    /// All that `next` reads, piece by piece.
    static func readAll(
        expected: Int, _ path: String, _ limitBytes: Int,
        _ next: (UnsafeMutableRawBufferPointer) throws(FileError) -> Int
    ) throws(FileError) -> [UInt8] {
        guard expected <= limitBytes else {
            throw FileError(.read, path, .largerThan(limitBytes: limitBytes))
        }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: max(64 * 1024, min(expected + 1, 16 << 20)))
        while true {
            let count = try block.withUnsafeMutableBufferPointer { buffer throws(FileError) in
                try next(UnsafeMutableRawBufferPointer(buffer))
            }
            if count == 0 { return bytes }
            guard bytes.count + count <= limitBytes else {
                throw FileError(.read, path, .largerThan(limitBytes: limitBytes))
            }
            bytes.append(contentsOf: block[..<count])
        }
    }
}
