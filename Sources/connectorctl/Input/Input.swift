import Files
import SourceText

/// Files named on the command line, where `-` is standard input.
enum Input {
    private static let limitBytes = 1 << 30

    static func read(_ path: String) throws(FileError) -> SourceText {
        let bytes =
            try ByteOrder.equal(path, "-")
            ? WholeFile.readStandardInput(limitBytes: limitBytes)
            : WholeFile.read(path, limitBytes: limitBytes)
        return SourceText(path: path, bytes: bytes)
    }
}
