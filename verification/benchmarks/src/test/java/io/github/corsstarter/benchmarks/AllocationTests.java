package io.github.corsstarter.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.ThreadMXBean;
import io.github.corsstarter.benchmarks.servlet.ServletSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests how many bytes our servlet filter allocates for a request. They are counted, not
 * timed, and what the interpreter allocates counts, too: nothing hangs on a compiler that
 * leaves allocations out.
 */
class AllocationTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/**
	 * So many that what is made once, for a class or a table, is less than a byte each.
	 */
	private static final int ROUNDS = 64;

	private static final int LONG_HEADER = 8192;

	@ParameterizedTest
	@EnumSource(names = { "NO_POLICY", "PREFLIGHT_GRANTED", "PREFLIGHT_REFUSED", "ACTUAL_REFUSED", "LONG_HEADER_NAMES",
			"LONG_ORIGIN" })
	void filterNextWhenNothingRunsBehindUnguardedShouldAllocateNothing(Case kind) throws Exception {
		for (String size : List.of("1x1", "20x10", "1x100w")) {
			assertThat(allocated(kind, size, LONG_HEADER)).as(size).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "NO_ORIGIN", "ACTUAL_GRANTED" })
	void filterNextWhenResponseIsGuardedShouldAllocateTheGuard(Case kind) throws Exception {
		for (String size : List.of("1x1", "20x10", "1x100w")) {
			assertThat(allocated(kind, size, LONG_HEADER)).as(size).isBetween(1L, 64L);
		}
	}

	@ParameterizedTest
	@CsvSource({ "LONG_HEADER_NAMES, 64", "LONG_HEADER_NAMES, 400", "LONG_HEADER_NAMES, 20000", "LONG_ORIGIN, 64",
			"LONG_ORIGIN, 299", "LONG_ORIGIN, 20000" })
	void filterNextWhenHeaderIsLongShouldAllocateNothing(Case kind, int bytes) throws Exception {
		assertThat(allocated(kind, "1x10w", bytes)).isZero();
	}

	/**
	 * Only here something is kept of each name, to tell many names from few that are
	 * repeated; with one name too many that ends.
	 */
	@Test
	void filterNextWhenThereAreManyNamesShouldAllocateNoMoreThanForTheMostThatAreRead() throws Exception {
		assertThat(allocated(Case.LONG_HEADER_NAMES, "1x10w", 4000)).isPositive()
			.isLessThan(20_000)
			.isCloseTo(allocated(Case.LONG_HEADER_NAMES, "1x10w", 1500), within(100L));
	}

	private static long allocated(Case kind, String size, int bytes) throws Exception {
		ServletSubject subject = new ServletSubject(Side.OURS, kind, Size.parse(size), bytes);
		subject.check(kind.checks());
		long least = Long.MAX_VALUE;
		for (int round = 0; round < ROUNDS; round++) {
			long before = THREADS.getCurrentThreadAllocatedBytes();
			for (int i = 0; i < Traffic.COUNT; i++) {
				subject.filterNext();
			}
			least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - before) / Traffic.COUNT);
		}
		return least;
	}

}
