/// The order in which an event of a payment is checked (`spec/state-machine.md`): a timer that is due
/// fires first, then a result without the right signature is refused, then the rest is applied.
///
/// Whatever drives the state machine goes through here. It is public, since only then is it compiled into
/// its callers in other modules, so that a replay pays nothing for it.
public enum Driver {
    /// Takes the steps of one event, and reports each as soon as it is taken.
    ///
    /// - Parameters:
    ///   - expire: fires the timer that is due before the event.
    ///   - reportTimer: is told the timer's step.
    ///   - refuse: gives the step of an event that may not be applied.
    ///   - apply: applies the event.
    ///   - report: is told the event's step.
    @inlinable
    @inline(__always)
    public static func take(
        firing expire: () -> Step?, reportingTimer reportTimer: (Step) -> Void,
        refusing refuse: () -> Step?, applying apply: () -> Step, reporting report: (Step) -> Void
    ) {
        if let step = expire() { reportTimer(step) }
        report(refuse() ?? apply())
    }
}
