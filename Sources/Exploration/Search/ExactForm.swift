internal import Payments

/// Every word of a scene: only scenes that are the same in everything are merged. Searches of tests
/// use it, to see that the canonical form loses nothing.
enum ExactForm {
    private static let wordsOfAttempt = 5
    private static let wordsOfPayment = 6

    /// The words of a scene with so many attempts at most, and one that should not be there.
    static func wordCount(attempts: Int) -> Int {
        wordsOfPayment + wordsOfAttempt * (attempts + 1)
    }

    /// Writes the words of `scene`.
    static func write(_ scene: Scene, attempts: Int, to words: UnsafeMutablePointer<UInt64>) {
        let payment = scene.payment
        let positions = payment.positions
        let marks = [
            positions.current, positions.armed, positions.paidBy, positions.displayed,
            Int32(payment.attemptCount), payment.status.map { Int32($0.rawValue) },
        ]
        words[0] = marks.reduce(0) { $0 << 8 | UInt64(UInt8(truncatingIfNeeded: $1 ?? -1)) }
        words[1] = bits(scene.clock)
        words[2] = bits(payment.createdAt)
        words[3] = bits(payment.changedAt)
        words[4] = UInt64(payment.client.rawValue) << 32 | UInt64(payment.method.rawValue)
        words[5] = UInt64(bitPattern: payment.amount) << 8 | UInt64(payment.currency.index)
        for position in 0...attempts {
            let target = words + wordsOfPayment + wordsOfAttempt * position
            guard position < payment.attemptCount else {
                for offset in 0..<wordsOfAttempt { target[offset] = 0 }
                continue
            }
            write(payment[attempt: position], to: target)
        }
    }

    private static func write(_ attempt: Attempt, to words: UnsafeMutablePointer<UInt64>) {
        words[0] =
            attempt.id.rawValue << 48 | UInt64(attempt.method.rawValue) << 8
            | UInt64(attempt.marks)
        words[1] = UInt64(bitPattern: attempt.amount)
        words[2] = bits(attempt.startedAt)
        words[3] = attempt.deadline.map(bits) ?? 0
        words[4] = attempt.resultAt.map(bits) ?? 0
    }

    private static func bits(_ time: Timestamp) -> UInt64 { UInt64(bitPattern: time.nanoseconds) }
}

/// How a search tells scenes apart.
enum Form: Sendable {
    case canonical, exact

    func wordCount(attempts: Int) -> Int {
        switch self {
        case .canonical: CanonicalForm.wordCount(attempts: attempts)
        case .exact: ExactForm.wordCount(attempts: attempts)
        }
    }

    func write(_ scene: Scene, attempts: Int, to words: UnsafeMutablePointer<UInt64>) {
        switch self {
        case .canonical: CanonicalForm.write(scene, attempts: attempts, to: words)
        case .exact: ExactForm.write(scene, attempts: attempts, to: words)
        }
    }
}
