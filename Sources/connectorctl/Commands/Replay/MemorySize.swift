import ArgumentParser
import Replay

/// Sizes of memory on the command line.
enum MemorySize {
    /// The bytes of a size such as `64MiB` or `2GiB`; `K`, `M`, `G` and `KB`, `MB`, `GB` mean the same.
    ///
    /// - Throws: `ValidationError` if it is not a size, or less than a replay can do with.
    static func parse(_ text: String) throws -> Int {
        guard let bytes = bytes(text) else {
            throw ValidationError("'\(text)' is not a size; write it like 512MiB or 2GiB.")
        }
        guard bytes >= ReplayRequest.leastMemoryBytes else {
            throw ValidationError(
                "--memory must be at least \(ReplayRequest.leastMemoryBytes >> 20)MiB, not \(text)."
            )
        }
        return bytes
    }

    private static func bytes(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { return nil }
        let shift: Int
        switch text.dropFirst(digits.count).lowercased() {
        case "": shift = 0
        case "k", "kb", "kib": shift = 10
        case "m", "mb", "mib": shift = 20
        case "g", "gb", "gib": shift = 30
        case "t", "tb", "tib": shift = 40
        default: return nil
        }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
        return overflow ? nil : bytes
    }
}
