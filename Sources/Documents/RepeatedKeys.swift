import SourceText

/// A key that one object has twice.
package struct RepeatedKey {
    /// How many of one object are reported one by one.
    static let mostFindings = 100

    /// The record of the key's first occurrence.
    package let first: Int
    /// The record of a later one.
    package let again: Int
}

extension DocumentBuilder {
    /// The keys of the object at `object`, all of whose members are appended, that were in it
    /// before, in document order.
    ///
    /// - Complexity: O(*members*).
    package func repeatedKeys(ofObjectAt object: Int) -> [RepeatedKey] {
        let count = Int(records[object].length)
        guard count > 1 else { return [] }
        return source.bytes.withUnsafeBufferPointer { sourceBytes in
            decoded.withUnsafeBufferPointer { decodedBytes in
                let keys = Keys(records: records, source: sourceBytes, decoded: decodedBytes)
                return count <= Keys.few
                    ? keys.repeatedAmongFew(object) : keys.repeatedAmongMany(object, count)
            }
        }
    }
}

/// Compares and hashes the keys of one object in place.
private struct Keys {
    let records: [NodeRecord]
    let source: UnsafeBufferPointer<UInt8>
    let decoded: UnsafeBufferPointer<UInt8>

    /// Up to this many keys, comparing each with each is faster than hashing.
    static let few = 12

    func repeatedAmongFew(_ object: Int) -> [RepeatedKey] {
        var result: [RepeatedKey] = []
        var key = object + 1
        while key < records.count {
            var earlier = object + 1
            while earlier < key {
                if areEqual(earlier, key) {
                    result.append(RepeatedKey(first: earlier, again: key))
                    break
                }
                earlier = keyAfter(earlier)
            }
            key = keyAfter(key)
        }
        return result
    }

    /// Open addressing over key records; `Hasher` is seeded, so no input can aim at collisions.
    func repeatedAmongMany(_ object: Int, _ count: Int) -> [RepeatedKey] {
        var result: [RepeatedKey] = []
        var capacity = 32
        while capacity < count * 2 { capacity *= 2 }
        var slots = [UInt32](repeating: 0, count: capacity)  // 0 is a root, never a key
        var key = object + 1
        while key < records.count {
            var slot = hash(key) & (capacity - 1)
            while slots[slot] != 0, !areEqual(Int(slots[slot]), key) {
                slot = (slot + 1) & (capacity - 1)
            }
            if slots[slot] == 0 {
                slots[slot] = UInt32(key)
            } else {
                result.append(RepeatedKey(first: Int(slots[slot]), again: key))
            }
            key = keyAfter(key)
        }
        return result
    }

    /// The record of the key that follows `key` and its value.
    private func keyAfter(_ key: Int) -> Int {
        Int(records[key + 1].next)
    }

    private func areEqual(_ left: Int, _ right: Int) -> Bool {
        records[left].length == records[right].length
            && text(left).elementsEqual(text(right))
    }

    private func hash(_ key: Int) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(text(key)))
        return hasher.finalize()
    }

    private func text(_ key: Int) -> UnsafeBufferPointer<UInt8> {
        let record = records[key]
        let base = record.flags.contains(.textInSource) ? source : decoded
        let start = Int(record.text)
        return UnsafeBufferPointer(rebasing: base[start..<start + Int(record.length)])
    }
}
