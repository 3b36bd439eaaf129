package io.github.corsstarter.autoconfigure.inspect;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts.OtherCors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Looks at an application once all beans are there and requests are not yet served: by
 * then it is known what it maps, and how. Contexts below the application's own, of which
 * some start with the first request, tell when they are ready.
 */
public final class ApplicationCheck implements SmartInitializingSingleton, ApplicationListener<ContextRefreshedEvent> {

	private final int filterOrder;

	private final ObjectProvider<ApplicationInspector> inspectors;

	private final Supplier<List<OtherCors>> otherCors;

	private final Consumer<ApplicationFacts> check;

	private ApplicationFacts facts;

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
	public synchronized void afterSingletonsInstantiated() {
		for (ApplicationInspector inspector : this.inspectors) {
			this.facts = this.facts.with(inspector, this.filterOrder);
		}
		this.facts = this.facts.with(this.otherCors.get());
		this.check.accept(this.facts);
	}

	@Override
	public synchronized void onApplicationEvent(ContextRefreshedEvent event) {
		for (ApplicationInspector inspector : this.inspectors) {
			this.facts = this.facts.with(inspector.pathMatching(event.getApplicationContext()));
		}
		this.check.accept(this.facts);
	}

}
