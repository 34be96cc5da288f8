public import Events
package import Payments
internal import SourceText

/// Facts in the words of a sentence.
public enum Words {
    /// An identifier: as it is where that is plain to see, else in backquotes.
    public static func name(_ id: String) -> String {
        let scalars = id.unicodeScalars
        let isPlain = scalars.allSatisfy { isWord($0) || "-_./:@+#".unicodeScalars.contains($0) }
        let hasPlainEnds = scalars.first.map(isWord) ?? false && scalars.last.map(isWord) ?? false
        return isPlain && hasPlainEnds ? id : "`\(id)`"
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ASCII.isLetterOrDigit(UInt8(truncatingIfNeeded: scalar.value)) }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// An amount with the code of its currency.
    public static func money(_ money: Money) -> String {
        money.amount + " " + money.currency.code
    }

    /// A duration, which is not negative, with the largest units that it has: 1 h 5 min.
    public static func duration(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let rest = attoseconds / 1_000_000_000
        let parts = [
            (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"),
        ]
        var words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let last = fraction(seconds % 60, rest)
        if last != "0" || words.isEmpty { words.append(last + " s") }
        return words.joined(separator: " ")
    }

    /// A duration; one below a second in units of its own: 360 ms.
    static func shortDuration(_ duration: Duration) -> String {
        guard duration > .zero, duration < .seconds(1) else { return self.duration(duration) }
        let nanoseconds = duration.components.attoseconds / 1_000_000_000
        if nanoseconds % 1_000_000 == 0 { return "\(nanoseconds / 1_000_000) ms" }
        return nanoseconds % 1000 == 0 ? "\(nanoseconds / 1000) µs" : "\(nanoseconds) ns"
    }

    private static func fraction(_ seconds: Int64, _ nanoseconds: Int64) -> String {
        if nanoseconds == 0 { return String(seconds) }
        let digits = String(nanoseconds)
        var text = String(repeating: "0", count: 9 - digits.utf8.count) + digits
        while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
        return "\(seconds).\(text)"
    }

    /// An error as the payment card shows it.
    public static func error(_ error: ErrorText) -> String {
        let error = error.cut
        return switch (error.code, error.message) {
        case (let code?, let message?): "\(name(code)) (\(message))"
        case (let code?, nil): name(code)
        case (nil, let message?): "\"\(message)\""
        case (nil, nil): "an error without code and message"
        }
    }

    /// What a method is and where it leads.
    static func route(_ route: Route) -> String {
        guard let connector = route.connector else {
            return "by \(name(route.method)), which is not configured"
        }
        return "by \(name(route.method)) through \(connector)"
    }

    /// Who answers for a method.
    static func gateway(_ route: Route) -> String {
        route.connector ?? "the gateway of \(name(route.method))"
    }

    /// An attempt's amount as a plain decimal.
    package static func decimal(_ amount: WrittenAmount) -> String {
        let digits = String(amount.digits)
        let exponent = Int(amount.exponent)
        if exponent >= 0 { return digits + String(repeating: "0", count: exponent) }
        let missing = max(0, 1 - exponent - digits.utf8.count)
        let padded = String(repeating: "0", count: missing) + digits
        return padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
    }

    /// `a, b and c`.
    public static func list(_ items: [String], _ word: String = "and") -> String {
        items.isEmpty ? "" : Listing.joined(items, by: word)
    }
}
