import RegularExpressions
import Testing

@testable import JSONSchema

@Suite("Joining types")
struct JoiningTypeTests {
    @Test(
        "are those of letters and marks that Swift's version of Unicode has",
        arguments: ["Dual_Joining", "Right_Joining", "Left_Joining", "Transparent"])
    func categories(type: String) throws {
        let isMarks = type == "Transparent"
        var count = 0
        for run in JoiningType.scalars(type[...]).runs {
            for value in run {
                let category = try #require(Unicode.Scalar(value)).properties.generalCategory
                let isExpected =
                    switch category {
                    case .modifierLetter: true  // Adlam has one that is passed over.
                    case .otherLetter: !isMarks
                    case .nonspacingMark, .enclosingMark, .format: isMarks
                    default: !isMarks && category != .unassigned
                    }
                #expect(isExpected, "\(String(value, radix: 16)) is \(category)")
                count += 1
            }
        }
        #expect(count > 4)
    }

    @Test("a non-joiner breaks a join over marks only")
    func join() {
        let (beh, alef, fatha, nonJoiner): (UInt32, UInt32, UInt32, UInt32) =
            (0x628, 0x627, 0x64E, 0x200C)
        #expect(JoiningType.isJoin([beh, fatha, nonJoiner, fatha, beh], at: 2))
        #expect(JoiningType.isJoin([beh, nonJoiner, alef], at: 1))
        #expect(!JoiningType.isJoin([alef, nonJoiner, beh], at: 1))
        #expect(!JoiningType.isJoin([beh, nonJoiner], at: 1))
    }
}
