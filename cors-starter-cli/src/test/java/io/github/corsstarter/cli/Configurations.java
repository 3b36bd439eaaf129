package io.github.corsstarter.cli;

/**
 * Configuration that tests share.
 */
final class Configurations {

	static final String SHOP = """
			server:
			  servlet:
			    context-path: /shop
			cors:
			  policies:
			    storefront:
			      paths: [/api/**]
			      allowed-origins: ["https://shop.example.com"]
			      allowed-methods: [GET, POST, PUT]
			      allowed-headers: [Authorization, Content-Type]
			      allow-credentials: true
			""";

	static final String WRONG = """
			cors:
			  policies:
			    storefront:
			      paths: [/api/**]
			      allowed-origins:
			        - "https://shop.example.com/"
			      allowed-headers: "*"
			""";

	static final String WARNED = """
			cors:
			  policies:
			    partner:
			      paths: [/partner/**]
			      allowed-origins: ["https://partner.example.com"]
			      allowed-headers: "*"
			""";

	private Configurations() {
	}

}
