import Documents
import SourceText

/// Finds children by pointer token. Large containers are indexed when first asked, so that many
/// references into one large container stay linear.
struct PointerIndex {
    private var members: [NodeID: [ExactText: Node]] = [:]
    private var elements: [NodeID: [Node]] = [:]
    private static let smallest = 16

    /// The child of `node` that `token` (already unescaped) names.
    mutating func child(_ token: String, of node: Node) -> Node? {
        switch node.kind {
        case .object: return member(token, of: node)
        case .array: return PointerIndex.position(token).flatMap { element($0, of: node) }
        default: return nil
        }
    }

    private mutating func member(_ name: String, of node: Node) -> Node? {
        if node.count < PointerIndex.smallest { return node[name] }
        let id = NodeID(node)
        if members[id] == nil {
            let pairs = node.members.map { (ExactText($0.name), $0.value) }
            members[id] = Dictionary(pairs) { first, _ in first }
        }
        return members[id]?[ExactText(name)]
    }

    private mutating func element(_ position: Int, of node: Node) -> Node? {
        let id = NodeID(node)
        if elements[id] == nil { elements[id] = Array(node.elements) }
        guard let list = elements[id], list.indices.contains(position) else { return nil }
        return list[position]
    }

    private static func position(_ token: String) -> Int? {
        let digits = token.utf8
        guard digits.allSatisfy(ASCII.isDigit) else { return nil }
        return digits.count > 1 && digits.first == 0x30 ? nil : Int(token)
    }
}

/// The escapes of a JSON Pointer (RFC 6901).
enum PointerTokens {
    /// The unescaped tokens of a pointer that begins with a slash. Ill-formed escapes stay as
    /// they are.
    static func of(_ pointer: String) -> [String] {
        pointer.utf8.dropFirst().split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
        ).map { unescaped(Array($0)) }
    }

    private static func unescaped(_ token: [UInt8]) -> String {
        var result: [UInt8] = []
        var index = 0
        while index < token.count {
            var byte = token[index]
            if byte == UInt8(ascii: "~"), index + 1 < token.count {
                let next = token[index + 1]
                if next == 0x30 || next == 0x31 {
                    byte = next == 0x31 ? UInt8(ascii: "/") : byte
                    index += 1
                }
            }
            result.append(byte)
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }
}
