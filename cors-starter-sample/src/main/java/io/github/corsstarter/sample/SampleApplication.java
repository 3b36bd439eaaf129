package io.github.corsstarter.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The demonstration: on Tomcat, or on Netty with the profile {@code reactive}.
 */
@SpringBootApplication
public class SampleApplication {

	/**
	 * Starts the demonstration.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(SampleApplication.class, args);
	}

}
