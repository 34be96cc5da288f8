package import Documents
public import SourceText

extension DiagnosticCode {
    /// An object that looks like a secret reference but is not a valid one.
    public static let secretReferenceInvalid = DiagnosticCode(
        "secret-reference-invalid", .error,
        reason: "An object with the key `$env` or `$file` is a reference to a secret, and replaces "
            + "one string; a connector's `key` is a reference too. It has exactly one key: "
            + "`$env` with the name of an environment variable (letters, digits and _, but no "
            + "digit first), or `$file` with a path.",
        remedy: "Write {$env: NAME} or {$file: path} instead of the string.")
}

/// Replaces secret references with opaque strings: all that the validator knows of such a value is that
/// it is a string.
package enum SecretReferences {
    /// `document` with the references in its settings replaced. Every other node keeps its range in
    /// the text and its pointer.
    static func replaced(in document: Document, _ kind: DocumentKind) -> Document {
        let key: String
        switch kind {
        case .connector: key = "staticJson"
        case .paymentMethod: key = "settings"
        case .installation, .scenario: return document
        }
        guard let settings = document.root[key] else { return document }
        return replaced(in: document, below: settings.index)
    }

    /// `document` with the references below the node at `index` replaced, but not that node itself.
    ///
    /// - Parameter digestKey: the only key of further objects that replace a secret.
    package static func replaced(
        in document: Document, below index: Int, digestKey: String? = nil
    ) -> Document {
        let end = Int(document.records[index].next)
        var found: [Int] = []
        var position = index + 1
        while position < end {
            let isKey = document.records[position].flags.contains(.key)
            let node = Node(document: document, index: position)
            let isDigest = digestKey.map { node.count == 1 && node[$0] != nil } ?? false
            if !isKey, isDigest || SecretReference(node) != nil {
                found.append(position)
                position = Int(node.record.next)
            } else {
                position += 1
            }
        }
        return found.isEmpty ? document : RecordReplacement(found, in: document).document
    }
}

/// Copies the records of a document, in which some subtrees become single opaque strings.
private struct RecordReplacement {
    let document: Document

    /// - Parameter roots: the indices of the subtrees, in order, none within another.
    init(_ roots: [Int], in original: Document) {
        let old = original.records
        // Where each old record goes; those within a replaced subtree go nowhere.
        var moved = [UInt32](repeating: 0, count: old.count + 1)
        var records: [NodeRecord] = []
        records.reserveCapacity(old.count)
        var decoded = original.decoded
        var pending = roots[...]
        var index = 0
        while index < old.count {
            moved[index] = UInt32(records.count)
            guard index == pending.first else {
                records.append(old[index])
                index += 1
                continue
            }
            pending.removeFirst()
            let reference = SecretReference(Node(document: original, index: index))
            records.append(Self.opaque(old[index], reference, &decoded))
            index = Int(old[index].next)
        }
        moved[old.count] = UInt32(records.count)
        for index in records.indices {
            records[index].next = moved[Int(records[index].next)]
            guard records[index].parent != NodeRecord.noParent else { continue }
            records[index].parent = moved[Int(records[index].parent)]
        }
        document = Document(
            source: original.source, records: records, decoded: decoded,
            aliases: original.aliases.map { alias in
                var alias = alias
                alias.first = moved[Int(alias.first)]
                alias.next = moved[Int(alias.next)]
                return alias
            })
    }

    private static func opaque(
        _ record: NodeRecord, _ reference: SecretReference?, _ decoded: inout [UInt8]
    ) -> NodeRecord {
        var record = record
        record.kind = .string
        record.flags.remove(.textInSource)
        record.flags.insert(.opaque)
        // The reference follows, up to a line end; as a string it is empty.
        record.text = UInt32(decoded.count)
        record.length = 0
        decoded += reference?.json ?? []
        decoded.append(ASCII.lineFeed)
        return record
    }
}
