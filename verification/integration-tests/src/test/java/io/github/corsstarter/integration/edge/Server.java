package io.github.corsstarter.integration.edge;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.edge.EdgeTarget;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A real server that stands in front of an application.
 */
enum Server {

	NGINX(EdgeTarget.NGINX, "nginx-light", "nginx") {

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

	},

	HAPROXY(EdgeTarget.HAPROXY, "haproxy", "haproxy") {

		@Override
		List<String> command(Path directory) {
			return List.of(executable(), "-f", directory.resolve("server.conf").toString());
		}

		@Override
		String configuration(Path directory, int port, int upstream, Place place) {
			return """
					global
					  log stdout format raw local0 notice
					  tune.bufsize 65536
					%3$s
					defaults
					  mode http
					  timeout client 60s
					  timeout server 60s
					  timeout connect 5s
					frontend web
					  bind 127.0.0.1:%1$d
					%5$s
					%4$s
					  default_backend application
					backend application
					  server application 127.0.0.1:%2$d
					""".formatted(port, upstream, place.global(), place.local(),
					read(directory.resolve("cors-frontend.cfg")));
		}

	},

	APACHE(EdgeTarget.APACHE, "apache2-bin", "apache2") {

		@Override
		List<String> command(Path directory) {
			return List.of(executable(), "-X", "-f", directory.resolve("server.conf").toString());
		}

		@Override
		String configuration(Path directory, int port, int upstream, Place place) {
			return """
					ServerRoot %5$s
					ServerName edge.example
					Listen 127.0.0.1:%1$d
					PidFile %5$s/pid
					ErrorLog /dev/stderr
					User daemon
					LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
					LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
					LoadModule authz_user_module /usr/lib/apache2/modules/mod_authz_user.so
					LoadModule authn_core_module /usr/lib/apache2/modules/mod_authn_core.so
					LoadModule authn_file_module /usr/lib/apache2/modules/mod_authn_file.so
					LoadModule auth_basic_module /usr/lib/apache2/modules/mod_auth_basic.so
					LoadModule headers_module /usr/lib/apache2/modules/mod_headers.so
					LoadModule setenvif_module /usr/lib/apache2/modules/mod_setenvif.so
					LoadModule rewrite_module /usr/lib/apache2/modules/mod_rewrite.so
					LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
					LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so
					MaxKeepAliveRequests 0
					KeepAliveTimeout 60
					LimitRequestFieldSize 65536
					LimitRequestLine 65536
					%3$s
					<VirtualHost *>
					  Include %5$s/cors.conf
					  AllowEncodedSlashes NoDecode
					  %4$s
					  ProxyPass / http://127.0.0.1:%2$d/ nocanon retry=0
					</VirtualHost>
					""".formatted(port, upstream, place.global(), place.local(), directory);
		}

	},

	CADDY(EdgeTarget.CADDY, "caddy", "caddy") {

		@Override
		List<String> command(Path directory) {
			return List.of("env", "XDG_CONFIG_HOME=" + directory, "XDG_DATA_HOME=" + directory, executable(), "run",
					"--adapter", "caddyfile", "--config", directory.resolve("server.conf").toString());
		}

		@Override
		String configuration(Path directory, int port, int upstream, Place place) {
			return """
					{
						admin off
						auto_https off
						%3$s
					}
					http://:%1$d {
						bind 127.0.0.1
						log {
							output discard
						}
						route {
							import %5$s/cors.caddy
							%4$s
							reverse_proxy 127.0.0.1:%2$d
						}
					}
					""".formatted(port, upstream, place.global(), place.local(), directory);
		}

	};

	private final EdgeTarget target;

	private final String debianPackage;

	private final Path executable;

	Server(EdgeTarget target, String debianPackage, String executable) {
		this.target = target;
		this.debianPackage = debianPackage;
		this.executable = find(executable);
	}

	private static Path find(String executable) {
		String folders = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
		return Stream.of(folders.split(File.pathSeparator))
			.map((folder) -> Path.of(folder, executable))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(Path.of(executable));
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

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Skips the tests where the server is not installed, and fails them where all are to
	 * run.
	 */
	void require() {
		boolean installed = Files.isExecutable(this.executable);
		String missing = this.executable + " is missing; install the package " + this.debianPackage;
		// Not every Debian has Caddy.
		if (!installed && this != CADDY && "true".equals(System.getenv("CI"))) {
			throw new IllegalStateException(missing);
		}
		if (!installed) {
			System.out.println("Skipped: " + missing);
		}
		assumeTrue(installed, missing);
	}

}
