internal import Events
internal import Files
public import Payments

/// What a stream has instead of a payment that no event names.
public struct NearestPayments: Sendable {
    /// The identifiers most like it, the nearest first; few, and none where none is near.
    public let names: [String]
    /// When the first event names the payment itself, if one does after `--until`.
    public let namedAt: Timestamp?
    /// What else has the identifier, and the first payments that have to do with it.
    public let others: [OtherName]
}

/// Something other than a payment that has an identifier.
public struct OtherName: Sendable {
    public let kind: Kind
    /// A few of the payments, in the order in which events name them.
    public internal(set) var payments: [String]

    public enum Kind: Sendable, CaseIterable {
        case client, attempt, event
    }
}

extension Replay {
    /// Looks through the whole stream, whatever `request.until`, for identifiers like `payment`. Only
    /// for telling people what they may have meant.
    ///
    /// - Throws: `ReplayFailure` if a file cannot be read.
    public static func nearest(
        to payment: String, _ request: ReplayRequest
    ) throws(ReplayFailure) -> NearestPayments {
        var request = request
        request.until = nil
        let search = NearestSearch(payment)
        _ = try ReplayFailure.catching { () throws(FileError) in
            try StreamEngine(request, shardCount: 1, IdentifierHash()).run { block, _ in
                search.take(block)
                return true
            }
        }
        return NearestPayments(
            names: search.names, namedAt: search.namedAt, others: search.others)
    }
}

/// Keeps the nearest identifiers of blocks.
private final class NearestSearch: @unchecked Sendable {
    // Unchecked, since the engine gives its only shard to one thread at a time.
    private var distance: EditDistance
    private var best: [(distance: Int, name: String)] = []
    private(set) var namedAt: Timestamp?
    private(set) var others: [OtherName] = []
    private static let mostNames = 3
    private let name: ByteSlice
    private let arena = ScratchArena(chunkBytes: 4096)

    init(_ payment: String) {
        distance = EditDistance(to: Array(payment.utf8))
        name = arena.copy(payment)
    }

    var names: [String] { best.map(\.name) }

    func take(_ block: ParsedBlock) {
        block.withRecords(ofShard: 0) { records in
            for index in 0..<records.count { take(records[index].pointee) }
        }
    }

    private func take(_ record: EventRecord) {
        noteOthers(record)
        // As near as the worst that is kept is not near enough.
        let limit = best.count < Self.mostNames ? distance.limit : (best.last?.distance ?? 1) - 1
        guard limit >= 0, let found = distance.distance(to: record.payment.buffer, limit) else {
            return
        }
        if found == 0 {
            namedAt = min(namedAt ?? record.at, record.at)
            return
        }
        let name = record.payment.string
        guard !best.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) else { return }
        let index = best.firstIndex { $0.distance > found } ?? best.count
        best.insert((found, name), at: index)
        if best.count > Self.mostNames { best.removeLast() }
    }

    /// Notes what else of the event has the identifier.
    private func noteOthers(_ record: EventRecord) {
        if let id = record.id, id == name { note(.event, record) }
        switch record.payload {
        case .created(let created): if created.client == name { note(.client, record) }
        case .attempted(let attempted): if attempted.attempt == name { note(.attempt, record) }
        case .result(let result): if result.attempt == name { note(.attempt, record) }
        case .clockAdvanced: break
        }
    }

    private func note(_ kind: OtherName.Kind, _ record: EventRecord) {
        let payment = record.payment.string
        guard let index = others.firstIndex(where: { $0.kind == kind }) else {
            others.append(OtherName(kind: kind, payments: [payment]))
            return
        }
        let known = others[index].payments
        guard known.count < Self.mostNames,
            !known.contains(where: { $0.utf8.elementsEqual(payment.utf8) })
        else { return }
        others[index].payments.append(payment)
    }
}

/// How many bytes must be inserted, deleted or replaced to get from one text to another.
struct EditDistance {
    private let text: [UInt8]
    private var row: [Int]
    /// The most that is worth naming: a third of the text, and little of a long one.
    let limit: Int

    init(to text: [UInt8]) {
        self.text = text
        row = Array(0...text.count)
        limit = min(3, max(1, text.count / 3))
    }

    /// The distance, if it is at most `limit`.
    ///
    /// - Complexity: O(*length* · *limit*): only what can still become near is looked at.
    mutating func distance(to other: UnsafeBufferPointer<UInt8>, _ limit: Int) -> Int? {
        guard abs(text.count - other.count) <= limit else { return nil }
        for column in 0...min(text.count, limit) { row[column] = column }
        for line in 0..<other.count {
            let first = max(0, line - limit)
            let last = min(text.count - 1, line + limit)
            guard first <= last else { return nil }
            if fill(other[line], line, first...last, limit) > limit { return nil }
        }
        return row[text.count] <= limit ? row[text.count] : nil
    }

    /// The next row of the table within the band; returns its least value.
    private mutating func fill(
        _ byte: UInt8, _ line: Int, _ band: ClosedRange<Int>, _ limit: Int
    ) -> Int {
        var diagonal = row[band.lowerBound]
        // Left of the band nothing can become near.
        row[band.lowerBound] = band.lowerBound == 0 ? line + 1 : limit + 1
        var least = row[band.lowerBound]
        for column in band {
            let isAtEdge = column == line + limit
            let above = isAtEdge ? limit + 1 : row[column + 1]
            let replaced = diagonal + (text[column] == byte ? 0 : 1)
            diagonal = above
            row[column + 1] = min(replaced, min(above, row[column]) + 1)
            least = min(least, row[column + 1])
        }
        return least
    }
}
