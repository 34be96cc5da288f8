internal import Events
internal import Files

/// What to do next with a stream.
enum StreamJob {
    /// Read a piece of lines of a file into a block.
    case parseLines(ParsedBlock, LineBlock, file: Int32, sequence: Int)
    /// Read the next elements of the open array into a block.
    case parseArray(ParsedBlock, sequence: Int, ArrayBox)
    /// Hand a block to a shard's consumer.
    case consume(ParsedBlock, shard: Int)
    case nothing
}

/// An array parser that one thread at a time works with.
final class ArrayBox {
    var parser: ArrayParser

    init(_ parser: consuming ArrayParser) {
        self.parser = parser
    }
}

/// How far a stream is: which blocks are read, in which order they count, and who has consumed them.
///
/// Blocks are in a ring. A block is claimed, parsed by any thread, is next in the stream when
/// all before it are parsed, is consumed by every shard, and is then reused.
struct StreamWork {
    private let inputs: [EventInput]
    private let ring: [ParsedBlock]
    private let explained: Int
    private let shardCount: Int
    private var isParsed: [Bool]
    private var current = -1
    private var cursor = Cursor.none
    private var claimed = 0
    private var sequenced = 0
    private var consumed: [Int]
    private var isConsuming: [Bool]
    /// Blocks before this one are free.
    private var freed = 0
    private var linesBefore = 0
    private var fileOfLines: Int32 = -1
    private(set) var rejections: Rejections
    private(set) var statistics = StreamStatistics()
    private(set) var latestBlocks = LatestBlocks()
    private(set) var broken: [BrokenArray] = []
    private(set) var times = PhaseTimes()
    /// Bytes of blocks that are done with.
    private(set) var doneBytes = 0
    /// Text that is done with and still in memory.
    private var done = ByteSlice.empty
    private var forgettable: [ByteSlice] = []
    private(set) var failure: FileError?
    /// A consumer met an event that comes too late in the stream.
    private(set) var isOutOfOrder = false

    struct BrokenArray {
        let file: Int
        let details: ArrayParser.Broken
    }

    private enum Cursor {
        case none
        case lines(LineBlocks)
        /// `isBusy` while a thread reads from it.
        case array(ArrayBox, isBusy: Bool)
    }

    init(_ request: ReplayRequest, shardCount: Int, _ hash: IdentifierHash) throws(FileError) {
        inputs = request.inputs
        explained = Rejections.explained(request)
        self.shardCount = shardCount
        // Each thread can have one in work, with as many more ready for its next step.
        let count = request.threads == 1 ? 1 : request.threads * 2 + 2
        ring = (0..<count).map { _ in
            ParsedBlock(request.readingRules, shardCount: shardCount, hash: hash)
        }
        isParsed = ring.map { _ in false }
        consumed = [Int](repeating: 0, count: shardCount)
        isConsuming = [Bool](repeating: false, count: shardCount)
        rejections = try Rejections(request)
        if let before = request.resume?.head.statistics { statistics = before }
    }

    /// The next job for a thread, which prefers the shard with its own number; nil if it must wait.
    mutating func next(for thread: Int) -> StreamJob? {
        guard !isStopped else { return .nothing }
        for offset in 0..<shardCount {
            let shard = (thread + offset) % shardCount
            if !isConsuming[shard], consumed[shard] < sequenced {
                isConsuming[shard] = true
                return .consume(ring[consumed[shard] % ring.count], shard: shard)
            }
        }
        if claimed - freed < ring.count {
            if let job = claim() { return job }
            // Opening the next input may have failed.
            if isStopped { return .nothing }
            if isAtEnd, freed == claimed { return .nothing }
        }
        return nil
    }

    /// Whether nothing will be written, so that nothing needs to be applied any more.
    private var appliesNothing: Bool { rejections.endsTheReplay || !broken.isEmpty }

    private var isStopped: Bool { failure != nil || isOutOfOrder }

    private var isAtEnd: Bool { current >= inputs.count }

