/// Punycode (RFC 3492) of short labels.
enum Punycode {
    /// `xn--`
    static let prefix: [UInt32] = [0x78, 0x6E, 0x2D, 0x2D]

    private static let base = 36
    private static let hyphen: UInt32 = 0x2D
    /// Beyond this, no code point could be meant.
    private static let largest = 1 << 32

    /// Decodes a label from `code`, which is ASCII in lower case.
    static func decoded(_ code: ArraySlice<UInt32>) -> [UInt32]? {
        var result: [UInt32] = []
        var rest = code
        if let last = code.lastIndex(of: hyphen) {
            result = Array(code[..<last])
            rest = code[code.index(after: last)...]
        }
        var delta = Delta()
        var position = 0
        while !rest.isEmpty {
            guard let step = takeNumber(&rest, bias: delta.bias) else { return nil }
            position += step
            delta.adapt(step, count: result.count + 1)
            delta.scalar += position / (result.count + 1)
            position %= result.count + 1
            guard let scalar = Unicode.Scalar(UInt32(clamping: delta.scalar)) else { return nil }
            result.insert(scalar.value, at: position)
            position += 1
        }
        return result
    }

    /// A number of variable length.
    private static func takeNumber(_ rest: inout ArraySlice<UInt32>, bias: Int) -> Int? {
        var (number, weight, position) = (0, 1, base)
        while let digit = rest.popFirst().flatMap(value) {
            number += digit * weight
            let threshold = threshold(at: position, bias: bias)
            if digit < threshold { return number }
            weight *= base - threshold
            position += base
            if number > largest || weight > largest { return nil }
        }
        return nil
    }

    /// The code of `label`, without the prefix.
    static func encoded(_ label: [UInt32]) -> [UInt32] {
        var result = label.filter { $0 < 0x80 }
        let basicCount = result.count
        if basicCount > 0 { result.append(hyphen) }
        var delta = Delta()
        var handled = basicCount
        var step = 0
        while handled < label.count {
            let next = label.filter { $0 >= delta.scalar }.min().map(Int.init) ?? delta.scalar
            step += (next - delta.scalar) * (handled + 1)
            delta.scalar = next
            for scalar in label {
                if scalar < next { step += 1 }
                guard scalar == next else { continue }
                append(step, bias: delta.bias, to: &result)
                delta.adapt(step, count: handled + 1)
                step = 0
                handled += 1
            }
            step += 1
            delta.scalar += 1
        }
        return result
    }

    private static func append(_ number: Int, bias: Int, to result: inout [UInt32]) {
        var (number, position) = (number, base)
        while true {
            let threshold = threshold(at: position, bias: bias)
            if number < threshold { break }
            result.append(digit(threshold + (number - threshold) % (base - threshold)))
            number = (number - threshold) / (base - threshold)
            position += base
        }
        result.append(digit(number))
    }

    private static func threshold(at position: Int, bias: Int) -> Int {
        min(max(position - bias, 1), 26)
    }

    private static func value(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x61...0x7A: Int(scalar) - 0x61
        case 0x30...0x39: Int(scalar) - 0x30 + 26
        default: nil
        }
    }

    private static func digit(_ value: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30)
    }

    /// The state that both directions share.
    private struct Delta {
        var scalar = 0x80
        var bias = 72
        private var isFirst = true

        mutating func adapt(_ step: Int, count: Int) {
            var step = isFirst ? step / 700 : step / 2
            isFirst = false
            step += step / count
            var position = 0
            while step > (base - 1) * 26 / 2 {
                step /= base - 1
                position += base
            }
            bias = position + base * step / (step + 38)
        }
    }
}
