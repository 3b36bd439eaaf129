package com.example.consumer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

@SpringBootApplication
public class ConsumerApplication {

	private final Environment environment;

	public ConsumerApplication(Environment environment) {
		this.environment = environment;
	}

	public static void main(String[] args) {
		SpringApplication.run(ConsumerApplication.class, args);
	}

	@EventListener(ApplicationReadyEvent.class)
	public void printPorts() {
		System.out.println("ready on " + this.environment.getProperty("local.server.port") + " and "
				+ this.environment.getProperty("local.management.port"));
	}

}
