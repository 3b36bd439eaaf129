package io.github.corsstarter.lab;

import java.util.List;
import java.util.Set;

/**
 * Tells what an application maps requests to.
 */
@FunctionalInterface
public interface MappedHandlers {

	/**
	 * Finds the application's handlers.
	 * @return handlers in no order that means anything
	 */
	List<MappedHandler> find();

	/**
	 * A handler.
	 *
	 * @param pattern the pattern of its path, below the context path or base path
	 * @param methods the methods that it is mapped for; empty for all
	 */
	record MappedHandler(String pattern, Set<String> methods) {

		/**
		 * Creates a handler.
		 */
		public MappedHandler {
			methods = Set.copyOf(methods);
		}

	}

}
