/**
 * Scan: what browsers get from a deployed site, held against what its policies say.
 */
@NullMarked
package io.github.corsstarter.scan;

import org.jspecify.annotations.NullMarked;
