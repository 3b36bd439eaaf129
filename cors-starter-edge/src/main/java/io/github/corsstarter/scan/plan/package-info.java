/**
 * What a scan asks, as data: every request is planned before the first one is sent, and
 * the plan can be printed in place of sending it.
 */
@NullMarked
package io.github.corsstarter.scan.plan;

import org.jspecify.annotations.NullMarked;
