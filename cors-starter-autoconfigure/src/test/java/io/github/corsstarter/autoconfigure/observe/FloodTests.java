package io.github.corsstarter.autoconfigure.observe;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.policy.CorsPolicySpec;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a flood of refused requests costs does not grow with the number of policies that
 * it meets.
 */
class FloodTests {

	private static final int POLICIES = 2_000;

	private static final int REFUSALS = 100_000;

	private static final long MANY_BYTES = 16L * 1024 * 1024;

	@Test
	void refuseWhenFloodMeetsAllPoliciesShouldBoundLogAndMemory() {
		RecentRefusals recent = new RecentRefusals(100, Clock.systemUTC());
		Observed observed = new Observed(
				CorsObserver.all(List.of(recent, new RefusalLogger(PropertyLocator.UNKNOWN, Clock.systemUTC()))));
		observed.replace(policies());
		Logger logger = (Logger) LoggerFactory.getLogger(RefusalLogger.class);
		CountingAppender lines = new CountingAppender();
		logger.setAdditive(false);
		logger.setLevel(Level.INFO);
		logger.addAppender(lines);
		lines.start();
		try {
			flood(observed, 0, REFUSALS / 10);
			long before = usedAfterCollection();
			flood(observed, REFUSALS / 10, REFUSALS);
			assertThat(usedAfterCollection() - before).isLessThan(MANY_BYTES);
		}
		finally {
			logger.detachAppender(lines);
			logger.setAdditive(true);
			logger.setLevel(null);
		}
		assertThat(lines.count).isPositive().isLessThan(2_000);
		assertThat(recent.recent()).hasSize(100);
		assertThat(recent.dropped()).isGreaterThan(REFUSALS - 1_000);
	}

	/**
	 * Origins whose hash codes are equal cost little only where a map can sort them in a
	 * bin, which it does by their natural order.
	 */
	@Test
	void recordWhenHashCodesCollideShouldHaveKeysThatAMapCanSort() throws NoSuchFieldException {
		Field kinds = RecentEntries.class.getDeclaredField("kinds");
		Type[] byKind = ((ParameterizedType) kinds.getGenericType()).getActualTypeArguments();
		Type[] byOrigin = ((ParameterizedType) byKind[1]).getActualTypeArguments();
		assertThat(List.of(byKind[0], byOrigin[0]))
			.allSatisfy((key) -> assertThat(Comparable.class).isAssignableFrom((Class<?>) key));
	}

	/**
	 * Where there are more kinds than places, each refusal takes the place of another
	 * kind's.
	 */
	@Test
	void recordWhenThereAreMoreKindsThanPlacesShouldNotLookThroughThem() throws ReflectiveOperationException {
		RecentRefusals recent = new RecentRefusals(POLICIES / 2, Clock.systemUTC());
		CountingMap<Object> kinds = new CountingMap<>();
		Field entries = RecentRefusals.class.getDeclaredField("entries");
		entries.setAccessible(true);
		Field field = RecentEntries.class.getDeclaredField("kinds");
		field.setAccessible(true);
		field.set(entries.get(recent), kinds);
		Observed observed = new Observed(recent);
		observed.replace(policies());
		kinds.seen = 0;
		flood(observed, 0, REFUSALS / 10);
		assertThat(kinds.seen).isPositive().isLessThan(REFUSALS / 10);
		assertThat(recent.recent()).hasSize(POLICIES / 2)
			.extracting((refusal) -> refusal.value().pattern())
			.contains("/" + (POLICIES - 1) + "/**", "/" + (POLICIES / 2) + "/**");
	}

	private static void flood(Observed observed, int from, int to) {
		for (int i = from; i < to; i++) {
			observed.actual("/" + (i % POLICIES) + "/orders", "https://made-up-" + i + ".example");
		}
	}

	private static CorsPolicySpec[] policies() {
		List<CorsPolicySpec> policies = new ArrayList<>();
		for (int i = 0; i < POLICIES; i++) {
			policies.add(CorsPolicySpec.named("policy-" + i)
				.paths("/" + i + "/**")
				.allowedOrigins("https://shop.example.com")
				.build());
		}
		return policies.toArray(CorsPolicySpec[]::new);
	}

	private static long usedAfterCollection() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/**
	 * Counts the values that are looked at one after another.
	 */
	@SuppressWarnings("serial")
	private static final class CountingMap<V> extends LinkedHashMap<String, V> {

		private int seen;

		private CountingMap() {
			super(16, 0.75f, true);
		}

		@Override
		public Collection<V> values() {
			Collection<V> values = super.values();
			return new AbstractCollection<>() {

				@Override
				public Iterator<V> iterator() {
					return new CountingIterator(values.iterator());
				}

				@Override
				public int size() {
					return values.size();
				}

			};
		}

		private final class CountingIterator implements Iterator<V> {

			private final Iterator<V> values;

			private CountingIterator(Iterator<V> values) {
				this.values = values;
			}

			@Override
			public boolean hasNext() {
				return this.values.hasNext();
			}

			@Override
			public V next() {
				CountingMap.this.seen++;
				return this.values.next();
			}

			@Override
			public void remove() {
				this.values.remove();
			}

		}

	}

	private static final class CountingAppender extends AppenderBase<ILoggingEvent> {

		private int count;

		@Override
		protected void append(ILoggingEvent event) {
			this.count++;
		}

	}

}
