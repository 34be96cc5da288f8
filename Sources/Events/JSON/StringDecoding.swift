extension ScratchArena {
    /// The text of a string token whose escapes the scanner has found well-formed.
    func decode(_ content: ByteSlice) -> ByteSlice {
        let place = reserve(content.count)
        var count = 0
        var source = content.base
        let end = content.base + content.count
        while source < end {
            if source.pointee != UInt8(ascii: "\\") {
                place[count] = source.pointee
                count += 1
                source += 1
            } else {
                count += decodeEscape(&source, to: place + count)
            }
        }
        return ByteSlice(base: place, count: count)
    }

    /// Decodes one escape, which never takes less space than its text.
    private func decodeEscape(
        _ source: inout UnsafePointer<UInt8>, to place: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let letter = source[1]
        guard letter == UInt8(ascii: "u") else {
            place.pointee = Self.character(letter)
            source += 2
            return 1
        }
        var value = UInt32(StringBytes.hexUnit(source + 2) ?? 0)
        source += 6
        if value & 0xFC00 == 0xD800 {
            let low = UInt32(StringBytes.hexUnit(source + 2) ?? 0)
            value = 0x1_0000 + (value & 0x3FF) << 10 + (low & 0x3FF)
            source += 6
        }
        var count = 0
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            place[count] = byte
            count += 1
        }
        return count
    }

    private static func character(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: letter
        }
    }
}
