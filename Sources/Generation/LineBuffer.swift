internal import Payments

/// Memory that lines are written to without checks: the code that begins a line makes sure that there is
/// room for the longest one.
struct LineBuffer: ~Copyable {
    private let base: UnsafeMutablePointer<UInt8>
    private let capacity: Int
    private(set) var count = 0
    private var times = TimestampText()

    init(capacity: Int) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deallocate()
    }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }
    var room: Int { capacity - count }

    mutating func removeAll() {
        count = 0
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        (base + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        count += text.utf8CodeUnitCount
    }

    @inline(__always)
    mutating func append(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            (base + count).update(from: start, count: bytes.count)
        }
        count += text.count
    }

    /// Appends a whole number with zeros in front, so that it has at least so many digits.
    @inline(__always)
    mutating func append(_ number: Int, digits: Int) {
        let length = max(digits, Self.digitCount(number))
        var rest = UInt64(truncatingIfNeeded: number)
        var offset = count + length
        count = offset
        for _ in 0..<length {
            offset -= 1
            base[offset] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    @inline(__always)
    private static func digitCount(_ number: Int) -> Int {
        var length = 1
        var bound = 10
        while number >= bound, length < 18 {
            length += 1
            bound *= 10
        }
        return length
    }

    /// Appends the lowest digits of a number in base sixteen.
    @inline(__always)
    mutating func append(hexadecimal number: UInt64, digits: Int) {
        var rest = number
        for offset in (count..<(count + digits)).reversed() {
            let digit = UInt8(truncatingIfNeeded: rest & 15)
            base[offset] = digit + (digit < 10 ? 0x30 : 0x57)
            rest >>= 4
        }
        count += digits
    }

    /// Appends minor units as an amount with all fraction digits of its currency.
    @inline(__always)
    mutating func append(amount minorUnits: Int, fractionDigits: Int) {
        guard fractionDigits > 0 else { return append(minorUnits, digits: 1) }
        append(minorUnits, digits: fractionDigits + 1)
        let point = count - fractionDigits
        for offset in (point..<count).reversed() { base[offset + 1] = base[offset] }
        base[point] = UInt8(ascii: ".")
        count += 1
    }

    @inline(__always)
    mutating func append(_ time: Timestamp) {
        count += times.write(time, to: base + count)
    }
}
