// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A program that measures floors of the house.
func benchmark(_ name: String, of floors: [String]) -> Target {
    .executableTarget(
        name: name,
        dependencies: ["Measuring"] + floors.map { .product(name: $0, package: "connectorctl") },
        swiftSettings: settings)
}

let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "connectorctl", path: "../..")],
    targets: [
        .target(name: "Measuring", swiftSettings: settings),
        benchmark("schema-benchmark", of: ["Documents", "JSONSchema", "SourceText"]),
        benchmark(
            "replay-benchmark",
            of: ["Configuration", "ConfiguredReplay", "Files", "Generation", "Payments", "Replay"]),
    ]
)
