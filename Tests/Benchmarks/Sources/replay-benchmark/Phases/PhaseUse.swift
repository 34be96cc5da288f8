import Replay

/// What a replay in this process took, and of what.
struct PhaseUse {
    let threads: Int
    let wallSeconds: Double
    let events: Int
    let payments: Int
    let streamBytes: Int
    /// What the payments take in memory.
    let stateBytes: Int
    /// In the order in which they follow one another.
    let phases: [Phase]

    /// Seconds of all threads together.
    struct Phase {
        let name: String
        let seconds: Double
        /// Of the time of all threads, 1 for all of it.
        let share: Double
    }

    init(_ result: ReplayResult, threads: Int, wallNanoseconds: UInt64, streamBytes: Int) {
        self.threads = threads
        self.streamBytes = streamBytes
        wallSeconds = Double(wallNanoseconds) / 1e9
        events = result.eventCount
        payments = result.paymentCount
        stateBytes = result.stateBytes
        let all = Double(wallNanoseconds) * Double(threads)
        let times = result.times
        // Writing is measured once, around all threads.
        let writing = Double(times.writing) * Double(threads)
        let measured = [
            ("reading", Double(times.reading)), ("parsing", Double(times.parsing)),
            ("applying", Double(times.applying)), ("writing", writing),
        ]
        let rest = all - measured.reduce(0) { $0 + $1.1 }
        phases = (measured + [("rest", max(0, rest))]).map { name, nanoseconds in
            Phase(name: name, seconds: nanoseconds / 1e9, share: nanoseconds / all)
        }
    }

    var bytesPerPayment: Double { Double(stateBytes) / Double(max(1, payments)) }
}
