/**
 * Shops of tenants, whose origins are rows of a database: with the profile
 * {@code tenants}.
 */
@NullMarked
package io.github.corsstarter.sample.tenants;

import org.jspecify.annotations.NullMarked;
