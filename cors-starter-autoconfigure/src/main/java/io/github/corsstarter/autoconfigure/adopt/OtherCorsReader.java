package io.github.corsstarter.autoconfigure.adopt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Reads the application's own CORS configuration, of every kind.
 */
public final class OtherCorsReader {

	private final List<OtherCorsSource> sources = new ArrayList<>();

	/**
	 * Creates a reader.
	 * @param beans the application's beans
	 * @param environment holds the configuration
	 * @param sources read what the application's web stack has
	 */
	public OtherCorsReader(ConfigurableListableBeanFactory beans, Environment environment,
			ObjectProvider<OtherCorsSource> sources) {
		this.sources.add(new PropertyCors(environment, beans.getBeanClassLoader()));
		this.sources.add(new GatewayRouteBeans(beans));
		for (OtherCorsSource source : sources) {
			this.sources.add(source);
		}
	}

	/**
	 * Reads what policies are checked against.
	 * @return one entry for each source and path
	 */
	public List<ApplicationFacts.OtherCors> facts() {
		Set<ApplicationFacts.OtherCors> facts = new LinkedHashSet<>();
		for (OtherCors other : read(false)) {
			boolean annotation = other.kind() == OtherCorsKind.CROSS_ORIGIN;
			facts.add(new ApplicationFacts.OtherCors(annotation, annotation ? other.source() : other.place(),
					other.pattern()));
		}
		return List.copyOf(facts);
	}

	/**
	 * Names what is configured, the first few by name.
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
		for (OtherCorsSource source : this.sources) {
			all.addAll(source.read(whole));
		}
		if (all.size() > 1) {
			all.sort(Comparator.comparing((other) -> !other.kind().isFilter()));
		}
		return all;
	}

}
