package io.github.corsstarter.scan;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.explain.PropertyLocator;

/**
 * The policies that a site is held against.
 *
 * @param policies the policies
 * @param locator tells where they are written, for the findings
 * @param description what they were read from, such as
 * {@code application.yml (profile production)}
 */
public record ScanPolicies(CorsPolicySet policies, PropertyLocator locator, String description) {
}
