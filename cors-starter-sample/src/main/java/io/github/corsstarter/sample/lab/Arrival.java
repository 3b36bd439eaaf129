package io.github.corsstarter.sample.lab;

/**
 * What of one experiment reached the server.
 *
 * @param preflights how many preflights
 * @param requests how many requests of the page itself
 * @param withCookies how many of these brought cookies
 */
record Arrival(int preflights, int requests, int withCookies) {

	static final Arrival NONE = new Arrival(0, 0, 0);

	Arrival preflight() {
		return new Arrival(this.preflights + 1, this.requests, this.withCookies);
	}

	Arrival request(boolean cookies) {
		return new Arrival(this.preflights, this.requests + 1, this.withCookies + (cookies ? 1 : 0));
	}

}
