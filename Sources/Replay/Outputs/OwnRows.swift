internal import Files

/// Knows files of rows that a replay has written by the shape of their first row.
enum OwnRows {
    /// What a row has before and after its first value, which is a string.
    private static let shapes: [(name: String, before: [UInt8], after: [UInt8])] = [
        ("trace.ndjson", Array("{\"payment\":\"".utf8), Array(",\"step\":".utf8)),
        ("rejected.ndjson", Array("{\"file\":\"".utf8), Array(",\"line\":".utf8)),
    ]

    /// Whether the file at `path`, which has the name of an output, was written by a replay, or is not
    /// there. A link was not.
    static func areAll(of path: String) throws(FileError) -> Bool {
        switch try FileHead(of: path, count: 0) {
        case .missing: return true
        case .irregular: return false
        case .bytes: break
        }
        guard let shape = shapes.first(where: { $0.name == PathText.name(path) }) else {
            return false
        }
        let file = try MappedFile(path: path)
        return withExtendedLifetime(file) {
            file.bytes.isEmpty || begins(file.bytes, shape.before, shape.after)
        }
    }

    private static func begins(
        _ bytes: UnsafeRawBufferPointer, _ before: [UInt8], _ after: [UInt8]
    ) -> Bool {
        guard bytes.starts(with: before) else { return false }
        var end = before.count
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        return end < bytes.count && bytes[(end + 1)...].starts(with: after)
    }
}
