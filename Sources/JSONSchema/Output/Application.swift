/// How a schema comes to be applied, seen from the schema or keyword around it.
enum Application {
    /// By a keyword whose value is the schema, or a reference to it.
    case keyword(String)
    /// By a keyword whose value has the schema under a name.
    case member(String, String)
    /// By a keyword whose value has the schema in a list.
    case element(String, Int)
    /// The schema is in the list that is the innermost keyword's value.
    case branch(Int)

    var tokens: [String] {
        switch self {
        case .keyword(let keyword): [keyword]
        case .member(let keyword, let name): [keyword, name]
        case .element(let keyword, let position): [keyword, String(position)]
        case .branch(let position): [String(position)]
        }
    }
}
