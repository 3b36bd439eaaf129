/**
 * Scan: what browsers get from a deployed site, held against what its policies say. A
 * plan of requests is made, sent and judged, and the result reported: one package for
 * each.
 */
@NullMarked
package io.github.corsstarter.scan;

import org.jspecify.annotations.NullMarked;
