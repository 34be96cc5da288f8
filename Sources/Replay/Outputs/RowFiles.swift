internal import Files
internal import Payments

/// The files whose rows are those of the payments, in their order.
struct RowFiles: Sendable {
    private let files: [(kind: RowKind, file: RowFile)]
    private let rows: PaymentRows
    private let threads: Int
    private let clock: Timestamp?

    init(_ result: ReplayResult, _ folder: String) throws(FileError) {
        threads = result.request.threads
        clock = result.end
        rows = PaymentRows(result.request.setup, paths: result.request.inputs.map(\.path))
        var files: [(kind: RowKind, file: RowFile)] = []
        for kind in RowKind.allCases where kind != .trace || result.request.keepsTrace {
            files.append((kind, try RowFile(path: PathText.join(folder, kind.fileName))))
        }
        self.files = files
    }

    /// Writes all rows, with as many threads as the replay has.
    func write(_ payments: OrderedPayments) throws(FileError) {
        var heads: [Int] = []
        for (kind, file) in files { heads.append(try begin(file, kind)) }
        let work = Monitor(PartWork(count: payments.count))
        Parallel.forEach(threads) { _ in
            var buffers = ParallelBuffers(count: files.count)
            while let part = work.change({ $0.next() }) {
                do throws(FileError) {
                    try write(part, of: payments, &buffers)
                } catch {
                    work.change { $0.failure = $0.failure ?? error }
                    for (_, file) in files { file.abandon(error) }
                }
            }
        }
        if let failure = work.change({ $0.failure }) { throw failure }
        for (index, (kind, file)) in files.enumerated() {
            try complete(file, kind, head: heads[index])
        }
    }

    private func write(
        _ part: Int, of payments: OrderedPayments, _ buffers: inout ParallelBuffers
    ) throws(FileError) {
        for (index, (kind, file)) in files.enumerated() {
            let buffer = buffers[index]
            try payments.forEach(inPart: part) { (shard, position) throws(FileError) in
                try rows.append(kind, shard, position, to: &buffer.pointee) {
                    buffer throws(FileError) in
                    try file.write(&buffer, part: part, isWhole: false)
                }
            }
            try file.write(&buffer.pointee, part: part, isWhole: true)
        }
    }

    private func begin(_ file: RowFile, _ kind: RowKind) throws(FileError) -> Int {
        var head = OutputBuffer()
        kind.appendHead(to: &head, clock)
        try file.begin(head)
        return head.count
    }

    private func complete(_ file: RowFile, _ kind: RowKind, head: Int) throws(FileError) {
        var tail = OutputBuffer()
        guard kind != .trace else { return try file.complete(tail, trimming: 0) }
        // The last row loses its comma.
        let trimmed = file.end > head ? 2 : 0
        tail.append(trimmed > 0 ? "\n]}\n" : "]}\n")
        try file.complete(tail, trimming: trimmed)
    }

    /// Gives the completed files their names.
    func publish() throws(FileError) {
        for (_, file) in files { try file.publish() }
    }
}

/// Which part is written next.
private struct PartWork {
    private var started = 0
    private let count: Int
    var failure: FileError?

    init(count: Int) {
        self.count = count
    }

    mutating func next() -> Int? {
        guard failure == nil, started < count else { return nil }
        started += 1
        return started - 1
    }
}

/// A thread's buffers, one a file.
private struct ParallelBuffers: ~Copyable {
    private let buffers: UnsafeMutablePointer<OutputBuffer>
    private let count: Int

    init(count: Int) {
        self.count = count
        buffers = .allocate(capacity: count)
        for index in 0..<count { (buffers + index).initialize(to: OutputBuffer()) }
    }

    deinit {
        buffers.deinitialize(count: count)
        buffers.deallocate()
    }

    subscript(index: Int) -> UnsafeMutablePointer<OutputBuffer> { buffers + index }
}

extension RowKind {
    var fileName: String {
        switch self {
        case .states: "states.json"
        case .anomalies: "anomalies.json"
        case .trace: "trace.ndjson"
        }
    }

    /// What stands before the rows.
    func appendHead(to buffer: inout OutputBuffer, _ clock: Timestamp?) {
        switch self {
        case .states: buffer.appendHead("payments", clock)
        case .anomalies: buffer.appendHead("anomalies", clock)
        case .trace: break
        }
    }
}
