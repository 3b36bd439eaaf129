package io.github.corsstarter.scan;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

import io.github.corsstarter.scan.plan.Site;
import io.github.corsstarter.scan.send.Sender;
import io.github.corsstarter.scan.wire.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a scan, and how. A text form of it holds no secret.
 */
public final class ScanOptions {

	/** How many requests are sent in a second where nothing else is said. */
	public static final int DEFAULT_RATE = 5;

	/** How many requests are sent in all where nothing else is said. */
	public static final int DEFAULT_MAX_REQUESTS = 500;

	private static final int MAX_RATE = 1000;

	private final Site target;

	private final @Nullable Site direct;

	private final int rate;

	private final int maxRequests;

	private final boolean preflightOnly;

	private final List<String> paths;

	private final Sender sender;

	private ScanOptions(Builder builder) {
		this.target = Site.of(builder.target, builder.basePath);
		String directBasePath = (builder.directBasePath != null) ? builder.directBasePath : builder.basePath;
		this.direct = (builder.direct != null) ? Site.of(builder.direct, directBasePath) : null;
		this.rate = builder.rate;
		this.maxRequests = builder.maxRequests;
		this.preflightOnly = builder.preflightOnly;
		this.paths = builder.paths;
		this.sender = new Sender(builder.rate, builder.maxRequests, builder.timeout, builder.authorization,
				builder.tls);
	}

	/**
	 * Begins with the site that is scanned.
	 * @param target an http or https URL of a host, without a path
	 * @return a builder
	 */
	public static Builder of(URI target) {
		return new Builder(target);
	}

	Site target() {
		return this.target;
	}

	@Nullable Site direct() {
		return this.direct;
	}

	int rate() {
		return this.rate;
	}

	int maxRequests() {
		return this.maxRequests;
	}

	boolean preflightOnly() {
		return this.preflightOnly;
	}

	List<String> paths() {
		return this.paths;
	}

	Sender sender() {
		return this.sender;
	}

	/**
	 * Takes options.
	 */
	public static final class Builder {

		private final URI target;

		private String basePath = "";

		private @Nullable URI direct;

		private @Nullable String directBasePath;

		private int rate = DEFAULT_RATE;

		private int maxRequests = DEFAULT_MAX_REQUESTS;

		private boolean preflightOnly;

		private List<String> paths = List.of();

		private Duration timeout = Duration.ofSeconds(10);

		private Secret authorization = Secret.NONE;

		private @Nullable SSLContext tls;

		private Builder(URI target) {
			this.target = target;
		}

		/**
		 * Sets what stands in front of the paths of policies.
		 * @param basePath the application's context path, or the prefix that a proxy
		 * takes away
		 * @return this builder
		 */
		public Builder basePath(String basePath) {
			this.basePath = basePath;
			return this;
		}

		/**
		 * Sets where the application itself is asked, too, so that findings can say whose
		 * fault it is. This doubles the number of requests.
		 * @param direct an http or https URL of a host, without a path
		 * @return this builder
		 */
		public Builder direct(URI direct) {
			this.direct = direct;
			return this;
		}

		/**
		 * Sets the base path of the application itself, where a proxy takes a prefix
		 * away.
		 * @param basePath the base path; that of the target where it is not set
		 * @return this builder
		 */
		public Builder directBasePath(String basePath) {
			this.directBasePath = basePath;
			return this;
		}

		/**
		 * Sets how fast requests are sent.
		 * @param rate how many in a second at most, from 1 to 1000
		 * @return this builder
		 */
		public Builder rate(int rate) {
			this.rate = rate;
			return this;
		}

		/**
		 * Sets how many requests are sent. Where there are more to send, the scan is
		 * inconclusive.
		 * @param maxRequests how many in all at most, from 1
		 * @return this builder
		 */
		public Builder maxRequests(int maxRequests) {
			this.maxRequests = maxRequests;
			return this;
		}

		/**
		 * Sets whether only preflights are sent.
		 * @param preflightOnly whether no GET and no HEAD is sent
		 * @return this builder
		 */
		public Builder preflightOnly(boolean preflightOnly) {
			this.preflightOnly = preflightOnly;
			return this;
		}

		/**
		 * Sets the paths to ask for, in place of samples of each pattern.
		 * @param paths paths, with or without the base path
		 * @return this builder
		 */
		public Builder paths(List<String> paths) {
			this.paths = List.copyOf(paths);
			return this;
		}

		/**
		 * Sets how long to wait for a connection, and for the head of an answer.
		 * @param timeout the time, 10 seconds where it is not set
		 * @return this builder
		 */
		public Builder timeout(Duration timeout) {
			this.timeout = timeout;
			return this;
		}

		/**
		 * Sets what goes as {@code Authorization}, with GET only.
		 * @param token a bearer token, or a scheme and its credentials with a space
		 * between; never to be taken from a command line or a file under version control
		 * @return this builder
		 * @throws IllegalArgumentException if no header can hold it
		 */
		public Builder authorization(String token) {
			this.authorization = Secret.authorization(token);
			return this;
		}

		/**
		 * Sets what verifies the site.
		 * @param tls a context such as that of
		 * {@link io.github.corsstarter.scan.send.TrustedRoots#read}
		 * @return this builder
		 */
		public Builder tls(SSLContext tls) {
			this.tls = tls;
			return this;
		}

		/**
		 * Makes the options.
		 * @return the options
		 * @throws IllegalArgumentException if one is out of its bounds, with a sentence
		 * that says why
		 */
		public ScanOptions build() {
			if (this.rate < 1 || this.rate > MAX_RATE) {
				throw new IllegalArgumentException(
						"The rate must be from 1 to " + MAX_RATE + ", not " + this.rate + ".");
			}
			if (this.maxRequests < 1) {
				throw new IllegalArgumentException(
						"The number of requests must be 1 at least, not " + this.maxRequests + ".");
			}
			return new ScanOptions(this);
		}

	}

}
