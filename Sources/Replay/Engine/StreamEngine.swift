internal import Events
internal import Files
internal import Parallelism

/// Runs a stream through its consumers: blocks are read side by side, and every shard's consumer gets
/// all blocks in stream order, one at a time. Shards never touch each other, so that nothing is locked
/// while events are parsed or applied; only whole blocks change hands under a lock.
struct StreamEngine {
    private let request: ReplayRequest
    private let work: Monitor<StreamWork>
    private let explained: Int

    init(_ request: ReplayRequest, shardCount: Int, _ hash: IdentifierHash) throws(FileError) {
        self.request = request
        explained = Rejections.explained(request)
        work = Monitor(try StreamWork(request, shardCount: shardCount, hash))
    }

    /// How reading ended.
    struct Ending {
        let statistics: StreamStatistics
        let latestBlocks: LatestBlocks
        let rejections: Rejections
        let broken: [StreamWork.BrokenArray]
        let isOutOfOrder: Bool
        let times: PhaseTimes
    }

    /// Gives a block to a shard's consumer; false if an event comes too late.
    typealias Consumer = @Sendable (ParsedBlock, _ shard: Int) throws(FileError) -> Bool

    /// Reads the whole stream.
    ///
    /// - Throws: what a consumer throws, or `FileError` if an input became shorter or the file of
    ///   rejected events cannot be written.
    func run(_ consume: @escaping Consumer) throws(FileError) -> Ending {
        Parallel.forEach(request.threads) { thread in
            var clock = PhaseClock(request.clock)
            loop(thread, &clock, consume)
            let times = clock.times
            work.change { $0.add(times) }
        }
        let state = work.change { $0 }
        if let failure = state.failure { throw failure }
        return Ending(
            statistics: state.statistics, latestBlocks: state.latestBlocks,
            rejections: state.rejections, broken: state.broken,
            isOutOfOrder: state.isOutOfOrder, times: state.times)
    }

    private func loop(_ thread: Int, _ clock: inout PhaseClock, _ consume: Consumer) {
        // Reached by address, since every event does.
        let known = UnsafeMutablePointer<KnownLines>.allocate(capacity: 1)
        known.initialize(to: KnownLines())
        defer {
            known.deinitialize(count: 1)
            known.deallocate()
        }
        while true {
            switch work.wait({ $0.next(for: thread) }) {
            case .nothing:
                // The others may be waiting for what will not come any more.
                work.change { _ in }
                return
            case .parseLines(_, let piece, let file, _) where isTooLong(piece):
                let path = request.inputs[Int(file)].path
                work.change { $0.fail(path, longestLine: request.longestLineBytes ?? 0) }
            case .parseLines(let block, let piece, let file, let sequence):
                block.reset(file: file, text: piece.lines)
                read(block, &clock)
                clock.measure(\.parsing) {
                    var parser = LineParser(into: block, explained: explained, known: known)
                    parser.parse()
                    block.distribute()
                }
                finish { $0.finishedParsing(sequence: sequence) }
            case .parseArray(let block, let sequence, let box):
                let broken = clock.measure(\.parsing) {
                    let broken = box.parser.parse(into: block)
                    block.distribute()
                    return broken
                }
                finish { $0.finishedParsing(sequence: sequence, box, broken) }
            case .consume(let block, let shard):
                apply(block, shard, &clock, consume)
            }
        }
    }

    private func isTooLong(_ piece: LineBlock) -> Bool {
        request.longestLineBytes.map(piece.overflows) ?? false
    }

    /// Notes that a job is done, and releases the text that nobody needs any more: not under the lock,
    /// since that takes as long as many jobs.
    private func finish(_ job: (inout StreamWork) -> Void) {
        let forgettable = work.change { work in
            job(&work)
            return work.takeForgettable()
        }
        for text in forgettable { POSIX.forget(UnsafeRawBufferPointer(text.buffer)) }
    }

    /// Has the system bring in a block's pages; only to see how long that takes, since it would do so
    /// anyway as they are touched.
    private func read(_ block: ParsedBlock, _ clock: inout PhaseClock) {
        guard clock.isRunning else { return }
        clock.measure(\.reading) { POSIX.populate(UnsafeRawBufferPointer(block.text.buffer)) }
    }

    private func apply(
        _ block: ParsedBlock, _ shard: Int, _ clock: inout PhaseClock, _ consume: Consumer
    ) {
        var (isInOrder, failure) = (true, FileError?.none)
        clock.measure(\.applying) {
            do throws(FileError) {
                isInOrder = try consume(block, shard)
            } catch {
                failure = error
            }
        }
        finish { $0.finishedConsuming(shard: shard, inOrder: isInOrder, failure) }
        if let progress = request.progress {
            let (bytes, events) = work.change { ($0.doneBytes, $0.statistics.total) }
            progress(ReplayProgress(doneBytes: bytes, events: events))
        }
    }
}
