/**
 * Reports of a scan: for terminals, for programs, and for the places in which builds show
 * findings.
 */
@NullMarked
package io.github.corsstarter.scan.report;

import org.jspecify.annotations.NullMarked;
