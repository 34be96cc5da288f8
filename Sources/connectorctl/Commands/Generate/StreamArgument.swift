import ArgumentParser
import Generation

/// A share, as people write it.
struct Percent: CustomStringConvertible {
    let perMille: Int

    /// `8`, or `0.5`
    var description: String {
        perMille % 10 == 0 ? "\(perMille / 10)" : "\(perMille / 10).\(perMille % 10)"
    }
}

/// The arguments of options that describe a stream.
enum StreamArgument {
    /// - Throws: `ValidationError` if `text` is not a percentage with at most one decimal place.
    static func percent(_ text: String) throws -> Percent {
        let digits = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let areDigits = digits.allSatisfy { part in
            (1...3).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
        }
        guard areDigits, let whole = Int(Substring(digits[0])), whole <= 100,
            digits.count == 1 || (digits.count == 2 && digits[1].count == 1)
        else { throw refusal(text) }
        let tenths = digits.count == 2 ? Int(Substring(digits[1])) ?? 0 : 0
        guard whole * 10 + tenths <= 1000 else { throw refusal(text) }
        return Percent(perMille: whole * 10 + tenths)
    }

    private static func refusal(_ text: String) -> ValidationError {
        ValidationError(
            "'\(text)' is not a percentage; write a number from 0 to 100, like 8 or 0.5.")
    }

    /// - Throws: `ValidationError` if `text` is not a rate.
    static func rate(_ text: String) throws -> ArrivalRate {
        guard let rate = ArrivalRate(text: text) else {
            throw ValidationError(
                "'\(text)' is not a rate; write payments per second, like 10, or payments/seconds, "
                    + "like 1/60.")
        }
        return rate
    }
}
