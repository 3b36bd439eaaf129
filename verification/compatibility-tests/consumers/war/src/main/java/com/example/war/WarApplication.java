package com.example.war;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.support.SpringBootServletInitializer;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class WarApplication extends SpringBootServletInitializer {

	@Override
	protected SpringApplicationBuilder configure(SpringApplicationBuilder builder) {
		return builder.sources(WarApplication.class);
	}

	/**
	 * A filter behind the one that checks.
	 */
	@Bean
	FilterRegistrationBean<Filter> failingFilter() {
		return new FilterRegistrationBean<>((request, response, chain) -> {
			String uri = ((HttpServletRequest) request).getRequestURI();
			if (uri.endsWith("/failing-filter")) {
				throw new IllegalStateException("a filter's");
			}
			if (uri.endsWith("/unavailable")) {
				((HttpServletResponse) response).sendError(451);
			}
			else {
				chain.doFilter(request, response);
			}
		});
	}

	public static void main(String[] args) {
		new WarApplication().configure(new SpringApplicationBuilder()).run(args);
	}

}
