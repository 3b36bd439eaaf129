package io.github.corsstarter.sample;

/**
 * What the browser is told to keep the pages of this application to.
 */
final class PageSecurity {

	/**
	 * Scripts and styles from this server alone, and no way to make markup of text. The
	 * lab, at {@code localhost}, frames other names of this machine, and nobody else
	 * frames any page.
	 */
	static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
			"style-src 'self'", "img-src 'self'", "connect-src 'self' http://localhost:*",
			"frame-src 'self' http://127.0.0.1:* http://*.localhost:*", "frame-ancestors http://localhost:*",
			"base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'");

	private PageSecurity() {
	}

}
