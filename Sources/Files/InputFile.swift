/// What a user names to be read once, from its start to its end: a file, a pipe or a terminal.
///
/// A pipe that no program opens to write is given up after a while, and a device that holds anything is
/// refused: neither might ever end.
package final class InputFile {
    package let path: String
    /// The size of a regular file; nil for what has none.
    package let bytes: Int?
    private let descriptor: Int32
    private let kind: POSIX.InputKind
    /// What was read while waiting for a writer.
    private var first: [UInt8] = []

    /// Opens what `path` names; `-` is standard input.
    ///
    /// - Throws: `FileError` if it cannot be opened, is a folder, or is a pipe without a writer.
    package convenience init(named path: String) throws(FileError) {
        if path.utf8.elementsEqual("-".utf8) {
            try self.init(standardInputAs: path)
        } else {
            try self.init(POSIX.openInput(path), path)
            if DescriptorPath.number(path) == nil { try prepare() }
        }
    }

    /// Standard input, which messages call `path`.
    package convenience init(standardInputAs path: String) throws(FileError) {
        try self.init(POSIX.duplicate(POSIX.standardInput, path), path)
    }

    private init(_ descriptor: Int32, _ path: String) throws(FileError) {
        do throws(FileError) {
            kind = try POSIX.inputKind(descriptor, path)
        } catch {
            POSIX.close(descriptor)
            throw error
        }
        self.path = path
        self.descriptor = descriptor
        if case .file(let count) = kind { bytes = count } else { bytes = nil }
        if kind == .folder { throw FileError(.read, path, .isFolder) }
    }

    deinit {
        POSIX.close(descriptor)
    }

    /// The number of bytes read; 0 at the end.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        if !first.isEmpty {
            let count = min(first.count, buffer.count)
            buffer.copyBytes(from: first[..<count])
            first.removeFirst(count)
            return count
        }
        let count = try POSIX.read(descriptor, into: buffer, path)
        // A device may be at its end at once, like /dev/null. Whether any other ends is unknown.
        if kind == .device, count > 0 { throw FileError(.read, path, .isDevice) }
        return count
    }

    /// Waits until a pipe has a writer, as it was opened without waiting, and makes reads block from then on.
    private func prepare() throws(FileError) {
        guard bytes == nil else { return }
        if kind == .pipe { try awaitWriter() }
        try POSIX.setBlocking(descriptor, path)
    }

    private func awaitWriter() throws(FileError) {
        for _ in 0..<FileLimits.pipeWaitSeconds * 10 {
            if try POSIX.isReady(descriptor, withinMilliseconds: 100, path) { return }
            var byte: UInt8 = 0
            let found = try withUnsafeMutableBytes(of: &byte) { buffer throws(FileError) in
                try POSIX.readAtOnce(descriptor, into: buffer, path)
            }
            switch found {
            // There is a writer, which has not written yet.
            case nil: return
            case 0?: continue
            default:
                first = [byte]
                return
            }
        }
        throw FileError(.read, path, .hasNoWriter(seconds: FileLimits.pipeWaitSeconds))
    }
}
