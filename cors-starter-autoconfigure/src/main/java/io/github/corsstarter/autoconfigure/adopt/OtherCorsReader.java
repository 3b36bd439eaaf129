package io.github.corsstarter.autoconfigure.adopt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Reads the application's own CORS configuration, of every kind.
 */
public final class OtherCorsReader {

	private final ObjectProvider<OtherCorsSource> sources;

	/**
	 * Creates a reader.
	 * @param sources read the kinds that the application's libraries have
	 */
	OtherCorsReader(ObjectProvider<OtherCorsSource> sources) {
		this.sources = sources;
	}

	/**
	 * Reads what policies are checked against.
	 * @return one entry for each source and path
	 */
	public List<ApplicationFacts.OtherCors> facts() {
		return read(false).stream()
			.map((other) -> new ApplicationFacts.OtherCors(other.kind() == OtherCorsKind.CROSS_ORIGIN,
					(other.kind() == OtherCorsKind.CROSS_ORIGIN) ? other.source() : other.place(), other.pattern()))
			.distinct()
			.toList();
	}

	/**
	 * Names what is configured, the first of it.
	 * @return a text for people, empty where there is nothing
	 */
	public String describe() {
		return ApplicationFacts.OtherCors.describe(read(false).stream()
			.map((other) -> new ApplicationFacts.OtherCors(false, other.place(), other.pattern()))
			.toList());
	}

	/**
	 * Reads everything.
	 * @param whole whether to go on where a start does without
	 * @return filters first, as they answer first
	 */
	public List<OtherCors> read(boolean whole) {
		List<OtherCors> all = new ArrayList<>();
		this.sources.orderedStream().forEach((source) -> all.addAll(source.read(whole)));
		all.sort(Comparator.comparing((other) -> !other.kind().isFilter()));
		return all;
	}

}
