package io.github.corsstarter.console;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads one text. Phrases are looked for as they stand, by one plain search each: the
 * work is linear in the text, which is bounded.
 */
final class ConsoleReader {

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

	private static final Set<ConsoleProblem> OF_PREFLIGHTS = Set.of(ConsoleProblem.PREFLIGHT_STATUS,
			ConsoleProblem.REDIRECTED, ConsoleProblem.METHOD_NOT_LISTED, ConsoleProblem.HEADER_NOT_LISTED,
			ConsoleProblem.LIST_MALFORMED, ConsoleProblem.AUTHORIZATION_NOT_COVERED);

	/** What stands before the address in messages that are not Chromium's own. */
	private static final List<String> BEFORE_URL = List.of("remote resource at ", "cannot load ", "cannot load image ",
			"failed to load ", "connecting to ", "loading the image ", "loading the script ", "loading the stylesheet ",
			"loading the font ", "refused to connect to ", "refused to load ", "insecure content from ",
			"insecure resource ", "insecure xmlhttprequest endpoint ", "mixed active content ",
			"mixed display content ", "access target ", "may not load data from ", "link to ", "local resource: ",
			"cancelled load to ", "the resource at ", "server at ", "(connect-src) at ");

	private final ConsoleText text;

	private final ConsolePhrase phrase;

	private final int place;

	private ConsoleReader(ConsoleText text, ConsolePhrase phrase, int place) {
		this.text = text;
		this.phrase = phrase;
		this.place = place;
	}

	static ConsoleMessage read(ConsoleText text) {
		for (List<ConsolePhrase> phrases : ConsolePhrase.BY_WEIGHT) {
			ConsoleReader reader = find(text, phrases);
			if (reader != null) {
				return reader.read();
			}
		}
		return new ConsoleMessage(null, ConsoleProblem.UNKNOWN, null, null, null, null, null, null, null);
	}

	/**
	 * Finds the phrase that comes first in the text; of several in one place, the one
	 * that is listed first.
	 */
	private static @Nullable ConsoleReader find(ConsoleText text, List<ConsolePhrase> phrases) {
		ConsoleReader first = null;
		for (ConsolePhrase phrase : phrases) {
			int place = text.find(phrase.text());
			if (place >= 0 && (first == null || place < first.place)) {
				first = new ConsoleReader(text, phrase, place);
			}
		}
		return first;
	}

	private ConsoleMessage read() {
		String redirectedFrom = ConsoleText.asUrl(this.text.wordBehind("(redirected from ", this.place));
		ConsoleProblem problem = this.phrase.problem();
		if (problem == ConsoleProblem.SCHEME_NOT_HTTP && redirectedFrom != null) {
			problem = ConsoleProblem.REDIRECT_NOT_ALLOWED;
		}
		String url = url();
		Listed listed = listed(url);
		if (url == null && listed != null) {
			url = listed.url();
		}
		String method = (problem == ConsoleProblem.METHOD_NOT_LISTED) ? named("method ") : null;
		if (method == null && listed != null) {
			method = listed.method();
		}
		return new ConsoleMessage(this.phrase.browser(), problem, url, redirectedFrom, origin(), method,
				header(problem), withCredentials(problem), ofPreflight(problem));
	}

	private @Nullable String url() {
		int access = this.text.endNear("access to ", this.place);
		String url = (access >= 0) ? ConsoleText.asUrl(this.text.wordAt(this.text.endBehind(" at ", access))) : null;
		for (int i = 0; url == null && i < BEFORE_URL.size(); i++) {
			url = ConsoleText.asUrl(this.text.wordBehind(BEFORE_URL.get(i), this.place));
		}
		return url;
	}

	private @Nullable String origin() {
		String origin = ConsoleText.asOrigin(this.text.wordBehind("from origin ", this.place));
		if (origin == null) {
			origin = ConsoleText.asOrigin(this.text.wordBehind("the request origin ", this.place));
		}
		return (origin != null) ? origin : ConsoleText.asOrigin(named("origin "));
	}

	private @Nullable String header(ConsoleProblem problem) {
		return switch (problem) {
			case AUTHORIZATION_NOT_COVERED -> "authorization";
			case HEADER_NOT_LISTED -> {
				String name = (named("field ") != null) ? named("field ")
						: (named("header ") != null) ? named("header ") : named("token ");
				yield (name != null) ? name.toLowerCase(Locale.ROOT) : null;
			}
			default -> null;
		};
	}

	/**
	 * Returns the name that stands before the phrase, as in "Method PUT is not allowed".
	 */
	private @Nullable String named(String lead) {
		String name = this.text.wordBetween(lead, this.place);
		return (name != null && ConsoleText.isVisible(name)) ? name : null;
	}

	/**
	 * Finds the line in which Chromium and Firefox list the request: its method, then its
	 * address.
	 */
	private @Nullable Listed listed(@Nullable String url) {
		String[] words = this.text.words();
		for (int i = 1; i < words.length; i++) {
			String method = words[i - 1].startsWith("XHR") ? words[i - 1].substring(3) : words[i - 1];
			String listedUrl = METHODS.contains(method) ? ConsoleText.asUrl(words[i]) : null;
			if (listedUrl != null && (url == null || url.equals(listedUrl))) {
				return new Listed(method, listedUrl);
			}
		}
		return null;
	}

	private static @Nullable Boolean withCredentials(ConsoleProblem problem) {
		return switch (problem) {
			case ANY_ORIGIN_WITH_CREDENTIALS, CREDENTIALS_NOT_ALLOWED -> true;
			default -> null;
		};
	}

	private @Nullable Boolean ofPreflight(ConsoleProblem problem) {
		if (OF_PREFLIGHTS.contains(problem)) {
			return true;
		}
		if (this.phrase.browser() == ConsoleBrowser.CHROMIUM && problem.isCors()) {
			// Chromium says so of every other check, too, right behind "CORS policy:".
			return this.text.startsWith("response to preflight", this.text.endNear("cors policy: ", this.place));
		}
		// Firefox has a second message for a request that was not sent.
		boolean followed = problem.isCors() && this.text.find("cors request did not succeed") > this.place;
		return followed ? true : null;
	}

	/**
	 * A request as a console lists it.
	 */
	private record Listed(String method, String url) {
	}

}
