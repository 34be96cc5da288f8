internal import CIntrinsics
internal import CLibrary

/// How many files the process may have open.
extension POSIX {
    /// What the system's own library opens now and then, and would crash without.
    private static let reservedDescriptors: Int32 = 8

    /// Raises the limit of open files as far as the process may.
    package static func raiseDescriptorLimit() {
        intrinsics_raise_descriptor_limit()
    }

    /// The result of `call`, which opens a file. The last descriptors are left to the system's library.
    static func checkOpened(
        _ operation: Operation, _ path: String, _ call: () -> Int32
    ) throws(FileError) -> Int32 {
        let descriptor = try check(operation, path, call)
        guard descriptor >= firstReserved else { return descriptor }
        close(descriptor)
        throw FileError(operation, path, .system(EMFILE))
    }

    private static let firstReserved = intrinsics_descriptor_limit() - reservedDescriptors
}
