import HashKeys
import Payments
import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("A changed result")
struct FlippedBitTests {
    private static let base =
        #"{"id":"ev-1","type":"gateway.result","at":"2026-01-05T10:02:00.125Z","payment":"p-1","#
        + #""attempt":"a-1","outcome":"failed","note":[1,"x"],"#
        + #""error":{"code":"51","message":"No \u20ac \"left\""}}"#

    @Test("is refused whatever bit of what is signed was changed, and else is not")
    func everyBit() throws {
        let keys = try SignedStream.allKeys()
        let original = SignedSample.read(Self.base)
        let signature = try SignedStream.key("a").signature(of: original.text)
        let line = Array(
            (Self.base.dropLast() + #","signature":"\#(signature)"}"#).utf8)
        let reader = EventReader()
        var (changed, unchanged, invalid) = (0, 0, 0)
        for place in line.indices {
            for bit in 0..<8 {
                var flipped = line
                flipped[place] ^= 1 << bit
                guard case .event(let event) = reader.read(flipped), event.type == "gateway.result"
                else {
                    invalid += 1
                    continue
                }
                let signed = SignedSample.read(String(decoding: flipped, as: UTF8.self))
                let isSame =
                    signed.text == original.text && signed.signature == Array(signature.utf8)
                #expect(
                    keys.verify(signed, connector: 0) == isSame,
                    "\(String(decoding: flipped, as: UTF8.self))")
                #expect(!keys.verify(signed, connector: 1))
                if isSame { unchanged += 1 } else { changed += 1 }
            }
        }
        #expect(changed > 400 && unchanged > 5 && invalid > 400)
    }

    @Test(
        "verifies if only what is not signed was changed",
        arguments: [
            (#"{"id""#, #" { "id""#), (#""note":[1,"x"],"#, ""), (#""note""#, #""amount""#),
            ("\\u20ac", "€"), ("\\\"left\\\"", "\\u0022left\\u0022"), ("51", "\\u00351"),
            (#""id":"ev-1","type":"gateway.result""#, #""type":"gateway.result","id":"ev-1""#),
            (#""code":"51","message""#, #""x":{"code":"52"},"code":"51","message""#),
            (#""outcome":"failed""#, #""\u006futcome" :  "fa\u0069led" "#),
            (#"{"code""#, #"{"reason":null,"code""#), ("gateway.result", "gateway\\u002eresult"),
        ])
    func unsigned(old: String, new: String) throws {
        let changed = Self.base.replacing(old, with: new)
        #expect(changed != Self.base)
        guard case .event = EventReader().read(Array(changed.drop { $0 == " " }.utf8)) else {
            Issue.record("invalid")
            return
        }
        #expect(SignedSample.read(changed).text == SignedSample.read(Self.base).text)
    }

    @Test(
        "is the one that is refused, and no other",
        arguments: [
            ("10:01:00Z", "10:01:00.0Z"), ("ev-3", "ev-33"), (#""id":"ev-3","#, ""),
            (#""code":"51""#, #""code":"5""#), (#""message":"m""#, #""message":"mm""#),
            (#""message":"m""#, #""message":null"#), (#","message":"m""#, ""),
            (#""outcome":"failed","error":{"code":"51","message":"m"}"#, #""outcome":"succeeded""#),
            (#""attempt":"a-1""#, #""attempt":"a-2""#),
            (#""payment":"p-1""#, #""payment":"p-2""#),
        ])
    func exactlyThatOne(old: String, new: String) throws {
        func event(_ type: String, _ payment: String, _ second: Int, _ more: String) -> String {
            let at = Timestamp(
                nanoseconds: 1_767_607_200_000_000_000 + Int64(second) * 1_000_000_000)
            return #"{"id":"ev-\#(second)","type":"\#(type)","at":"\#(at.text)","#
                + #""payment":"\#(payment)","# + more + "}"
        }
        let failed = #""attempt":"a-1","outcome":"failed","error":{"code":"51","message":"m"}"#
        var lines: [String] = []
        for (place, payment) in ["p-1", "p-2"].enumerated() {
            let creation = #""client":"c","method":"card","amount":1,"currency":"EUR""#
            lines += [
                event("payment.created", payment, place, creation),
                event("payment.attempted", payment, 10 + place, #""attempt":"a-1""#),
                event("payment.attempted", payment, 20 + place, #""attempt":"a-2""#),
            ]
        }
        lines += [
            event("gateway.result", "p-1", 60, failed).replacing("ev-60", with: "ev-3"),
            event("gateway.result", "p-2", 61, failed),
            event("gateway.result", "p-2", 62, failed.replacing("a-1", with: "a-2")),
            event("gateway.result", "p-1", 63, #""attempt":"a-2","outcome":"succeeded""#),
        ]
        var signed = try SignedStream.sign(lines)
        signed[6] = signed[6].replacing(old, with: new)
        #expect(signed[6].contains("signature"))
        var inputs = try SharedInputs([signed])
        inputs.setup = SignedStream.setup
        let written = try inputs.replay(ReplayWay(signatureKeys: SignedStream.allKeys()))
        let anomalies = String(decoding: try #require(written["anomalies.json"]), as: UTF8.self)
            .split(separator: "\n").filter { $0.contains("invalid-signature") }
        #expect(anomalies.count == 1)
        #expect(anomalies.first?.contains(#""line":7,"rule":"not-applied""#) ?? false)
    }
}
