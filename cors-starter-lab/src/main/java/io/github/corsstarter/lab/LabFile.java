package io.github.corsstarter.lab;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.web.util.HtmlUtils;

/**
 * One of the lab's files.
 *
 * @param name the file's name
 * @param content what is in it
 */
public record LabFile(String name, String content) {

	private static final String COMMON = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; "
			+ "require-trusted-types-for 'script'; trusted-types 'none'; ";

	/**
	 * The page: files of this server alone, no way to make markup of text, and in frames
	 * this server by other names of this machine.
	 */
	private static final String PAGE_POLICY = COMMON + "style-src 'self'; img-src 'self'; connect-src 'self'; "
			+ "frame-src 'self' http://localhost:* http://127.0.0.1:* http://*.localhost:*; frame-ancestors 'none'";

	/**
	 * A page of another origin that sends what the lab asks for: it shows nothing, and
	 * stands in the lab alone.
	 */
	private static final String FRAME_POLICY = COMMON + "connect-src 'self' http://localhost:*; "
			+ "frame-ancestors 'self' http://localhost:*";

	private static final Map<String, String> TYPES = Map.of("html", "text/html;charset=UTF-8", "js",
			"text/javascript;charset=UTF-8", "css", "text/css;charset=UTF-8", "svg", "image/svg+xml");

	/** The file that is the lab's page. */
	static final String PAGE = "index.html";

	private static final String FRAME = "frame.html";

	/**
	 * Returns the file as bytes.
	 * @param values what stands in for names in braces, in files that are HTML
	 * @return what is sent
	 */
	public byte[] bytes(Map<String, String> values) {
		String text = this.content;
		if (isHtml()) {
			for (Map.Entry<String, String> value : values.entrySet()) {
				text = text.replace("{" + value.getKey() + "}", HtmlUtils.htmlEscape(value.getValue()));
			}
		}
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Returns the headers that it is sent with.
	 * @return values by name
	 */
	public Map<String, String> headers() {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Content-Type",
				TYPES.getOrDefault(this.name.substring(this.name.lastIndexOf('.') + 1), "text/plain"));
		headers.put("Cache-Control", "no-store");
		headers.put("X-Content-Type-Options", "nosniff");
		if (isHtml()) {
			headers.put("Content-Security-Policy", this.name.equals(FRAME) ? FRAME_POLICY : PAGE_POLICY);
		}
		return headers;
	}

	private boolean isHtml() {
		return this.name.endsWith(".html");
	}

}
