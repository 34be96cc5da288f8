import Testing

@testable import Events

/// What is said of mistakes that are made in the first hour.
@Suite("Findings about events")
struct EventFindingTests {
    private static func finding(_ event: String) throws -> EventReader.Problem {
        guard case .invalid(let problems) = EventReader().read(Array(event.utf8)) else {
            throw Valid()
        }
        return try #require(problems.first)
    }

    private struct Valid: Error {}

    private static func created(at: String = "2026-01-05T10:00:00Z", currency: String) -> String {
        #"{"type":"payment.created","at":"\#(at)","payment":"p","client":"c","method":"m","amount":1,"#
            + #""currency":"\#(currency)"}"#
    }

    @Test(
        "say what a time lacks",
        arguments: [
            (
                "2026-01-05T10:00:00", "`at` has no offset, so it could be any of a day's instants",
                "write 2026-01-05T10:00:00Z if it is UTC, else end it with the offset, as in "
                    + "2026-01-05T10:00:00+01:00"
            ),
            (
                "2026-01-05 10:00:00", "`at` has no offset, so it could be any of a day's instants",
                "write 2026-01-05T10:00:00Z if it is UTC, else end it with the offset, as in "
                    + "2026-01-05T10:00:00+01:00"
            ),
            (
                "2026-01-05 10:00:00Z",
                "`at` has a space where RFC 3339 has a T, between the day and the time",
                "write 2026-01-05T10:00:00Z"
            ),
            (
                "noon",
                "`at` is not an RFC 3339 time from 1678 to 2260 with up to nine fraction digits",
                "write it like 2026-01-05T10:00:00Z or 2026-01-05T11:00:00.25+01:00"
            ),
        ])
    func times(at: String, message: String, hint: String) throws {
        let problem = try Self.finding(Self.created(at: at, currency: "EUR"))
        #expect(problem.message == message)
        #expect(problem.hint == hint)
    }

    @Test(
        "say which currencies there are",
        arguments: [
            ("BTC", "there is no ISO 4217 currency `BTC` with a minor unit"),
            ("XAU", "there is no ISO 4217 currency `XAU` with a minor unit"),
            ("eur", "`currency` must be in upper-case letters"),
            ("Euro", "`currency` must be an ISO 4217 code that has a minor unit"),
        ])
    func currencies(currency: String, message: String) throws {
        #expect(try Self.finding(Self.created(currency: currency)).message == message)
    }

    @Test(
        "say what to write instead of null",
        arguments: [
            (
                #""outcome":"succeeded","error":null"#, "`error` must not be null",
                "a succeeded result has no error: leave `error` out"
            ),
            (
                #""outcome":"failed","error":null"#, "`error` must not be null",
                "leave `error` out where there is none"
            ),
            (
                #""outcome":null"#, "`outcome` must not be null",
                "`gateway.result` requires a value"
            ),
        ])
    func nulls(members: String, message: String, hint: String) throws {
        let event =
            #"{"type":"gateway.result","at":"2026-01-05T10:00:00Z","payment":"p","attempt":"a",\#(members)}"#
        let problem = try Self.finding(event)
        #expect(problem.message == message)
        #expect(problem.hint == hint)
    }

    @Test("list the types for one that there is not, and suggest none that means something else")
    func types() throws {
        let problem = try Self.finding(
            #"{"type":"payment.refunded","at":"2026-01-05T10:00:00Z","payment":"p"}"#)
        #expect(problem.message == "there is no event type `payment.refunded`")
        #expect(
            problem.hint
                == "one of payment.created, payment.attempted, gateway.result, clock.advanced")
    }

    @Test("say how a time in seconds is written")
    func epoch() throws {
        let problem = try Self.finding(#"{"type":"clock.advanced","at":1767607200}"#)
        #expect(problem.message == "`at` must be a string")
        #expect(problem.hint == #"write the time as text, such as "2026-01-05T10:00:00Z""#)
    }
}
