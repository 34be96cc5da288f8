internal import JSONText
internal import Payments

/// Parses one event at a time, straight from bytes.
struct EventParser: ~Copyable {
    var event = ScannedEvent()
    var decoder: EventDecoder
    let scratch: ScratchArena

    init(scratch: ScratchArena) {
        self.scratch = scratch
        decoder = EventDecoder(scratch: scratch)
    }

    enum Verdict {
        case event
        /// The JSON is well-formed, but the event breaks a rule.
        case invalid
        /// The JSON is broken where the scanner's fault says.
        case broken
    }

    /// Parses the value at the scanner's position, which is not white space, into `record`.
    @inline(__always)
    mutating func parse(
        _ scanner: inout JSONScanner, into record: UnsafeMutablePointer<EventRecord>
    ) -> Verdict {
        guard scanner.byte == UInt8(ascii: "{") else {
            return scanner.skipValue() ? .invalid : .broken
        }
        guard scanner.scanEvent(into: &event, scratch: scratch) else { return .broken }
        guard scanner.loneSurrogate == nil else { return .invalid }
        return decode(into: record) ? .event : .invalid
    }

    /// Fills `record` from the scanned fields; false if a rule is broken.
    @inline(never)
    private mutating func decode(into record: UnsafeMutablePointer<EventRecord>) -> Bool {
        let common = EventType.clockAdvanced.required
        guard event.given.isSuperset(of: common), let type = decoder.type(event[.type]),
            event.given.isSuperset(of: type.required),
            event.repeated.isDisjoint(with: type.listed)
        else { return false }
        return decoder.fill(
            record, type, from: ScannedSource(fields: event.slots, given: event.given))
    }

    // MARK: The fast ways

    /// What a fast way says of a line. It never says that a line is invalid: only the scanner does.
    enum FastReading {
        /// It is a valid event, and the next line begins here.
        case plain(next: UnsafePointer<UInt8>)
        case unknown
    }

    /// Reads the line at `start` if its layout came before.
    @inline(__always)
    mutating func readLayout(
        _ start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>,
        _ known: UnsafeMutablePointer<KnownLines>, into record: UnsafeMutablePointer<EventRecord>
    ) -> FastReading {
        guard let (layout, next) = known.pointee.layouts.find(start, to: end), next <= end,
            decoder.fill(
                record, layout.pointee.leaf.type,
                from: LayoutSource(layout: layout, start: start))
        else { return .unknown }
        return .plain(next: next)
    }

    /// Reads the line at `start` if its shape came before.
    @inline(__always)
    mutating func readShape(
        _ start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>,
        _ known: UnsafeMutablePointer<KnownLines>, into record: UnsafeMutablePointer<EventRecord>
    ) -> FastReading {
        guard let (leaf, next) = known.pointee.shapes.match(start, into: event.slots), next <= end,
            decoder.fill(record, leaf.type, from: ShapeSource(fields: event.slots, leaf: leaf))
        else { return .unknown }
        return .plain(next: next)
    }
}
