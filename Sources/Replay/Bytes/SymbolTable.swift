internal import Events
internal import Payments

/// Gives equal texts the same symbol, and keeps one copy of each.
struct SymbolTable: ~Copyable {
    private var slots = HashSlots()
    private var texts = GrowingBuffer<ByteSlice>()
    private let arena: ScratchArena
    private let hash: IdentifierHash
    private var cutTexts: [Symbol: Symbol] = [:]

    init(arena: ScratchArena, hash: IdentifierHash) {
        self.arena = arena
        self.hash = hash
    }

    /// The memory that it has taken, except for the texts.
    var allocatedBytes: Int { slots.allocatedBytes + texts.allocatedBytes }

    /// The symbol of `text`, which is copied the first time.
    @inline(__always)
    mutating func symbol(for text: ByteSlice) -> Symbol {
        let hashed = hash(text)
        if let position = slots.find(hashed, matches: { texts[$0] == text }) {
            return Symbol(rawValue: UInt32(position))
        }
        return add(text, hashed)
    }

    /// The symbol of the text of `symbol` as the row of a step has it.
    mutating func cut(_ symbol: Symbol) -> Symbol {
        let text = texts[Int(symbol.rawValue)]
        guard text.count > CutText.mostBytes else { return symbol }
        if let known = cutTexts[symbol] { return known }
        guard let cut = CutText.cut(text.buffer) else { return symbol }
        let new = self.symbol(for: arena.copy(String(decoding: cut, as: UTF8.self)))
        cutTexts[symbol] = new
        return new
    }

    /// The text of `symbol`.
    @inline(__always)
    subscript(symbol: Symbol) -> ByteSlice { texts[Int(symbol.rawValue)] }

    @inline(never)
    private mutating func add(_ text: ByteSlice, _ hashed: UInt64) -> Symbol {
        let position = texts.count
        // One symbol fewer than 32 bits hold: attempts keep the last one for "none".
        precondition(position < Int(UInt32.max), "fewer than 2^32 - 1 different texts in a shard")
        texts.append(arena.copy(text))
        slots.insert(hashed, position)
        return Symbol(rawValue: UInt32(position))
    }
}
