public import SourceText

/// The findings of this floor, for the catalogue that `connectorctl explain-code` prints.
public enum ScenarioCodes {
    /// Every code of this stage.
    public static let all: [DiagnosticCode] = [
        .scenarioTimeInvalid, .scenarioTimeOutside, .scenarioWithoutEvents,
        .scenarioFileNotFound, .scenarioConfigInvalid, .scenarioNameUnknown, .expectationFailed,
    ]
}

extension DiagnosticCode {
    /// What is neither an offset nor an instant.
    static let scenarioTimeInvalid = DiagnosticCode(
        "scenario-time-invalid", .error,
        reason:
            "Times in scenarios are offsets from `start`, with the units d, h, m, s and ms, each "
            + "at most once and the greatest first, or RFC 3339 times from 1678 to 2260.",
        remedy: "Write an offset such as 90s, 15m or 1h30m, or a time such as "
            + "2026-01-05T10:15:00Z.")

    /// A time that the scenario's clock never reaches.
    static let scenarioTimeOutside = DiagnosticCode(
        "scenario-time-outside", .error,
        reason:
            "A scenario's clock runs from `start` to `until`, or to the last event where there is "
            + "no `until`. Nothing happens outside that time, so an expectation about it could "
            + "never fail.",
        remedy: "Correct the time, or let the scenario begin earlier (`start`) or end later "
            + "(`until`).")

    /// A scenario in which nothing happens.
    static let scenarioWithoutEvents = DiagnosticCode(
        "scenario-without-events", .error,
        reason: "A scenario in which no event of a payment happens before its clock stops tests "
            + "nothing, and would pass in silence.",
        remedy:
            "Give at least one event in `events` that is not after `until`, or a file with events "
            + "in `eventsFile`.")

    /// A path of a scenario that leads nowhere.
    static let scenarioFileNotFound = DiagnosticCode(
        "scenario-file-not-found", .error,
        reason: "`config` names the folder of the configuration under test and `eventsFile` a file "
            + "of events, both relative to the scenario's file.",
        remedy: "Correct the path.")

    /// A scenario whose configuration cannot be used.
    static let scenarioConfigInvalid = DiagnosticCode(
        "scenario-config-invalid", .error,
        reason: "The configuration under test has errors, so nothing can be said about what it "
            + "would do.",
        remedy:
            "Run `connectorctl validate` on the configuration's folder and fix what it reports.")

    /// An expectation about somebody who does not appear.
    static let scenarioNameUnknown = DiagnosticCode(
        "scenario-name-unknown", .error,
        reason:
            "An expectation names a payment, an attempt or a client that no event of the scenario "
            + "names up to where its clock stops. That can only be a mistake in writing.",
        remedy: "Correct the name, add the event that is missing, or give a later `until`.")

    /// What was expected did not happen.
    static let expectationFailed = DiagnosticCode(
        "expectation-failed", .error,
        reason: "The scenario's events lead to something other than the expectation: the "
            + "configuration, the program or the expectation is not what its author meant.",
        remedy: "Compare expected and actual; `connectorctl explain` tells the whole story of a "
            + "payment of an event file.")
}
