import SourceText
import Testing

@Suite("The partitioning index")
struct PartitioningIndexTests {
    @Test("is that of the first element that holds, in a slice too", arguments: 0...20)
    func first(count: Int) {
        let numbers = Array(0..<count)
        for bound in 0...count {
            #expect(numbers.partitioningIndex { $0 >= bound } == bound)
            #expect(numbers[bound...].partitioningIndex { $0 >= count } == count)
        }
    }
}
