package io.github.corsstarter.autoconfigure;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.corsstarter.rules.PolicyName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FreeNames}.
 */
class FreeNamesTests {

	private static final int NAMES = 10_000;

	private final Set<String> taken = new HashSet<>();

	private final AtomicInteger tried = new AtomicInteger();

	private final FreeNames names = new FreeNames((name) -> {
		this.tried.incrementAndGet();
		return this.taken.add(name);
	});

	@Test
	void likeWhenNamesAreTakenShouldNumberThem() {
		this.taken.add("shop");
		this.taken.add("shop-3");
		assertThat(Stream.of("shop", "shop", "a b", "a\nb", "a-b").map(this.names::like)).containsExactly("shop-2",
				"shop-4", "a-b", "a-b-2", "a-b-3");
	}

	/**
	 * Names of another script are left with nothing but dashes.
	 */
	@ParameterizedTest
	@MethodSource("alike")
	void likeWhenThousandsAreLeftAlikeShouldTryEachOnce(IntFunction<String> name) {
		Set<String> free = new HashSet<>();
		IntStream.range(0, NAMES).forEach((i) -> free.add(this.names.like(name.apply(i))));
		assertThat(free).hasSize(NAMES).allMatch(PolicyName::isValid);
		assertThat(this.tried).hasValueLessThan(NAMES * 2);
	}

	static Stream<IntFunction<String>> alike() {
		return Stream.of((i) -> "same", (i) -> Character.toString(0x4e00 + i), (i) -> "a".repeat(100 + i),
				(i) -> ("x" + (char) (0x4e00 + i) + "y").toUpperCase(Locale.ROOT));
	}

}
