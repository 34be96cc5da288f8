public import Foundation

/// A folder of a test's own, gone when the value is released.
public final class TemporaryFolder {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "connectorctl-test-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The folder's own path, without a slash at its end.
    public var path: String { url.path }

    /// The path of `name` in the folder.
    public func path(_ name: String) -> String {
        url.appending(path: name).path
    }

    /// Writes a file, and the folders above it, and gives its path.
    @discardableResult
    public func write(_ name: String, bytes: some Sequence<UInt8>) throws -> String {
        let file = try place(name)
        try Data(bytes).write(to: file)
        return file.path
    }

    /// Writes a text file, and the folders above it, and gives its path.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> String {
        try write(name, bytes: text.utf8)
    }

    /// Writes a file that only its owner can read, and gives its path.
    @discardableResult
    public func writeSecret(_ name: String, bytes: some Sequence<UInt8>) throws -> String {
        let path = try write(name, bytes: bytes)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return path
    }

    /// Makes a symbolic link, and the folders above it.
    public func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: place(name).path, withDestinationPath: target)
    }

    /// The content of a file, nil if it is not there.
    public func read(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: url.appending(path: name))).map(Array.init)
    }

    /// The names in the folder, hidden ones too, in byte order.
    public var names: [String] {
        get throws { try ProjectFiles.names(in: url) }
    }

    private func place(_ name: String) throws -> URL {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        return file
    }
}
