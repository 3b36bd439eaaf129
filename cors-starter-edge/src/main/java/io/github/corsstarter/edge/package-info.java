/**
 * Edge configuration: the policies of an application, said to the servers and gateways in
 * front of it.
 */
@NullMarked
package io.github.corsstarter.edge;

import org.jspecify.annotations.NullMarked;
