extension RandomAccessCollection {
    /// The index of the first element for which `isSecond` holds, or the end if it holds for none. Once it
    /// holds for an element, it must hold for all after it.
    ///
    /// - Complexity: O(log *elements*).
    @inlinable
    package func partitioningIndex(where isSecond: (Element) -> Bool) -> Index {
        var (low, count) = (startIndex, count)
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if isSecond(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
