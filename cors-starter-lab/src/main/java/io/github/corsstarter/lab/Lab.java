package io.github.corsstarter.lab;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import io.github.corsstarter.lab.Provenance.Objection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The lab: what it answers, whom, and with what.
 */
public final class Lab {

	private static final Log logger = LogFactory.getLog(Lab.class);

	private final CorsProperties.Lab properties;

	private final LabFiles files;

	private final LabPlaces places;

	private final Set<Objection> logged = EnumSet.noneOf(Objection.class);

	private final Arrivals arrivals;

	Lab(CorsProperties.Lab properties, LabFiles files, LabPlaces places, Arrivals arrivals) {
		this.arrivals = arrivals;
		this.properties = properties;
		this.files = files;
		this.places = places;
	}

	/**
	 * Finds what a request asks for.
	 * @param method the method
	 * @param path the undecoded path below the context path or base path
	 * @return a file of the lab, or {@code null}: what is none of the lab's business goes
	 * on as if there were no lab
	 */
	public @Nullable LabFile find(String method, String path) {
		// What is built ahead of time has the lab if it was on then.
		boolean reads = method.equals("GET") || method.equals("HEAD");
		return (reads && this.properties.enabled()) ? this.files.find(path, this.properties.path()) : null;
	}

	/**
	 * Whether a request gets an answer. To others the lab is not there, and the log says
	 * why, once for each reason.
	 * @param provenance where the request comes from
	 * @return whether to answer it
	 */
	public boolean admits(Provenance provenance) {
		Objection objection = this.properties.allowRemote() ? null : provenance.objection();
		if (objection != null && isNew(objection)) {
			logger.warn("The CORS lab did not answer a request: " + objection
					+ ". It is for browsers on this machine, unless cors.lab.allow-remote is true.");
		}
		return objection == null;
	}

	private boolean isNew(Objection objection) {
		synchronized (this.logged) {
			return this.logged.add(objection);
		}
	}

	/**
	 * Returns the experiment that a request belongs to.
	 * @param query the undecoded query, or {@code null} for none
	 * @return the experiment's id, or {@code null} for all other requests
	 */
	public @Nullable String experiment(@Nullable String query) {
		return this.properties.enabled() ? Arrivals.experiment(query) : null;
	}

	/**
	 * Notes a request of an experiment.
	 * @param experiment the experiment's id
	 * @param exchange the request
	 */
	public void note(String experiment, Exchange exchange) {
		this.arrivals.note(experiment, exchange);
	}

	/**
	 * Returns what the pages must know of where they are.
	 * @param contextPath the path that the lab's own path is below
	 * @return values by name
	 */
	public Map<String, String> values(String contextPath) {
		return this.places.values(contextPath, contextPath + this.properties.path());
	}

}
