package io.github.corsstarter.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Asks an application's endpoint. Redirects are not followed: a token is for one host.
 */
final class Remote {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** Ten thousand policies fit in. */
	private static final int MAX_BYTES = 16 * 1024 * 1024;

	private Remote() {
	}

	static boolean isUrl(String text) {
		return text.startsWith("http://") || text.startsWith("https://");
	}

	static String get(String url, @Nullable String authorization) {
		try {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
				.timeout(PATIENCE)
				.header("Accept", "application/json");
			if (authorization != null) {
				request.header("Authorization", authorization);
			}
			HttpResponse<InputStream> response = HttpClient.newBuilder()
				.connectTimeout(PATIENCE)
				.build()
				.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream body = response.body()) {
				return read(url, response.statusCode(), body);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UnusableInputException(url + " cannot be read: interrupted", ex);
		}
		catch (IOException | IllegalArgumentException ex) {
			String reason = (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName();
			throw new UnusableInputException(url + " cannot be read: " + reason, ex);
		}
	}

	private static String read(String url, int status, InputStream body) throws IOException {
		if (status != 200) {
			String hint = (status == 401 || status == 403)
					? " --token-from-env NAME sends the value of an environment variable as its authorization."
					: " Is the endpoint exposed there? management.endpoints.web.exposure.include says so.";
			throw new UnusableInputException(url + " answers " + status + "." + hint);
		}
		byte[] bytes = body.readNBytes(MAX_BYTES + 1);
		if (bytes.length > MAX_BYTES) {
			throw new UnusableInputException(url + " answers with more than 16 MB.");
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
