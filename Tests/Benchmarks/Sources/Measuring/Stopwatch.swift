import Glibc

/// Tells the time, and measures short work by doing it often.
public enum Stopwatch {
    private static let minimumNanoseconds: UInt64 = 20_000_000

    /// The nanoseconds that each of the `count` parts of `body` takes, over as many rounds as last
    /// long enough. `body` returns something, so that its work cannot be left out.
    public static func average(of count: Int, _ body: () -> Int) -> Double {
        var rounds = 0
        let start = now
        var elapsed: UInt64 = 0
        repeat {
            sink = sink &+ body()
            rounds += 1
            elapsed = now - start
        } while elapsed < minimumNanoseconds
        return Double(elapsed) / Double(rounds * max(count, 1))
    }

    nonisolated(unsafe) private static var sink = 0

    /// Nanoseconds since some moment, the same for the whole process.
    public static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}

extension [Double] {
    /// The middle value; 0 if there is none.
    public var median: Double {
        if isEmpty { return 0 }
        let sorted = self.sorted()
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    }

    /// The geometric mean; 1 if there is no value.
    public var geometricMean: Double {
        isEmpty ? 1 : exp(map { log($0) }.reduce(0, +) / Double(count))
    }
}
