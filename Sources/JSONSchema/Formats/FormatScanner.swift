import SourceText

/// Reads a text byte by byte. Beyond its end there is nothing, and no byte is read twice unless
/// asked for.
struct FormatScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// The byte that comes next, if there is one.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// What has not been read.
    var rest: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[position...]) }

    /// Takes the next byte if it is the ASCII character `wanted`.
    mutating func take(_ wanted: Unicode.Scalar) -> Bool {
        take { UInt32($0) == wanted.value }
    }

    /// Takes the next byte if it is one that `isWanted` accepts.
    mutating func take(where isWanted: (UInt8) -> Bool) -> Bool {
        guard let next, isWanted(next) else { return false }
        position += 1
        return true
    }

    /// Takes the next byte, whatever it is.
    mutating func takeAny() -> UInt8? {
        guard let next else { return nil }
        position += 1
        return next
    }

    /// Takes all bytes up to the first that `isWanted` does not accept; returns how many.
    mutating func skip(where isWanted: (UInt8) -> Bool) -> Int {
        let start = position
        while let next, isWanted(next) { position += 1 }
        return position - start
    }

    /// Takes exactly `count` digits, at most nine; returns the number that they are.
    mutating func number(digits count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let digit = takeAny(), ASCII.isDigit(digit) else { return nil }
            value = value * 10 + Int(digit & 0x0F)
        }
        return value
    }

    /// Takes a code point. Valid UTF-8 is expected; anything else gives some code point too.
    mutating func takeScalar() -> UInt32? {
        guard let first = takeAny() else { return nil }
        guard first >= 0xC0 else { return UInt32(first) }
        let length = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
        var scalar = UInt32(first) & (0x3F >> UInt32(length))
        for _ in 0..<length {
            guard let byte = takeAny() else { break }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        return scalar
    }

    /// Takes the rest of a percent escape, after the `%`.
    mutating func takeEscape() -> Bool {
        take(where: Hexadecimal.isDigit) && take(where: Hexadecimal.isDigit)
    }
}
