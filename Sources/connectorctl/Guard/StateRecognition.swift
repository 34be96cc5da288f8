import Files

/// Knows states and key files by their content: nothing brings back a key that was written over.
enum StateRecognition {
    /// Whether the file at `path`, links followed, begins as a state and a key file do, whatever it is
    /// called.
    static func holdsState(_ path: String) -> Bool {
        guard let file = try? Folder.resolved(path),
            case .bytes(let head)? = try? FileHead(of: file, count: longestHead)
        else { return false }
        return isState(head)
    }

    private static let longestHead = 64

    /// `{"formatVersion":1,"lineage":"`, with any version.
    private static func isState(_ head: [UInt8]) -> Bool {
        let version = Array("{\"formatVersion\":".utf8)
        guard head.starts(with: version) else { return false }
        let rest = head.dropFirst(version.count)
        let digits = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }
        return !digits.isEmpty
            && rest.dropFirst(digits.count).starts(with: ",\"lineage\":\"".utf8)
    }
}
