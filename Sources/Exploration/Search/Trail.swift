internal import Events
internal import Payments
internal import Replay
internal import Stories

extension Search {
    /// The moves that first led to `state`.
    private func moves(to state: StateID) -> [Move] {
        var moves: [Move] = []
        var state = state
        while let origin = table.origin(of: state) {
            moves.append(origin.move)
            state = origin.state
        }
        return moves.reversed()
    }

    /// The scene of `state`, as the first moves that led there make it. Only the way there is kept,
    /// since it takes far less memory than payments do, and less time to go than all that lead on.
    func scene(_ state: StateID) -> Scene {
        var scene = Scene()
        for move in moves(to: state) { take(move, in: &scene) }
        return scene
    }

    /// The event that `move` means in `scene`.
    private func event(_ move: Move, in scene: Scene) -> PaymentEvent {
        let actions = cast.actions(scene.payment)
        return PaymentEvent(at: scene.times[move.time], action: actions[move.action])
    }

    private func take(_ move: Move, in scene: inout Scene) {
        let event = event(move, in: scene)
        machine.take(event, on: &scene.payment, methods: cast.world.methods)
        scene.clock = event.at
    }

    /// The events that lead to the step that was taken at `origin`, and where the clock stops then.
    func witness(_ origin: StepOrigin) -> Witnesses.Witness {
        var scene = Scene()
        var events: [RecordedEvent] = []
        for move in moves(to: origin.state) {
            events.append(cast.recorded(event(move, in: scene)))
            take(move, in: &scene)
        }
        if origin.isClosing {
            return Witnesses.Witness(events: events, end: scene.times[origin.move.time])
        }
        let last = event(origin.move, in: scene)
        return Witnesses.Witness(events: events + [cast.recorded(last)], end: last.at)
    }
}
