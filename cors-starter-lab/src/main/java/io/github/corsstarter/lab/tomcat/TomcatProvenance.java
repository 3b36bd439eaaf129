package io.github.corsstarter.lab.tomcat;

import java.io.IOException;

import io.github.corsstarter.lab.Provenance;
import io.github.corsstarter.lab.servlet.ServletProvenance;
import jakarta.servlet.ServletException;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import org.springframework.boot.web.server.WebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.util.ReflectionUtils;

/**
 * Notes where a request to Tomcat comes from, in front of the valve that takes forwarded
 * headers for true: that one takes headers away that it has read, so that no filter can
 * tell any more.
 */
final class TomcatProvenance implements WebServerFactoryCustomizer<WebServerFactory>, Ordered {

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	/**
	 * Adds the valve, by a method whose type is in another package with Boot 3.5 than
	 * with 4.
	 */
	@Override
	public void customize(WebServerFactory factory) {
		var method = ReflectionUtils.findMethod(factory.getClass(), "addEngineValves", Valve[].class);
		if (method != null) {
			ReflectionUtils.invokeMethod(method, factory, (Object) new Valve[] { new NotingValve() });
		}
	}

	private static final class NotingValve extends ValveBase {

		NotingValve() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			request.setAttribute(Provenance.ATTRIBUTE, ServletProvenance.of(request));
			getNext().invoke(request, response);
		}

	}

}
