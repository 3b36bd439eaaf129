package io.github.corsstarter.edge;

import io.github.corsstarter.edge.apache.ApacheWriter;
import io.github.corsstarter.edge.caddy.CaddyWriter;
import io.github.corsstarter.edge.envoy.EnvoyWriter;
import io.github.corsstarter.edge.haproxy.HaproxyWriter;
import io.github.corsstarter.edge.kubernetes.GatewayApiWriter;
import io.github.corsstarter.edge.kubernetes.IstioWriter;
import io.github.corsstarter.edge.nginx.NginxWriter;
import io.github.corsstarter.edge.writer.EdgeWriter;
import io.github.corsstarter.text.Codes;

/**
 * What stands in front of an application and can be told its policies.
 */
public enum EdgeTarget {

	/** nginx, by maps and lines in each location that proxies. */
	NGINX(Exactness.EXACT, new NginxWriter()),

	/** HAProxy, by rules of a frontend. */
	HAPROXY(Exactness.EXACT, new HaproxyWriter()),

	/** Apache httpd, by rules of a virtual host. */
	APACHE(Exactness.EXACT, new ApacheWriter()),

	/** Caddy, by handlers of a route. */
	CADDY(Exactness.EXACT, new CaddyWriter()),

	/** Envoy, by routes of a virtual host. */
	ENVOY(Exactness.EXACT, new EnvoyWriter()),

	/** The Gateway API of Kubernetes, by its CORS filter. */
	GATEWAY_API(Exactness.PART, new GatewayApiWriter()),

	/** Istio, by the CORS policy of its routes. */
	ISTIO(Exactness.BROWSER, new IstioWriter());

	private final Exactness exactness;

	// Writers have no state.
	@SuppressWarnings("Immutable")
	private final EdgeWriter writer;

	EdgeTarget(Exactness exactness, EdgeWriter writer) {
		this.exactness = exactness;
		this.writer = writer;
	}

	/**
	 * Returns the name by which the target is chosen.
	 * @return a name such as {@code gateway-api}
	 */
	public String id() {
		return Codes.of(this);
	}

	/**
	 * Returns how much of a policy the target can say.
	 * @return the target's class
	 */
	public Exactness exactness() {
		return this.exactness;
	}

	EdgeWriter writer() {
		return this.writer;
	}

}
