/// Lines of events for tests that need many.
enum EventLines {
    /// An event that creates the payment `id`.
    static func created(_ id: some CustomStringConvertible) -> String {
        #"{"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"\#(id)","client":"c","#
            + #""method":"card","amount":1,"currency":"EUR"}"# + "\n"
    }

    static func created(count: Int) -> String {
        (0..<count).map { created($0) }.joined()
    }

    /// An event that moves the clock to 10:05, and is so long that a replay of it with `--memory 64MiB`
    /// goes through temporary files.
    static let ballast =
        #"{"type":"clock.advanced","at":"2026-01-05T10:05:00Z","note":""#
        + String(repeating: "ballast ", count: 820_000) + "\"}\n"
}
