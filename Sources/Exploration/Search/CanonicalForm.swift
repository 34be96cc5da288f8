internal import Payments

/// What is kept of a scene to tell whether the search has been there: a few words of 64 bits.
///
/// **Why two scenes with the same words may be merged.** What leads on from a scene is decided by
/// `Payment.expire` and `Payment.apply`. They
///
/// 1. compare instants only with each other: moving the clock and all deadlines by the same span
///    changes nothing, so deadlines are kept as distances from the clock;
/// 2. ask of a deadline only whether the time of an event is before, at or after it. Events do not go
///    back in time, so what is past stays past, and how long ago does not matter. Events come at the
///    instants of `Scene.times` only, so once no timer can be armed any more, of two distances only
///    their order and whether those instants coincide matter: gaps are capped;
/// 3. use identifiers and positions of attempts only to find an attempt: exchanging two of them, with
///    everything that points to them, changes nothing, so attempts are sorted. Which is the latest is
///    kept, because `Moment` looks at it;
/// 4. compare an attempt's method and amount only with those of a repeat, and the search offers
///    a faithful repeat and one that differs in each, whatever they are. A method's period matters
///    only when an attempt starts, and the search starts one through every method. The payment's own
///    method is only used where none is given, which is the same as giving it. Of an amount it
///    remains visible whether it is the payment's, which decides what is returned;
/// 5. never look at when the payment was created or changed, an attempt was started or answered
///    (whether it was late is kept), or at what an error says.
///
/// So each action at each time of one scene has its like in the other: the same rule, moment,
/// anomalies, verdicts, and again scenes with the same words. What `states.json` shows is kept, except for
/// names, methods and instants. The tests compare searches with and without merging.
enum CanonicalForm {
    /// The words of a scene with so many attempts at most, and one that should not be there.
    static func wordCount(attempts: Int) -> Int { attempts + 2 }

    /// Writes the words of `scene`.
    static func write(_ scene: Scene, attempts: Int, to words: UnsafeMutablePointer<UInt64>) {
        let payment = scene.payment
        let count = payment.attemptCount
        var marks: Marks = [0, 0, 0, 0, 0]
        let positions = payment.positions
        let distances = Distances(scene, attempts)
        for position in 0...attempts {
            guard position < count else {
                words[position + 1] = 0
                continue
            }
            let attempt = payment[attempt: position]
            words[position + 1] = attributes(attempt, payment) | distances.bits(attempt.deadline)
            marks[position] = Self.marks(position, positions, isLatest: position == count - 1)
        }
        sort(words + 1, &marks, count)
        words[0] = header(payment.status, marks, count)
    }

    /// The status, one more than its raw value and 0 for none, the number of attempts, and the marks of
    /// each.
    private static func header(_ status: Status?, _ marks: Marks, _ count: Int) -> UInt64 {
        var header = UInt64(count) << statusBits | (status.map { UInt64($0.rawValue) + 1 } ?? 0)
        for position in 0..<count {
            header |= marks[position] << (statusBits + countBits + markBits * UInt64(position))
        }
        return header
    }

    /// As many as the highest raw value and one more need.
    private static let statusBits = UInt64(Int.bitWidth - Status.allCases.count.leadingZeroBitCount)
    /// For the most attempts, and one that should not be there.
    private static let countBits: UInt64 = 3
    private static let markBits: UInt64 = 5

    private typealias Marks = [5 of UInt64]

    /// What is known of an attempt except for its deadline.
    private static func attributes(_ attempt: Attempt, _ payment: Payment) -> UInt64 {
        let marks = UInt64(attempt.marks) << 2
        let isOther: UInt64 = attempt.amount == payment.amount ? 0 : 1
        let isLate: UInt64 = attempt.isLate ? 2 : 0
        return (marks | isLate | isOther) << Distances.bitCount
    }

    /// What points to an attempt.
    private static func marks(
        _ position: Int, _ positions: Payment.Positions, isLatest: Bool
    ) -> UInt64 {
        let position = Int32(position)
        return (positions.current == position ? 1 : 0) | (positions.armed == position ? 2 : 0)
            | (positions.paidBy == position ? 4 : 0) | (positions.displayed == position ? 8 : 0)
            | (isLatest ? 16 : 0)
    }

    private static func sort(
        _ words: UnsafeMutablePointer<UInt64>, _ marks: inout Marks, _ count: Int
    ) {
        guard count > 1 else { return }
        for position in 1..<count {
            var slot = position
            while slot > 0, (words[slot], marks[slot]) < (words[slot - 1], marks[slot - 1]) {
                (words[slot], words[slot - 1]) = (words[slot - 1], words[slot])
                (marks[slot], marks[slot - 1]) = (marks[slot - 1], marks[slot])
                slot -= 1
            }
        }
    }
}
