package io.github.corsstarter.lab;

import io.github.corsstarter.autoconfigure.properties.CorsProperties;

import org.springframework.mock.env.MockEnvironment;

/**
 * Makes labs without an application.
 */
public final class TestLab {

	private final CorsProperties.Lab properties;

	private final Arrivals arrivals = new Arrivals();

	private TestLab(CorsProperties.Lab properties) {
		this.properties = properties;
	}

	public static TestLab on() {
		return new TestLab(new CorsProperties.Lab(true, "/cors-lab", false));
	}

	public static TestLab off() {
		return new TestLab(new CorsProperties.Lab(false, "/cors-lab", true));
	}

	public static TestLab allowingRemote() {
		return new TestLab(new CorsProperties.Lab(true, "/cors-lab", true));
	}

	public Lab lab() {
		return new LabFactory(this.properties, () -> null, this.arrivals).lab(new MockEnvironment(), true, false);
	}

	public Arrivals arrivals() {
		return this.arrivals;
	}

}
