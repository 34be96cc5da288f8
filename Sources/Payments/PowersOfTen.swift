/// 10⁰ to 10¹⁸, which are all that 64 bits hold.
let powersOfTen: [Int64] = {
    var powers: [Int64] = [1]
    for _ in 1...18 { powers.append((powers.last ?? 1) * 10) }
    return powers
}()
