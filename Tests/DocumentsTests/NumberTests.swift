import Documents
import TestSupport
import Testing

/// Numbers are exact decimals of any size.
@Suite("Number")
struct NumberTests {
    private func number(_ literal: String) -> Number? {
        Array(literal.utf8).withUnsafeBufferPointer { Number(literal: $0) }
    }

    /// Made with Python's `fractions`: the order of two numbers, and whether the first is a multiple
    /// of the second.
    static let pairs: [(String, String, String, Bool)] = [
        ("504.01336213610742710224", "8.0", ">", false),
        (
            "22175294.01090396360377453094",
            "923668802889207182277524762557694828141835957E7", "<", false
        ),
        ("396.00000000000000000147", "-315494914043210999855.00000000000000000009", ">", false),
        ("-80", "9", "<", false),
        ("483272221834724421758.599", "815", ">", false),
        ("81353788592768801", "27015071603247822E24", "<", false),
        ("61989442819522515031", "717733424842913510875258557515e8", "<", false),
        ("-17E+18", "65598406264220498E14", "<", false),
        ("73", "67343097274871683", "<", false),
        ("68409148506662042087E+8", "592646065286827907661E+12", "<", false),
        ("254", "7e-9", ">", false),
        ("775331840602228090605", "-867709082412183052410e-24", ">", false),
        ("-4679930188535686179E15", "19039243.7", "<", false),
        ("-1.9", "129400526950884000", "<", false),
        ("467175755228707983556137226570E+11", "83377882807348230874", ">", false),
        ("28.00000000000000000005", "628.00000000000000000003", "<", false),
        (
            "-985942561412001133891",
            "-472676174813253781771432374037945957541404306", ">", false
        ),
        ("-464.00000000000000000008", "-92306098.003", ">", false),
        ("79476293E-23", "794762930e-24", "=", true),
        ("64538076952973698089E+11", "6453807695297369808900e9", "=", true),
        ("73093067", "73093067000000e-6", "=", true),
        ("964315806637177915560471367732", "96431580663717791556047136773200e-2", "=", true),
        ("59e-5", "59000000e-11", "=", true),
        ("-4702139932854300783", "-470213993285430078300e-2", "=", true),
        ("16887447574307738694760000000000000000000", "230e18", ">", true),
        ("-42421897610326022374146163281656572980", "-732561963685765231e0", "<", true),
        ("3367840426424164984728.152011", "38325623e-6", ">", true),
        (
            "-23789739204809703743308555162932573306752.760",
            "-262962134266248718342.005", "<", true
        ),
        (
            "5965118591229208802324699468416052180412.598908776359493736",
            "275831135711634502525.345043849253696921", ">", true
        ),
        ("-1579089778319536488288.97474677674045462240", "-81.00000000000000000005", "<", true),
        ("-73627", "-1", "<", true),
        ("5485443840489143211252", "66", ">", true),
        (
            "4495294697368165846731955723958604556.10072203343452687558",
            "83233021155471107.08818213563243907349", ">", true
        ),
        ("2901932675.157", "70066221e-3", ">", true),
        ("337453220", "67490644", ">", true),
        ("2397540600000000", "833E8", ">", true),
        ("420000000000000000000000", "60E21", ">", true),
        ("18200230962015427689377765059.3859012630", "4885589685024608461e-10", ">", true),
    ]

    @Test("order and divisibility agree with exact fractions", arguments: pairs)
    func agreement(left: String, right: String, order: String, isMultiple: Bool) throws {
        let a = try #require(number(left))
        let b = try #require(number(right))
        #expect((a < b) == (order == "<"))
        #expect((a > b) == (order == ">"))
        #expect((a == b) == (order == "="))
        #expect((a.hashValue == b.hashValue) == (order == "="))
        #expect(a.isMultiple(of: b) == isMultiple)
    }

    @Test(
        "spellings of one value are equal",
        arguments: [
            ["1", "1.0", "1e0", "10e-1", "0.1e1", "1.000E+0", "1000e-3"],
            ["0", "-0", "0.0", "0e99", "-0.000E-12"],
            ["-1200", "-12e2", "-1.2e3", "-0.0012E+6"],
            ["123456789012345678901234567890", "1.2345678901234567890123456789e29"],
            ["18446744073709551616", "1844674407370955161.60e1"],
        ])
    func equality(spellings: [String]) throws {
        let first = try #require(number(spellings[0]))
        for spelling in spellings {
            let other = try #require(number(spelling))
            #expect(first == other && !(first < other) && !(other < first))
            #expect(first.hashValue == other.hashValue)
            #expect(first.description == other.description)
        }
    }

    @Test(
        "what is no number in JSON's grammar",
        arguments: [
            "", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "0x1", "1_0", "1 ", "NaN", "1.e1",
            "--1", "1.5.2", "1e5e5", "１",
        ])
    func refused(literal: String) {
        #expect(number(literal) == nil)
    }

    @Test(
        "whole numbers",
        arguments: [
            ("1.0", true), ("1e0", true), ("15e-1", false), ("1.50", false), ("0.000", true),
            ("1e1000000000", true), ("1e-1000000000", false), ("100e-2", true),
        ])
    func integers(literal: String, isInteger: Bool) throws {
        #expect(try #require(number(literal)).isInteger == isInteger)
    }

    @Test(
        "as machine integers",
        arguments: [
            ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("1.2e3", 1_200),
            ("9223372036854775808", nil), ("1e30", nil), ("1e1000000000", nil), ("0.5", nil),
        ])
    func machineIntegers(literal: String, value: Int?) throws {
        #expect(try #require(number(literal)).integer == value)
        if let value { #expect(number(literal) == Number(value)) }
    }

    @Test(
        "huge exponents take no time",
        arguments: [
            ("1e1000000000", "1e999999999", true), ("1e1000000000", "3", false),
            ("3e1000000000", "3", true), ("7e1000000000", "1.28e-1000000000", true),
            ("1e-1000000000", "1e-1000000000", true), ("1e-1000000001", "1e-1000000000", false),
            ("1e1000000000", "123456789012345678901234567890", false),
        ])
    func hugeExponents(left: String, right: String, isMultiple: Bool) throws {
        let a = try #require(number(left))
        let b = try #require(number(right))
        #expect(a.isMultiple(of: b) == isMultiple)
        #expect((a < b) != (a >= b))
    }

    @Test(
        "texts",
        arguments: [
            ("1.0", "1"), ("-0", "0"), ("1e3", "1000"), ("12.50", "12.5"), ("1e21", "1e21"),
            ("123e-3", "0.123"), ("1e-7", "1e-7"), ("0.000001", "0.000001"),
            ("-1234e-9", "-0.000001234"), ("1e20", "100000000000000000000"),
            ("12345678901234567890123.5", "12345678901234567890123.5"),
        ])
    func texts(literal: String, text: String) throws {
        #expect(try #require(number(literal)).description == text)
    }

    @Test("products are multiples of their factors", arguments: 0..<64 as Range<UInt64>)
    func products(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let a = random.next() >> (random.next() % 60) | 1
        let b = random.next() >> (random.next() % 60) | 1
        let product = UInt128(a) * UInt128(b)
        let factor = try #require(number("\(a)e-7"))
        #expect(try #require(number("\(product)e-7")).isMultiple(of: factor))
        #expect(try #require(number("\(product)")).isMultiple(of: factor))
        let other = try #require(number("\(product + 1)e-7"))
        #expect(other.isMultiple(of: factor) == (a == 1))
        #expect(try #require(number("\(product)e-8")) < other)
    }
}
