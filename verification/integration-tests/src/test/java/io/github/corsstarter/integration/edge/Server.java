package io.github.corsstarter.integration.edge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.corsstarter.edge.EdgeTarget;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A real server that stands in front of an application.
 */
enum Server {

	NGINX(EdgeTarget.NGINX, "nginx-light", "/usr/sbin/nginx") {

		@Override
		List<String> command(Path directory) {
			return List.of(executable(), "-p", directory.toString(), "-e", "stderr", "-c",
					directory.resolve("server.conf").toString());
		}

		@Override
		String configuration(Path directory, int port, int upstream, Place place) {
			return """
					daemon off;
					pid nginx.pid;
					worker_processes 1;
					events {}
					http {
					  access_log off;
					  client_body_temp_path body;
					  proxy_temp_path proxy;
					  fastcgi_temp_path fastcgi;
					  uwsgi_temp_path uwsgi;
					  scgi_temp_path scgi;
					  keepalive_requests 1000000;
					  large_client_header_buffers 8 64k;
					  include cors-http.conf;
					  upstream application {
					    server 127.0.0.1:%2$d;
					    keepalive 4;
					  }
					%3$s
					  server {
					    listen 127.0.0.1:%1$d;
					%4$s
					    location / {
					      include cors-location.conf;
					      proxy_http_version 1.1;
					      proxy_set_header Connection "";
					      proxy_set_header Host $http_host;
					      proxy_pass http://application;
					    }
					  }
					}
					""".formatted(port, upstream, place.global(), place.local());
		}

	};

	private final EdgeTarget target;

	private final String debianPackage;

	private final Path executable;

	Server(EdgeTarget target, String debianPackage, String executable) {
		this.target = target;
		this.debianPackage = debianPackage;
		this.executable = Path.of(executable);
	}

	EdgeTarget target() {
		return this.target;
	}

	String executable() {
		return this.executable.toString();
	}

	/**
	 * Whether several fields of a name are told from one.
	 */
	boolean seesEveryField() {
		return this != NGINX;
	}

	abstract List<String> command(Path directory);

	abstract String configuration(Path directory, int port, int upstream, Place place);

	/**
	 * Skips the tests where the server is not installed, but for where all are run.
	 */
	void require() {
		boolean installed = Files.isExecutable(this.executable);
		String missing = this.executable + " is missing; install the package " + this.debianPackage;
		if (!installed && "true".equals(System.getenv("CI"))) {
			throw new IllegalStateException(missing);
		}
		if (!installed) {
			System.out.println("Skipped: " + missing);
		}
		assumeTrue(installed, missing);
	}

	/**
	 * What a test adds to the server's own configuration.
	 *
	 * @param global what stands outside of the site
	 * @param local what stands in the site, in front of what proxies
	 */
	record Place(String global, String local) {

		static final Place NONE = new Place("", "");

	}

}
