import Documents

extension SchemaProgram {
    /// The names that an object plan declares, in order.
    func declaredNames(of plan: Int) -> [String] {
        zip(objectOrigins[plan].names, objects[plan].properties.indices)
            .filter { properties[$1].isDeclared }.map(\.0)
    }
}
