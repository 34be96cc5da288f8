#if canImport(Glibc)
    package import Glibc
#elseif canImport(Musl)
    package import Musl
#elseif canImport(Darwin)
    package import Darwin
#endif

/// Every call into the C library that concerns files. Each retries when a signal interrupts it and
/// turns -1 into a `FileError` that says what was attempted on which path.
package enum POSIX {
    package typealias Operation = FileError.Operation

    package static func message(_ number: Int32) -> String {
        guard let text = strerror(number) else { return "error \(number)" }
        return String(cString: text)
    }

    package static func open(
        _ path: String, _ flags: Int32, mode: mode_t = 0o666, for operation: Operation
    ) throws(FileError) -> Int32 {
        try check(operation, path) { sysOpen(path, flags | O_CLOEXEC, mode) }
    }

    package static func close(_ descriptor: Int32) {
        _ = sysClose(descriptor)
    }

    package static func status(
        _ descriptor: Int32, for operation: Operation, _ path: String
    ) throws(FileError) -> stat {
        var status = stat()
        _ = try check(operation, path) { fstat(descriptor, &status) }
        return status
    }

    /// The status of what `path` names, links followed.
    package static func status(of path: String) throws(FileError) -> stat {
        var status = stat()
        _ = try check(.read, path) { sysStat(path, &status) }
        return status
    }

    /// The number of bytes read; 0 at the end.
    package static func read(
        _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, _ path: String
    ) throws(FileError) -> Int {
        try check(.read, path) { sysRead(descriptor, buffer.baseAddress, buffer.count) }
    }

    package static func writeAll(
        _ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, _ path: String
    ) throws(FileError) {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
            done += try check(.write, path) { sysWrite(descriptor, rest.baseAddress, rest.count) }
        }
    }

    package static func rename(_ old: String, to new: String) throws(FileError) {
        _ = try check(.rename, new) { sysRename(old, new) }
    }

    package static func makeFolder(_ path: String) throws(FileError) {
        _ = try check(.create, path) { mkdir(path, 0o777) }
    }

    /// Makes and opens a new file whose name is `pattern` with its last six X replaced.
    package static func makeTemporary(
        _ pattern: String, for operation: Operation, _ path: String
    ) throws(FileError) -> (descriptor: Int32, path: String) {
        var template = Array(pattern.utf8CString)
        let descriptor = try check(operation, path) { mkstemp(&template) }
        let name = template.dropLast().map(UInt8.init(bitPattern:))
        return (descriptor, String(decoding: name, as: UTF8.self))
    }

    private static func check<Number: SignedInteger>(
        _ operation: Operation, _ path: String, _ call: () -> Number
    ) throws(FileError) -> Number {
        while true {
            let result = call()
            if result >= 0 { return result }
            if errno != EINTR { throw FileError(operation, path, .system(errno)) }
        }
    }
}

// The names of these functions are taken inside `POSIX`.
private func sysOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
    open(path, flags, mode)
}
private func sysClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
private func sysRead(_ descriptor: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, base, count)
}
private func sysWrite(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, base, count)
}
private func sysRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }
private func sysStat(_ path: String, _ status: inout stat) -> Int32 { stat(path, &status) }
