import Files

/// Writes files that appear only when they are complete.
enum CompleteFile {
    static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let file = try AtomicFile(path: path)
        try bytes.withUnsafeBufferPointer { bytes throws(FileError) in
            try file.write(UnsafeRawBufferPointer(bytes))
        }
        try file.complete()
        try file.publish()
    }
}
