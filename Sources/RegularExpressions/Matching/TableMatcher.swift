/// Matches by looking up each scalar's class in a table of transitions: one look-up a scalar.
///
/// - Complexity: O(*n*) in the bytes of the text, whatever the pattern.
struct TableMatcher: Sendable {
    let alphabet: Alphabet

    /// The next state for each state and class, and a last column for the end of the text.
    ///
    /// A state is the index of its first transition. The first state has matched; the second can
    /// no longer match; the third is the initial one.
    let transitions: [UInt32]

    func matches(_ text: UTF8Text) -> Bool {
        let endColumn = alphabet.classCount
        let failed = endColumn + 1
        let state = transitions.withUnsafeBufferPointer { transitions in
            alphabet.asciiClasses.withUnsafeBufferPointer { asciiClasses in
                var state = 2 * failed
                var position = 0
                while position < text.count {
                    let scalar = text.scalar(after: &position)
                    let column =
                        scalar < 0x80
                        ? Int(asciiClasses[Int(scalar)]) : alphabet.classIndex(of: scalar)
                    state = Int(transitions[state + column])
                    if state <= failed { return state }
                }
                return Int(transitions[state + endColumn])
            }
        }
        return state == 0
    }
}
