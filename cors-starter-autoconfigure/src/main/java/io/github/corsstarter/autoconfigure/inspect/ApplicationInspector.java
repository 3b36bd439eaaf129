package io.github.corsstarter.autoconfigure.inspect;

/**
 * Tells of a web stack what policies are checked against. It is asked once all beans are
 * there and before requests are served.
 */
public interface ApplicationInspector {

	/**
	 * Whether the application's own mapping of requests tells upper and lower case apart.
	 * @return whether it does
	 */
	boolean caseSensitivePaths();

	/**
	 * Finds a filter that changes methods after they were checked.
	 * @param order the order of the filter that checks
	 * @return the bean's name, or the empty text
	 */
	String methodOverrideFilter(int order);

	/**
	 * Finds a filter that changes paths after they were checked.
	 * @param order the order of the filter that checks
	 * @return the bean's name, or the empty text
	 */
	String pathRewritingFilter(int order);

}
