package io.github.corsstarter.lab.servlet;

import java.io.IOException;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;

/**
 * Stands at the lab's path where no servlet is mapped to all paths, as under
 * {@code spring.mvc.servlet.path}: Tomcat runs no filter for a path without a servlet.
 */
final class LabServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	/**
	 * Answers as if nothing were mapped: what the filter serves does not come here.
	 */
	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_NOT_FOUND);
	}

	/**
	 * Adds the servlet, behind all others.
	 *
	 * @param path the lab's path
	 */
	record Initializer(String path) implements ServletContextInitializer, Ordered {

		@Override
		public int getOrder() {
			return LOWEST_PRECEDENCE;
		}

		@Override
		public void onStartup(ServletContext context) {
			boolean mapped = context.getServletRegistrations()
				.values()
				.stream()
				.flatMap((registration) -> registration.getMappings().stream())
				.anyMatch((mapping) -> mapping.equals("/") || mapping.equals("/*"));
			if (!mapped) {
				Servlet servlet = new LabServlet();
				context.addServlet("corsLab", servlet).addMapping(this.path + "/*");
			}
		}

	}

}
