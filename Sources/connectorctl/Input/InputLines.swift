import Files
import SourceText

/// Reads a file line by line in pieces of whole lines, so that it need not fit into memory.
enum InputLines {
    private static let pieceBytes = 1 << 20

    /// Calls `body` with each line, without its end, until it returns false.
    static func read(
        _ path: String, _ body: (SourceText, Range<Int>) -> Bool
    ) throws(FileError) {
        let file = try InputFile(named: path)
        var rest: [UInt8] = []
        while true {
            let known = rest.count
            let isAtEnd = try fill(&rest, file)
            let lastLineFeed = rest[known...].lastIndex(of: ASCII.lineFeed).map { $0 + 1 }
            guard let end = isAtEnd ? rest.endIndex : lastLineFeed else {
                guard rest.count <= InputLimits.lineBytes else {
                    throw FileError(
                        .read, path, .hasLineLargerThan(limitBytes: InputLimits.lineBytes))
                }
                continue
            }
            let source = SourceText(path: path, bytes: Array(rest[..<end]))
            guard each(lineOf: source, body), !isAtEnd else { return }
            rest.removeSubrange(..<end)
        }
    }

    /// Appends a piece; says whether the file ends.
    private static func fill(
        _ bytes: inout [UInt8], _ file: InputFile
    ) throws(FileError) -> Bool {
        var piece = [UInt8](repeating: 0, count: pieceBytes)
        let count = try piece.withUnsafeMutableBufferPointer { buffer throws(FileError) in
            try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        bytes.append(contentsOf: piece[..<count])
        return count == 0
    }

    private static func each(
        lineOf source: SourceText, _ body: (SourceText, Range<Int>) -> Bool
    ) -> Bool {
        let bytes = source.bytes
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: ASCII.lineFeed) ?? bytes.count
            let hasReturn = end > start && bytes[end - 1] == ASCII.carriageReturn
            guard body(source, start..<(hasReturn ? end - 1 : end)) else { return false }
            start = end + 1
        }
        return true
    }
}
