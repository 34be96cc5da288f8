/// A temporary file without a name, which only its owner can read: written once, then mapped; gone
/// when it is released, also when the process is killed.
package final class Spool {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private static let capacity = 256 * 1024

    /// Makes the file in `folder`.
    package init(in folder: String) throws(FileError) {
        let prefix = PathText.join(folder, ".connectorctl-spool.")
        let file = try TemporaryFile(prefix: prefix, for: .create, folder)
        (descriptor, path) = (file.descriptor, file.path)
        file.remove()
    }

    deinit {
        POSIX.close(descriptor)
    }

    package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.capacity { try flush() }
    }

    /// Copies all that the open file `source` still holds.
    package func fill(from source: Int32, path sourcePath: String) throws(FileError) {
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = try block.withUnsafeMutableBufferPointer { buffer throws(FileError) in
                let bytes = UnsafeMutableRawBufferPointer(buffer)
                let count = try POSIX.read(source, into: bytes, sourcePath)
                try write(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
                return count
            }
            if count == 0 { return }
        }
    }

    /// Everything written so far, reported under `path`.
    package func map(
        as path: String, order: POSIX.ReadingOrder = .frontToBack
    ) throws(FileError) -> MappedFile {
        try flush()
        return try MappedFile(descriptor: descriptor, path: path, order: order)
    }

    private func flush() throws(FileError) {
        try buffer.withUnsafeBufferPointer { bytes throws(FileError) in
            try POSIX.writeAll(descriptor, UnsafeRawBufferPointer(bytes), path)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
