internal import Events
internal import Files
internal import Parallelism

/// The files whose rows are those of the payments, in their order.
struct RowFiles: Sendable {
    /// A file to be written.
    struct Target: Sendable {
        let kind: RowKind
        let path: String
        /// What precedes the rows.
        let head: [UInt8]
    }

    private let targets: [Target]
    private let files: [RowFile]
    private let rows: PaymentRows
    private let threads: Int

    init(_ request: ReplayRequest, _ targets: [Target]) throws(FileError) {
        threads = request.threads
        rows = PaymentRows(request.setup, paths: request.paths)
        self.targets = targets
        var files: [RowFile] = []
        for target in targets {
            let file = try RowFile(path: target.path)
            try file.begin(target.head)
            files.append(file)
        }
        self.files = files
    }

    /// The first file.
    var first: RowFile? { files.first }

    /// Writes all rows, with as many threads as the replay has. One of them does something else first
    /// that cannot be shared.
    func write(
        _ payments: OrderedPayments, besides other: @Sendable () throws(FileError) -> Void = {}
    ) throws(FileError) {
        let work = Monitor(PartWork(count: payments.count))
        Parallel.forEach(threads) { thread in
            do throws(FileError) {
                if thread == threads - 1 { try other() }
                var buffers = ParallelBuffers(count: files.count)
                var locations = GrowingBuffer<OrderedPayments.Location>()
                while let part = work.change({ $0.next() }) {
                    try write(part, of: payments, &locations, &buffers)
                }
            } catch {
                work.change { $0.failure = $0.failure ?? error }
                for file in files { file.abandon(error) }
            }
        }
        if let failure = work.change({ $0.failure }) { throw failure }
    }

    /// Writes the rows of a bounded replay, which are in temporary files.
    func write(_ states: SpilledStates) throws(FileError) {
        for (target, file) in zip(targets, files) {
            var buffer = OutputBuffer()
            try states.rows(of: target.kind).visit { (_, row) throws(FileError) in
                buffer.append(bytes: row)
                if buffer.count > 1 << 20 { try file.write(&buffer, part: 0, isWhole: false) }
            }
            try file.write(&buffer, part: 0, isWhole: true)
        }
    }

    private func write(
        _ part: Int, of payments: OrderedPayments,
        _ locations: inout GrowingBuffer<OrderedPayments.Location>, _ buffers: inout ParallelBuffers
    ) throws(FileError) {
        payments.list(part: part, into: &locations)
        for (index, file) in files.enumerated() {
            let (kind, buffer) = (targets[index].kind, buffers[index])
            let count = payments.has(kind) ? locations.count : 0
            // Unmanaged: if threads counted at every row who holds the file, they would wait for each
            // other.
            let target = Unmanaged.passUnretained(file)
            for payment in 0..<count {
                payments.prefetch(locations, payment)
                let shard = payments.contents[Int(locations[payment].shard)]
                try rows.append(kind, shard, Int(locations[payment].position), to: &buffer.pointee)
                {
                    buffer throws(FileError) in
                    try target.takeUnretainedValue().write(&buffer, part: part, isWhole: false)
                }
            }
            try file.write(&buffer.pointee, part: part, isWhole: true)
        }
    }

    /// Ends lists and files.
    func complete() throws(FileError) {
        for (target, file) in zip(targets, files) {
            var tail = OutputBuffer()
            guard target.kind.isList else {
                try file.complete(tail, trimming: 0)
                continue
            }
            // The last row loses its comma.
            let trimmed = file.end > target.head.count ? 2 : 0
            tail.append(trimmed > 0 ? "\n]}\n" : "]}\n")
            try file.complete(tail, trimming: trimmed)
        }
    }

    /// The completed files, which do not have their names yet.
    var atomicFiles: [AtomicFile] { files.map(\.file) }
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
