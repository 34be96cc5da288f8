internal import Events
internal import Payments

extension Ledger {
    /// Payments with more attempts than this get an index of their attempts' identifiers.
    private static var fewAttempts: Int { 16 }

    /// The key of the attempt with this identifier: the one that the payment's attempt has, or a new
    /// one.
    @inline(__always)
    mutating func attemptKey(
        _ text: ByteSlice, of position: Int
    ) -> AttemptKey {
        AttemptText.inlineKey(text) ?? longAttemptKey(text, of: position)
    }

    @inline(never)
    private mutating func longAttemptKey(_ text: ByteSlice, of position: Int) -> AttemptKey {
        let entry = entries.pointer(at: position)
        let count = entry.attemptCount
        guard count < Self.fewAttempts else { return indexedKey(text, of: position, count) }
        for index in 0..<count {
            let key = entry.attempt(index).id
            if let known = AttemptText.stored(key), known == text { return key }
        }
        return AttemptText.makeKey(text, in: arena)
    }

    private mutating func indexedKey(
        _ text: ByteSlice, of position: Int, _ count: Int
    ) -> AttemptKey {
        let index = attemptIndices[position] ?? makeIndex(position, count)
        let hashed = hash(text)
        if let key = index.index.find(text, hashed) { return key }
        let key = AttemptText.makeKey(text, in: arena)
        index.index.insert(key, hashed)
        indexBytes += AttemptIndex.keyBytes
        return key
    }

    private mutating func makeIndex(_ position: Int, _ count: Int) -> AttemptIndexBox {
        let box = AttemptIndexBox()
        let entry = entries.pointer(at: position)
        for position in 0..<count {
            let key = entry.attempt(position).id
            if let text = AttemptText.stored(key) { box.index.insert(key, hash(text)) }
        }
        attemptIndices[position] = box
        indexBytes += AttemptIndex.keyBytes * (count + 64)
        return box
    }
}

/// An index that a dictionary can hold.
final class AttemptIndexBox {
    var index = AttemptIndex()
}
