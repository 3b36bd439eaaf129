package io.github.corsstarter.cli.input;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.config.ConfigDataLocation;
import org.springframework.boot.context.config.ConfigDataLocationResolver;
import org.springframework.boot.context.config.ConfigDataLocationResolverContext;
import org.springframework.boot.context.config.ConfigDataResource;
import org.springframework.util.ResourceUtils;

/**
 * Meets imports that only an application's own dependencies can read, such as
 * {@code configserver:}. Spring Boot passes over an optional one without a word; what it
 * sets would be missing among the policies, and nobody would know.
 */
final class UnknownImportResolver implements ConfigDataLocationResolver<ConfigDataResource> {

	/** Those of Spring Boot itself that are no URL. */
	private static final Set<String> KNOWN = Set.of("classpath", "configtree", "env");

	@Override
	public boolean isResolvable(ConfigDataLocationResolverContext context, ConfigDataLocation location) {
		return context.getBootstrapContext().isRegistered(SkippedImports.class) && prefix(location) != null;
	}

	@Override
	public List<ConfigDataResource> resolve(ConfigDataLocationResolverContext context, ConfigDataLocation location) {
		String prefix = String.valueOf(prefix(location));
		SkippedImports skipped = Objects.requireNonNull(context.getBootstrapContext().get(SkippedImports.class));
		if (!skipped.skip(prefix, location.getValue())) {
			String source = (location.getOrigin() != null) ? " (" + location.getOrigin() + ")" : "";
			throw new UnusableInputException("The import " + location + source + " needs a client for " + prefix
					+ ": that this tool has not. Give it the policies of the running application in place of files:"
					+ " --policies https://HOST/actuator/cors. Or leave the import out: --skip-import " + prefix + ":");
		}
		return List.of();
	}

	private static @Nullable String prefix(ConfigDataLocation location) {
		String value = location.getValue();
		int colon = value.indexOf(':');
		// One letter is a drive of Windows.
		if (colon < 2 || ResourceUtils.isUrl(value)) {
			return null;
		}
		String prefix = value.substring(0, colon);
		boolean name = prefix.chars().allMatch((c) -> Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
		return (name && !KNOWN.contains(prefix)) ? prefix : null;
	}

}
