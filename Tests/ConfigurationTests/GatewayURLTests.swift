import Testing

@testable import Configuration

@Suite("Urls of gateways")
struct GatewayURLTests {
    @Test(
        "what requests can be sent to",
        arguments: [
            "https://gateway.example.com", "https://gateway.example.com/",
            "HTTPS://Gateway.Example.COM:443/v2/pay?mode=live&x=%20", "https://localhost:8443",
            "https://192.0.2.1/pay", "https://[2001:db8::1]:8443/", "https://[::]",
            "https://[1:2:3:4:5:6:7:8]", "https://[::ffff:192.0.2.1]", "https://a_b.example.",
            "https://xn--bcher-kva.example", "https://host/@user;v=1,(2)'!$*~", "http://host",
        ])
    func valid(_ text: String) {
        #expect(throws: Never.self) { try GatewayURL(text) }
    }

    @Test(
        "what they cannot be sent to",
        arguments: [
            ("", "empty"), ("gateway.example.com", "scheme"), ("//host/path", "scheme"),
            ("gateway.example.com:443/x", "scheme"), ("localhost:8080", "scheme"),
            ("/pay", "scheme"), ("https:/host", "host"), ("https:host", "host"),
            ("https://", "host"), ("https:///pay", "host"), ("https://:443", "host"),
            ("ftp://host", "ftp"), ("mailto:pay@example.com", "mailto"),
            ("https://user:pass@host", "password"), ("https://user@host", "password"),
            ("https://host/#", "fragment"), ("https://host#a", "fragment"),
            ("https://host:0", "port"), ("https://host:65536", "port"), ("https://host:", "port"),
            ("https://host:-1", "port"), ("https://host:8a", "port"),
            ("https://host:99999999999999999999", "port"), ("https://ho st", "spaces"),
            ("https://host/a b", "spaces"), (" https://host", "spaces"),
            ("https://host\n", "control"), ("https://host\\path", "backslash"),
            ("https://bücher.example", "ASCII"), ("https://ho%73t", "percent"),
            ("https://host/%", "percent"), ("https://host/%2", "percent"),
            ("https://host/%zz", "percent"), ("https://host/ü", "escaped"),
            ("https://host/{id}", "escaped"), ("https://host?a=|", "escaped"),
            ("https://-host", "name"), ("https://host-.example", "name"),
            ("https://a..b", "name"), ("https://.", "name"), ("https://*.example", "name"),
            ("https://\(String(repeating: "a", count: 64))", "name"),
            ("https://1.2.3", "address"), ("https://256.0.0.1", "address"),
            ("https://01.2.3.4", "address"), ("https://host.1", "address"),
            ("https://[::1", "address"), ("https://[]", "address"), ("https://[:::]", "address"),
            ("https://[1:2:3:4:5:6:7]", "address"), ("https://[1::2::3]", "address"),
            ("https://[1:2:3:4:5:6:7:8:9]", "address"), ("https://[fe80::1%25eth0]", "address"),
            ("https://[12345::]", "address"), ("https://[v1.a]", "address"),
        ])
    func invalid(_ text: String, _ word: String) {
        do {
            _ = try GatewayURL(text)
            Issue.record("\(text) is taken for valid")
        } catch {
            #expect(error.message.contains(word), "\(text): \(error.message)")
        }
    }

    @Test("the password is found wherever it is")
    func password() {
        func hidden(_ text: String) -> String? {
            URLParts.passwordRange(in: text.utf8).map {
                String(decoding: Array(text.utf8)[$0], as: UTF8.self)
            }
        }
        #expect(hidden("https://u:p@host") == "u:p")
        #expect(hidden("https://u:p/w#@host") == "u:p/w#")
        #expect(hidden("u:p@host") == "u:p")
        #expect(hidden("https://host/path") == nil)
    }
}
