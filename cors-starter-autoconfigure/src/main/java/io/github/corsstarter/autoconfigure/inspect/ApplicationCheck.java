package io.github.corsstarter.autoconfigure.inspect;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts.OtherCors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Looks at an application once all beans are there and requests are not yet served: by
 * then it is known what it maps, and how.
 */
public final class ApplicationCheck implements SmartInitializingSingleton {

	private final ApplicationFacts facts;

	private final int filterOrder;

	private final ObjectProvider<ApplicationInspector> inspectors;

	private final Supplier<List<OtherCors>> otherCors;

	private final Consumer<ApplicationFacts> check;

	/**
	 * Creates a check.
	 * @param facts what is known before the beans are
	 * @param filterOrder the order of the filter that applies policies
	 * @param inspectors look at what web stacks map
	 * @param otherCors reads CORS configuration beside policies
	 * @param check takes what is known of the whole application
	 */
	public ApplicationCheck(ApplicationFacts facts, int filterOrder, ObjectProvider<ApplicationInspector> inspectors,
			Supplier<List<OtherCors>> otherCors, Consumer<ApplicationFacts> check) {
		this.facts = facts;
		this.filterOrder = filterOrder;
		this.inspectors = inspectors;
		this.otherCors = otherCors;
		this.check = check;
	}

	@Override
	public void afterSingletonsInstantiated() {
		ApplicationFacts known = this.facts;
		for (ApplicationInspector inspector : this.inspectors) {
			known = known.with(inspector, this.filterOrder);
		}
		this.check.accept(known.with(this.otherCors.get()));
	}

}
