package io.github.corsstarter.scan.plan;

/**
 * Values for queries, each of which no request had before.
 */
final class Fresh {

	private final String token;

	private int count;

	Fresh(String token) {
		this.token = token;
	}

	String next() {
		this.count++;
		return this.token + "-" + this.count;
	}

}
