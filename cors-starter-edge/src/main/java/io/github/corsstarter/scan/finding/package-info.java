/**
 * What a scan finds: the rules, how bad a breach is, and what it does to pages.
 */
@NullMarked
package io.github.corsstarter.scan.finding;

import org.jspecify.annotations.NullMarked;
