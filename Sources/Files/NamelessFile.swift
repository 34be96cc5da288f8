/// A temporary file without a name, which only its owner can read, as the input or output of another
/// process: unlike a pipe it never fills up. It is gone when it is released, even if the process is killed.
package final class NamelessFile {
    package let descriptor: Int32
    private let path: String

    /// Makes a file in `folder` that holds `bytes`, and is read and written from its beginning.
    package init(in folder: String, _ bytes: [UInt8] = []) throws(FileError) {
        let prefix = PathText.join(folder, ".connectorctl-nameless.")
        let file = try TemporaryFile(prefix: prefix, folder)
        (descriptor, path) = (file.descriptor, file.path)
        file.remove()
        try bytes.withUnsafeBufferPointer { bytes throws(FileError) in
            try POSIX.writeAll(descriptor, UnsafeRawBufferPointer(bytes), at: 0, path)
        }
    }

    deinit {
        POSIX.close(descriptor)
    }

    /// All that was written; messages call the file `shown`.
    ///
    /// - Throws: `FileError` if that is more than `limitBytes`, or cannot be read.
    package func content(limitBytes: Int, as shown: String) throws(FileError) -> [UInt8] {
        let count = try POSIX.status(descriptor, path).bytes
        guard count <= limitBytes else {
            throw FileError(.read, shown, .largerThan(limitBytes: limitBytes))
        }
        return try POSIX.head(descriptor, count: count, path)
    }
}
