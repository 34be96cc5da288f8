/// New files, whole.
extension POSIX {
    /// Makes the file at `path`, which must not exist yet. If it cannot be written, it is removed again.
    ///
    /// - Parameter isPrivate: whether only its owner can read it, from the moment it is made.
    static func writeNew(
        _ path: String, _ bytes: ArraySlice<UInt8>, isPrivate: Bool
    ) throws(FileError) {
        let descriptor = try createNew(path, for: .create, path)
        if !isPrivate { setDefaultAccess(descriptor) }
        do throws(FileError) {
            try bytes.withUnsafeBufferPointer { bytes throws(FileError) in
                try writeAll(descriptor, UnsafeRawBufferPointer(bytes), path)
            }
        } catch {
            close(descriptor)
            remove(path)
            throw error
        }
        try closeWritten(descriptor, path)
    }
}
