/// How far the reading of input has come, in words.
struct ProgressText {
    let bytes: Int
    /// Nil if unknown.
    let totalBytes: Int?
    let events: Int
    let elapsedSeconds: Double

    /// As in `1.2 GB of 4.8 GB, 25 %, 5.1 M events/s, 1.1 GB/s, 3 s left`; what cannot be said is left
    /// out.
    var text: String {
        [amount, percentage, eventRate, byteRate, timeLeft].compactMap(\.self)
            .joined(separator: ", ")
    }

    private var amount: String {
        let done = Self.scaled(Double(bytes)) + "B"
        guard let totalBytes else { return done }
        return done + " of " + Self.scaled(Double(totalBytes)) + "B"
    }

    /// Rounded down: 100 % is the end.
    private var percentage: String? {
        guard let totalBytes, totalBytes > 0 else { return nil }
        return "\(Int(min(1, Double(bytes) / Double(totalBytes)) * 100)) %"
    }

    private var byteRate: String? {
        perSecond(bytes).map { Self.scaled($0) + "B/s" }
    }

    private var eventRate: String? {
        perSecond(events).map { rate in
            let count = Self.scaled(rate)
            return count + (count.hasSuffix(" ") ? "" : " ") + "events/s"
        }
    }

    private func perSecond(_ count: Int) -> Double? {
        elapsedSeconds > 0 ? Double(count) / elapsedSeconds : nil
    }

    private var timeLeft: String? {
        guard let totalBytes, bytes > 0, bytes < totalBytes, elapsedSeconds > 0 else { return nil }
        let seconds = elapsedSeconds * (Double(totalBytes) / Double(bytes) - 1)
        // An estimate of days would be a useless guess.
        guard seconds < 100 * 3600 else { return nil }
        return Self.duration(seconds: Int(seconds.rounded(.up))) + " left"
    }

    private static func duration(seconds: Int) -> String {
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
        return "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }

    /// Two or three digits with a decimal prefix, up to where a unit begins: `950 `, `1.2 G`.
    static func scaled(_ value: Double) -> String {
        var (value, prefixes) = (value, ["", "k", "M", "G", "T", "P", "E"][...])
        while value >= 999.5, prefixes.count > 1 {
            value /= 1000
            prefixes.removeFirst()
        }
        let prefix = prefixes.first ?? ""
        if prefix.isEmpty || value >= 99.95 { return "\(Int(value.rounded())) \(prefix)" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(prefix)"
    }
}
