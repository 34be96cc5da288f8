import SourceText

extension DocumentBuilder {
    /// The JSON Pointer of the node at `index`; a key has its value's.
    ///
    /// - Complexity: O(*depth* · *length of keys*), however many elements there are.
    package func pointer(to index: Int) -> String {
        var tokens: [String] = []
        var index = index
        while records[index].parent != NodeRecord.noParent {
            let parent = Int(records[index].parent)
            if records[parent].kind == .object {
                let key = records[index].flags.contains(.key) ? index : index - 1
                tokens.append(JSONPointer.escaped(text(ofRecordAt: key)))
            } else {
                tokens.append(String(records[index].position))
            }
            index = parent
        }
        return tokens.reversed().map { "/" + $0 }.joined()
    }

    /// The text of the string or number at `index`.
    package func text(ofRecordAt index: Int) -> String {
        withText(ofRecordAt: index) { String(decoding: $0, as: UTF8.self) }
    }

    /// Calls `body` with the UTF-8 bytes of the string or number at `index`.
    package func withText<Result>(
        ofRecordAt index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let record = records[index]
        let base = record.flags.contains(.textInSource) ? source.bytes : decoded
        let start = Int(record.text)
        return base.withUnsafeBufferPointer { bytes in
            body(UnsafeBufferPointer(rebasing: bytes[start..<start + Int(record.length)]))
        }
    }
}
