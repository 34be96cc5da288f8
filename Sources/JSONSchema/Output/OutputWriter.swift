import Documents

/// Writes results in JSON Schema's output formats, each in one line without its end.
public enum OutputWriter {
    /// The result; `tree` says what is wrong, each unit in front of those within it, and is empty
    /// for a valid value.
    public static func bytes(of tree: [OutputUnit], as format: SchemaOutput) -> [UInt8] {
        if tree.isEmpty { return Array("{\"valid\":true}".utf8) }
        switch format {
        case .flag: return Array("{\"valid\":false}".utf8)
        case .basic: return basic(tree)
        case .detailed: return detailed(OutputUnit.condensed(tree))
        }
    }

    private static func basic(_ units: [OutputUnit]) -> [UInt8] {
        var output = Array("{\"valid\":false,\"errors\":[".utf8)
        for (index, unit) in units.enumerated() {
            output += index == 0 ? "{".utf8 : ",{".utf8
            appendLocations(of: unit, to: &output)
            appendError(of: unit, to: &output)
            output += "}".utf8
        }
        output += "]}".utf8
        return output
    }

    private static func detailed(_ units: [OutputUnit]) -> [UInt8] {
        var output: [UInt8] = []
        for (index, unit) in units.enumerated() {
            let next = index + 1 < units.count ? units[index + 1].depth : nil
            output += "{\"valid\":false,".utf8
            appendLocations(of: unit, to: &output)
            if let next, next > unit.depth {
                output += ",\"errors\":[".utf8
                continue
            }
            appendError(of: unit, to: &output)
            output += "}".utf8
            for _ in 0..<unit.depth - (next ?? 0) { output += "]}".utf8 }
            if next != nil { output.append(UInt8(ascii: ",")) }
        }
        return output
    }

    private static func appendLocations(of unit: OutputUnit, to output: inout [UInt8]) {
        output += "\"keywordLocation\":".utf8
        JSONWriter.append(unit.keywordLocation, to: &output)
        if let location = unit.absoluteKeywordLocation {
            output += ",\"absoluteKeywordLocation\":".utf8
            JSONWriter.append(location, to: &output)
        }
        output += ",\"instanceLocation\":".utf8
        JSONWriter.append(unit.instanceLocation, to: &output)
    }

    private static func appendError(of unit: OutputUnit, to output: inout [UInt8]) {
        output += ",\"error\":".utf8
        JSONWriter.append(unit.error, to: &output)
    }
}
