internal import Documents
public import Files
internal import JSONText
internal import SourceText

/// The file that holds an installation's hash keys, apart from its state.
///
/// A change writes the keys first, old and new side by side, each with the serial of the state that it
/// belongs to, and then the state. Whatever happens in between, the state that exists finds its keys.
public struct KeyFile: Sendable {
    /// The version of the format that this program writes. It reads those before it, too.
    public static let formatVersion = 2

    /// Which installation's state it belongs to.
    public var lineage: String
    /// In the order of their serials; more than one only while a change is made.
    public var rings: [KeyRing]
    /// The path of a state that is about to be written for the first time; nil as soon as it exists.
    public var pendingState: String?

    public init(lineage: String, rings: [KeyRing], pendingState: String? = nil) {
        self.lineage = lineage
        self.rings = rings
        self.pendingState = pendingState
    }

    /// Whether `text` can be a lineage: up to 128 letters, digits, hyphens, dots and underscores. This
    /// program uses 32 hexadecimal digits.
    public static func isLineage(_ text: String) -> Bool {
        let signs = Array("-._".utf8)
        return (1...128).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                ASCII.isLetter($0) || ASCII.isDigit($0) || signs.contains($0)
            }
    }

    /// The keys that belong to the state with this serial.
    public func ring(serial: Int) -> KeyRing? { rings.first { $0.serial == serial } }
}

/// Why a key file cannot be used.
public enum KeyFileFailure: Error, Sendable, Equatable {
    case file(FileError)
    /// Users other than its owner may read it; the permissions are octal digits.
    case openToOthers(path: String, permissions: String)
    /// It is not what this program writes: damaged, cut off, or something else.
    case damaged(path: String, line: Int)
    /// It was written by a later version of the program.
    case newerVersion(path: String, version: Int)
}

extension KeyFile {
    /// The most bytes of a key file.
    static let mostBytes = 64 << 20

    /// The key file at `path`; nil if it does not exist.
    ///
    /// - Throws: `KeyFileFailure` if it cannot be used.
    public static func read(_ path: String) throws(KeyFileFailure) -> KeyFile? {
        // Opened once: the permissions are those of the file whose keys are used.
        let file = try catching { () throws(FileError) in try OpenFile.open(path) }
        guard let file else { return nil }
        guard file.permissions & 0o077 == 0 else {
            throw .openToOthers(path: path, permissions: String(file.permissions, radix: 8))
        }
        let bytes = try catching { () throws(FileError) in try file.read(limitBytes: mostBytes) }
        return try parse(SourceText(path: path, bytes: bytes))
    }

    private static func catching<Result>(
        _ body: () throws(FileError) -> Result
    ) throws(KeyFileFailure) -> Result {
        do {
            return try body()
        } catch {
            throw .file(error)
        }
    }

    private static func parse(_ source: SourceText) throws(KeyFileFailure) -> KeyFile {
        let (document, findings) = JSONReader.read(source)
        guard let root = document?.root, findings.isEmpty else {
            throw .damaged(
                path: source.path, line: source.line(at: findings.first?.span.range.start ?? 0))
        }
        if let version = root["formatVersion"]?.number?.integer, version > formatVersion {
            throw .newerVersion(path: source.path, version: version)
        }
        var reader = KeyFileReader()
        guard let file = reader.file(root) else {
            throw .damaged(
                path: source.path, line: source.line(at: reader.culprit?.span.range.start ?? 0))
        }
        return file
    }
}

/// Reads the parts of a key file; `culprit` is what does not fit.
private struct KeyFileReader {
    private(set) var culprit: Node?
    /// More changes than anybody makes, so that one more can always be counted.
    private let mostSerials = 1 << 53

    mutating func file(_ root: Node) -> KeyFile? {
        culprit = root
        guard let version = root["formatVersion"]?.number?.integer,
            (1...KeyFile.formatVersion).contains(version),
            let lineage = root["lineage"]?.string, KeyFile.isLineage(lineage),
            let list = root["generations"],
            list.kind == .array, list.count > 0
        else { return nil }
        var rings: [KeyRing] = []
        for node in list.elements {
            guard let ring = ring(node) else { return nil }
            rings.append(ring)
        }
        return KeyFile(
            lineage: lineage, rings: rings, pendingState: root["pendingState"]?.string)
    }

    private mutating func ring(_ node: Node) -> KeyRing? {
        culprit = node
        guard let serial = node["serial"]?.number?.integer, (0...mostSerials).contains(serial),
            let salt = key(node["salt"]), let list = node["keys"], list.kind == .array
        else { return nil }
        var entries: [KeyEntry] = []
        for element in list.elements {
            guard let entry = entry(element) else { return nil }
            entries.append(entry)
        }
        return KeyRing(serial: serial, salt: salt, entries: entries)
    }

    private mutating func entry(_ node: Node) -> KeyEntry? {
        culprit = node
        guard let connector = node["connector"]?.string else { return nil }
        if let name = node["env"]?.string {
            return KeyEntry(connector: connector, source: .environment(name))
        }
        guard let key = key(node["key"]), let previous = node["previous"] else { return nil }
        guard previous.kind != .null else {
            return KeyEntry(connector: connector, source: .generated(key, previous: nil))
        }
        guard let old = self.key(previous) else { return nil }
        return KeyEntry(connector: connector, source: .generated(key, previous: old))
    }

    private func key(_ node: Node?) -> HashKey? { (node?.string).flatMap(HashKey.init(hex:)) }
}

extension KeyFile {
    /// The file's content.
    public var bytes: [UInt8] {
        JSONWriter.file { json in
            json.number("formatVersion", Self.formatVersion)
            json.text("lineage", lineage)
            if let pendingState { json.text("pendingState", pendingState) }
            json.rows("generations", rings) { ring, json in
                json.object { json in
                    json.number("serial", ring.serial)
                    json.text("salt", ring.salt.hex)
                    json.rows("keys", ring.entries) { entry, json in
                        json.object { Self.write(entry, to: &$0) }
                    }
                }
            }
        }
    }

    private static func write(_ entry: KeyEntry, to json: inout JSONWriter) {
        json.text("connector", entry.connector)
        switch entry.source {
        case .environment(let name): json.text("env", name)
        case .generated(let key, let previous):
            json.text("key", key.hex)
            json.text("previous", previous?.hex)
        }
    }
}
