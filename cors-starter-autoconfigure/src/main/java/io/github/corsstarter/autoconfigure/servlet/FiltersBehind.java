package io.github.corsstarter.autoconfigure.servlet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import jakarta.servlet.Filter;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.annotation.OrderUtils;

/**
 * Finds filters of one type that run behind the one that checks, in the order in which
 * Boot registers them: those in a {@link FilterRegistrationBean} by its order, others as
 * beans.
 */
final class FiltersBehind {

	private final ListableBeanFactory beans;

	private final int order;

	FiltersBehind(ListableBeanFactory beans, int order) {
		this.beans = beans;
		this.order = order;
	}

	/**
	 * Returns the names of the beans, behind each other.
	 */
	String names(Class<? extends Filter> type) {
		List<String> names = new ArrayList<>();
		Set<Filter> registered = Collections.newSetFromMap(new IdentityHashMap<>());
		for (String name : this.beans.getBeanNamesForType(FilterRegistrationBean.class)) {
			if (this.beans.getBean(name) instanceof FilterRegistrationBean<?> registration
					&& type.isInstance(registration.getFilter())) {
				registered.add(registration.getFilter());
				add(name, registration.isEnabled() ? registration.getOrder() : this.order, names);
			}
		}
		for (var entry : this.beans.getBeansOfType(type).entrySet()) {
			if (!registered.contains(entry.getValue())) {
				add(entry.getKey(), order(entry.getKey(), entry.getValue()), names);
			}
		}
		return String.join(", ", names);
	}

	private void add(String name, int order, List<String> names) {
		if (order > this.order) {
			names.add(name);
		}
	}

	private int order(String name, Filter filter) {
		// Boot looks at the order of a bean's method only where it has this annotation.
		if (this.beans.findAnnotationOnBean(name, FilterRegistration.class) != null) {
			Order order = this.beans.findAnnotationOnBean(name, Order.class);
			return (order != null) ? order.value() : Ordered.LOWEST_PRECEDENCE;
		}
		return (filter instanceof Ordered ordered) ? ordered.getOrder()
				: OrderUtils.getOrder(filter.getClass(), Ordered.LOWEST_PRECEDENCE);
	}

}
