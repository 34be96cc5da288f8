/// Looks for bytes in bytes.
enum ByteSearch {
    static func holds(_ text: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
        guard let first = word.first, text.count >= word.count else { return false }
        let last = text.endIndex - word.count
        return (text.startIndex...last).contains { index in
            text[index] == first && text[index..<index + word.count].elementsEqual(word)
        }
    }
}
