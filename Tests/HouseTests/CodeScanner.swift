/// The words of Swift code, without those of comments and of string literals; what is interpolated into
/// strings is code.
///
/// It works on bytes and knows just enough of the language: a debug build has to read all sources in
/// seconds.
struct CodeScanner {
    enum Token: Equatable {
        /// A name, keyword or number, by its range in the source.
        case word(Range<Int>)
        case sign(UInt8)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// For each interpolation that is open: the parentheses within it, and how its string ends.
    private var interpolations: [(depth: Int, hashes: Int, isLong: Bool)] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    private func byte(_ offset: Int = 0) -> UInt8 {
        position + offset < bytes.count ? bytes[position + offset] : 0
    }

    /// The next token, nil at the end.
    mutating func next() -> Token? {
        while position < bytes.count {
            let byte = bytes[position]
            if Self.isWord[Int(byte)] { return .word(word()) }
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"): position += 1
            case UInt8(ascii: "/") where self.byte(1) == UInt8(ascii: "/"): skipLine()
            case UInt8(ascii: "/") where self.byte(1) == UInt8(ascii: "*"): skipComment()
            case UInt8(ascii: "\""): openString(hashes: 0)
            case UInt8(ascii: "#") where startsRawString: openRawString()
            case UInt8(ascii: ")") where interpolations.last?.depth == 0: closeInterpolation()
            default:
                note(byte)
                position += 1
                return .sign(byte)
            }
        }
        return nil
    }

    private mutating func word() -> Range<Int> {
        let start = position
        while position < bytes.count, Self.isWord[Int(bytes[position])] { position += 1 }
        return start..<position
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    }

    private mutating func skipComment() {
        position += 2
        while position < bytes.count, !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/"))
        {
            position += 1
        }
        position += 2
    }

    // MARK: Strings

    private var startsRawString: Bool {
        var offset = 1
        while byte(offset) == UInt8(ascii: "#") { offset += 1 }
        return byte(offset) == UInt8(ascii: "\"")
    }

    private mutating func openRawString() {
        let start = position
        while byte() == UInt8(ascii: "#") { position += 1 }
        openString(hashes: position - start)
    }

    private mutating func openString(hashes: Int) {
        let isLong = byte(1) == UInt8(ascii: "\"") && byte(2) == UInt8(ascii: "\"")
        position += isLong ? 3 : 1
        skipString(hashes: hashes, isLong: isLong)
    }

    /// Moves past the string's end, or into its next interpolation.
    private mutating func skipString(hashes: Int, isLong: Bool) {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\\"), hasHashes(hashes, at: 1) {
                position += 1 + hashes
                if self.byte() == UInt8(ascii: "(") {
                    position += 1
                    interpolations.append((0, hashes, isLong))
                    return
                }
                position += 1
            } else if byte == UInt8(ascii: "\""), endsString(hashes, isLong) {
                position += (isLong ? 3 : 1) + hashes
                return
            } else {
                position += 1
            }
        }
    }

    private func endsString(_ hashes: Int, _ isLong: Bool) -> Bool {
        guard isLong else { return hasHashes(hashes, at: 1) }
        return byte(1) == UInt8(ascii: "\"") && byte(2) == UInt8(ascii: "\"")
            && hasHashes(hashes, at: 3)
    }

    private func hasHashes(_ count: Int, at offset: Int) -> Bool {
        for index in 0..<count where byte(offset + index) != UInt8(ascii: "#") { return false }
        return true
    }

    /// Goes on with the string that the interpolation is in.
    private mutating func closeInterpolation() {
        let last = interpolations.removeLast()
        position += 1
        skipString(hashes: last.hashes, isLong: last.isLong)
    }

    /// Keeps count of the parentheses within an interpolation.
    private mutating func note(_ sign: UInt8) {
        guard !interpolations.isEmpty else { return }
        if sign == UInt8(ascii: "(") { interpolations[interpolations.count - 1].depth += 1 }
        if sign == UInt8(ascii: ")") { interpolations[interpolations.count - 1].depth -= 1 }
    }

    private static let isWord: [Bool] = (0..<256).map { byte in
        let byte = UInt8(byte)
        return byte == UInt8(ascii: "_") || byte >= 0x80
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}
