/// A position in the source of a pattern.
struct Cursor {
    private let scalars: [UInt32]
    private let offsets: [Int]
    private(set) var index = 0

    init(_ source: String) {
        var scalars: [UInt32] = []
        var offsets: [Int] = []
        var offset = 0
        for scalar in source.unicodeScalars {
            scalars.append(scalar.value)
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        self.scalars = scalars
        self.offsets = offsets + [offset]
    }

    /// The offset of the next scalar in bytes.
    var offset: Int { offsets[index] }

    /// The next scalar, or nothing at the end.
    var next: UInt32? { index < scalars.count ? scalars[index] : nil }

    func isNext(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes in
            bytes.count <= scalars.count - index
                && bytes.indices.allSatisfy { scalars[index + $0] == UInt32(bytes[$0]) }
        }
    }

    mutating func advance() {
        if index < scalars.count { index += 1 }
    }

    /// Moves beyond an ASCII text if it is next.
    mutating func skip(_ text: StaticString) -> Bool {
        guard isNext(text) else { return false }
        index += text.utf8CodeUnitCount
        return true
    }

    /// Moves beyond the scalars that satisfy a condition, and returns them.
    mutating func take(while isWanted: (UInt32) -> Bool) -> [UInt32] {
        let start = index
        while let next, isWanted(next) { index += 1 }
        return Array(scalars[start..<index])
    }

    /// Moves back to where a copy was taken.
    mutating func rewind(to earlier: Cursor) {
        index = earlier.index
    }

    /// Reads a number in decimal, which stays at the largest integer if it is larger.
    mutating func number() -> Int? {
        let digits = take { $0.isDigit }
        guard !digits.isEmpty else { return nil }
        return digits.reduce(0) { number, digit in
            let (product, overflows) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) = product.addingReportingOverflow(Int(digit - 0x30))
            return overflows || overflowsToo ? .max : sum
        }
    }

    /// Reads exactly `count` hexadecimal digits, or nothing at all.
    mutating func hexadecimal(count: Int) -> UInt32? {
        let start = self
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let digit = next?.hexadecimalValue else {
                rewind(to: start)
                return nil
            }
            value = value << 4 | digit
            advance()
        }
        return value
    }
}

extension UInt32 {
    init(ascii scalar: Unicode.Scalar) {
        self = scalar.value
    }

    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

    var hexadecimalValue: UInt32? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}
