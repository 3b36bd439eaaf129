/**
 * Says policies to gateways of Kubernetes: the Gateway API and Istio.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.edge.kubernetes;

import org.jspecify.annotations.NullMarked;
