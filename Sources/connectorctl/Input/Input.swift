import Files
import SourceText

/// Files named on the command line, where `-` is standard input.
enum Input {
    /// - Throws: `Failure` if standard input is named twice: the second would be empty.
    static func checkStandardInput(_ paths: [String]) throws(Failure) {
        let count = paths.count { ByteOrder.equal($0, "-") || DescriptorPath.number($0) == 0 }
        guard count > 1 else { return }
        throw Failure(.usage, "standard input (`-`) can be read only once")
    }

    static func read(_ path: String) throws(FileError) -> SourceText {
        let file = try InputFile(named: path)
        let limit = file.bytes == nil ? InputLimits.streamBytes : InputLimits.fileBytes
        return SourceText(path: path, bytes: try WholeFile.read(file, limitBytes: limit))
    }
}
