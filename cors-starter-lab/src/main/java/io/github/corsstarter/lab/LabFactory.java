package io.github.corsstarter.lab;

import io.github.corsstarter.autoconfigure.properties.CorsProperties;

import org.springframework.core.env.Environment;

/**
 * Makes the lab of each port.
 */
public final class LabFactory {

	private final CorsProperties.Lab properties;

	private final LabFiles files = LabFiles.read();

	private final EndpointPath endpointPath;

	private final Arrivals arrivals;

	LabFactory(CorsProperties.Lab properties, EndpointPath endpointPath, Arrivals arrivals) {
		this.arrivals = arrivals;
		this.properties = properties;
		this.endpointPath = endpointPath;
	}

	/**
	 * Returns where labs are.
	 * @return the path below the context path or base path
	 */
	public String path() {
		return this.properties.path();
	}

	/**
	 * Makes a lab.
	 * @param environment the application's environment
	 * @param servlet whether the application is one of the servlet stack
	 * @param management whether the lab is for a management port of its own
	 * @return the lab
	 */
	public Lab lab(Environment environment, boolean servlet, boolean management) {
		return new Lab(this.properties, this.files, new LabPlaces(environment, this.endpointPath, servlet, management),
				this.arrivals);
	}

}
