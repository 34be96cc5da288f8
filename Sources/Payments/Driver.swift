/// The order in which an event of a payment is checked (`spec/state-machine.md`): a timer that is due
/// fires first, then a result without the right signature is refused, then the rest is applied.
///
/// Whatever drives the state machine goes through here. A driver has nothing of its own and is compiled
/// into its callers, so that a replay pays nothing for it: functions of a package type are inlined in other
/// targets only if the type is usable from inline, too.
@usableFromInline
package enum Driver {
    /// Takes the steps of one event, and reports each as soon as it is taken.
    ///
    /// - Parameters:
    ///   - expire: fires the timer that is due before the event.
    ///   - refuse: gives the step of an event that may not be applied.
    ///   - apply: applies the event.
    ///   - report: is told each step, and whether a timer took it.
    @inlinable
    @inline(__always)
    package static func take(
        firing expire: () -> Step?, refusing refuse: () -> Step?, applying apply: () -> Step,
        reporting report: (Step, _ byTimer: Bool) -> Void
    ) {
        close(firing: expire, reporting: report)
        report(refuse() ?? apply(), false)
    }

    /// Takes the step of a timer that is due when the clock stops.
    @inlinable
    @inline(__always)
    package static func close(
        firing expire: () -> Step?, reporting report: (Step, _ byTimer: Bool) -> Void
    ) {
        if let step = expire() { report(step, true) }
    }
}
