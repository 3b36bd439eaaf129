package com.example.moving;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/**
 * The profile {@code moved} takes away what the other profiles configure.
 */
@SpringBootApplication
public class MovingApplication {

	private final Environment environment;

	public MovingApplication(Environment environment) {
		this.environment = environment;
	}

	public static void main(String[] args) {
		SpringApplication.run(MovingApplication.class, args);
	}

	@EventListener(ApplicationReadyEvent.class)
	public void printPorts() {
		String port = this.environment.getProperty("local.server.port");
		System.out.println("ready on " + port + " and " + port);
	}

}