    /// Claims the next piece of the stream; nil if there is none, or none yet.
    private mutating func claim() -> StreamJob? {
        let block = ring[claimed % ring.count]
        while true {
            switch cursor {
            case .lines(var source):
                guard let piece = source.next() else { break }
                cursor = .lines(source)
                claimed += 1
                return .parseLines(
                    block, piece, file: Int32(current), sequence: claimed - 1)
            case .array(_, isBusy: true): return nil
            case .array(let box, isBusy: false):
                if box.parser.isDone { break }
                cursor = .array(box, isBusy: true)
                block.reset(file: Int32(current), text: .empty)
                claimed += 1
                return .parseArray(block, sequence: claimed - 1, box)
            case .none: break
            }
            guard openNext() else { return nil }
        }
    }

    private mutating func openNext() -> Bool {
        cursor = .none
        do {
            if current >= 0, current < inputs.count { try inputs[current].file.checkLength() }
        } catch {
            failure = error
            return false
        }
        if current < inputs.count { current += 1 }
        guard current < inputs.count else { return false }
        let text = inputs[current].text
        switch inputs[current].format {
        case .lines: cursor = .lines(LineBlocks(text))
        case .array:
            cursor = .array(ArrayBox(ArrayParser(text, explained: explained)), isBusy: false)
        }
        return true
    }

    /// Ends the reading, since the file at `path` has a line that is too long to be held.
    mutating func fail(_ path: String, longestLine bytes: Int) {
        failure = failure ?? FileError(.read, path, .lineLongerThan(limitBytes: bytes))
    }

    // MARK: Done

    /// A piece of an array is parsed: the next one can be.
    mutating func finishedParsing(
        sequence: Int, _ array: ArrayBox, _ broken: ArrayParser.Broken?
    ) {
        if case .array(let box, isBusy: true) = cursor, box === array {
            cursor = .array(box, isBusy: false)
        }
        if let broken {
            let file = Int(ring[sequence % ring.count].file)
            self.broken.append(BrokenArray(file: file, details: broken))
        }
        finishedParsing(sequence: sequence)
    }

    mutating func finishedParsing(sequence: Int) {
        isParsed[sequence % ring.count] = true
        while sequenced < claimed, isParsed[sequenced % ring.count] { sequenceNext() }
    }

    /// Gives the next block its number in the stream.
    private mutating func sequenceNext() {
        let block = ring[sequenced % ring.count]
        if block.file != fileOfLines { (fileOfLines, linesBefore) = (block.file, 0) }
        block.linesBefore = linesBefore
        linesBefore += block.lineCount
        statistics.add(block.statistics)
        latestBlocks.note(block)
        do {
            try rejections.take(block)
        } catch {
            failure = error
        }
        isParsed[sequenced % ring.count] = false
        sequenced += 1
        guard appliesNothing else { return }
        for shard in 0..<shardCount where !isConsuming[shard] { consumed[shard] = sequenced }
        freeConsumed()
    }

    mutating func finishedConsuming(shard: Int, inOrder: Bool, _ failure: FileError?) {
        isConsuming[shard] = false
        consumed[shard] += 1
        if appliesNothing { consumed[shard] = sequenced }
        if !inOrder { isOutOfOrder = true }
        if let failure { self.failure = failure }
        freeConsumed()
    }

    private mutating func freeConsumed() {
        guard let least = consumed.min() else { return }
        while freed < least {
            let text = ring[freed % ring.count].text
            doneBytes += text.count
            forget(text)
            freed += 1
        }
    }

    /// Notes what is done with.
    private mutating func forget(_ text: ByteSlice) {
        guard text.count > 0 else { return }
        guard done.base + done.count == text.base else {
            forgettable.append(done)
            done = text
            return
        }
        done = ByteSlice(base: done.base, count: done.count + text.count)
        guard done.count > Self.forgottenBytes else { return }
        forgettable.append(done)
        done = ByteSlice(base: done.base + done.count, count: 0)
    }

    /// Text whose memory can be released: a good deal at a time, since that interrupts all threads.
    mutating func takeForgettable() -> [ByteSlice] {
        defer { forgettable = [] }
        return forgettable
    }

    private static let forgottenBytes = 8 << 20

    mutating func add(_ more: PhaseTimes) {
        times = times + more
    }
}
