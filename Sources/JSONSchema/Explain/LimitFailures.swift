import Documents

extension Failure {
    /// The validation that was given up, at the value that it began with or a pattern stopped at.
    static func limit(
        _ reason: Machine.Abortion, at index: Int, _ schema: Node, _ machine: Machine
    ) -> Failure {
        switch reason {
        case .tooDeep where machine.code.program.hasCycles:
            return limit(
                "the schema refers back to itself without going down into the value",
                machine.node(index), schema)
        case .tooDeep:
            return limit(
                "more than \(machine.code.limits.depth) schemas are nested", machine.node(index),
                schema)
        case .tooManySteps:
            return limit("the schema takes too many steps", machine.node(index), schema)
        case .tooMuchOutput:
            let bytes = machine.code.limits.outputBytes
            return limit("the errors take more than \(bytes) bytes", machine.node(index), schema)
        case .tooManyFailures:
            let most = machine.code.limits.failures
            return limit("it breaks more than \(most) rules", machine.node(index), schema)
        case .pattern(let id, let node):
            let source = machine.code.program.patterns[Int(id)].source
            let pattern = ValueText.quoted(source)
            return limit("the pattern \(pattern) takes too many steps", machine.node(node), schema)
        }
    }

    /// The validation that needs a larger stack than the system gives.
    static func tooDeep(_ instance: Node, _ program: SchemaProgram, _ root: BlockID) -> Failure {
        let schema = program.blockOrigins[Int(root)].schema
        return limit("the schemas are nested too deeply for the stack", instance, schema)
    }

    private static func limit(_ why: String, _ instance: Node, _ schema: Node) -> Failure {
        Failure(
            keyword: "limit", instance: instance, schema: schema,
            message: "cannot be validated: " + why, hint: nil)
    }
}
