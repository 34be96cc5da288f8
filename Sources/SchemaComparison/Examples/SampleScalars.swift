import Documents
import JSONSchema
import SourceText

extension Sampler {
    func numbers(_ facts: Facts, _ hints: [Facts]) -> [Sample] {
        var result: [Sample] = []
        for source in hints + [facts] {
            for bound in [source.lower, source.upper] {
                if let bound { result += Sampler.around(bound.number) }
            }
        }
        for divisor in ([facts] + hints).flatMap(\.multiples).prefix(8) {
            result += multiples(of: divisor, facts)
        }
        result += [0, 1, -1, 2, 7, 100].map(Sample.init(integer:))
        result += ["0.5", "1.5", "-0.5", "1.0", "0.001"].map(Sample.init(literal:))
        return result
    }

    private static func around(_ number: Number) -> [Sample] {
        let text = number.description
        var result = [Sample(literal: text)]
        if let value = number.integer {
            for offset in [-1, 1] {
                let (next, overflow) = value.addingReportingOverflow(offset)
                if !overflow { result.append(Sample(integer: next)) }
            }
            result += [Sample(literal: text + ".5")]
        } else if text.utf8.contains(UInt8(ascii: ".")), !text.utf8.contains(UInt8(ascii: "e")) {
            result += [Sample(literal: text + "1")]
        }
        if let value = Double(text), value.magnitude < 1e15 {
            result += [value - 0.5, value + 0.5, value - 1, value + 1].map {
                Sample(literal: $0.description)
            }
        }
        return result
    }

    /// Multiples near the bounds and near zero, in whole units of the divisor's last digit.
    private func multiples(of divisor: Number, _ facts: Facts) -> [Sample] {
        guard let parts = DigitUnits(divisor) else { return [] }
        var result: [Sample] = []
        var factors = [0, 1, 2, 3, 10, -1]
        for bound in [facts.lower, facts.upper] {
            guard let number = bound?.number, let value = Double(number.description),
                let unit = Double(divisor.description), unit > 0,
                (value / unit).magnitude < 1e12
            else { continue }
            let factor = Int((value / unit).rounded())
            factors += [factor - 1, factor, factor + 1]
        }
        for factor in factors {
            if let text = parts.times(factor) { result.append(Sample(literal: text)) }
        }
        return result
    }

    func strings(_ facts: Facts, _ hints: [Facts]) -> [Sample] {
        var lengths: [Int] = [0, 1, facts.minLength, facts.maxLength]
        for source in hints + [facts] {
            for bound in [source.minLength, source.maxLength] where bound < Int.max {
                lengths += [bound - 1, bound, bound + 1]
            }
        }
        let good = Set(lengths.filter { $0 >= 0 && $0 <= limits.exampleLength }).sorted()
        var texts = good.map { String(repeating: "a", count: $0) }
        for pattern in ([facts] + hints).flatMap(\.patterns).map(\.text).sorted(
            by: ByteOrder.precedes)
        {
            texts += PatternSamples.samples(of: pattern, lengths: good)
        }
        texts += ["A", "0", "aA0", " ", "-", "é", "hello", "2026-01-01"]
        return texts.map(Sample.init(string:))
    }
}

/// A number as a whole number of units of its last digit.
private struct DigitUnits {
    let units: Int
    let fractionDigits: Int

    init?(_ number: Number) {
        let text = number.description
        if text.utf8.contains(UInt8(ascii: "e")) { return nil }
        let parts = text.split(separator: ".")
        fractionDigits = parts.count > 1 ? parts[1].utf8.count : 0
        guard let units = Int(parts.joined()) else { return nil }
        self.units = units
    }

    func times(_ factor: Int) -> String? {
        let (product, overflow) = units.multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        if fractionDigits == 0 { return String(product) }
        var digits = String(product.magnitude)
        if digits.utf8.count <= fractionDigits {
            digits = String(repeating: "0", count: fractionDigits + 1 - digits.utf8.count) + digits
        }
        return (product < 0 ? "-" : "") + digits.dropLast(fractionDigits) + "."
            + digits.suffix(fractionDigits)
    }
}
