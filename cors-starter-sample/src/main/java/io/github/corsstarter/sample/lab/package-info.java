/**
 * What the lab needs of the server beside the APIs: which of its requests arrived, and a
 * check of a policy that is only drafted. It watches, and configures nothing.
 */
@NullMarked
package io.github.corsstarter.sample.lab;

import org.jspecify.annotations.NullMarked;
