package io.github.corsstarter.integration.edge;

import java.nio.file.Path;

/**
 * What a test adds to a server's own configuration.
 *
 * @param global what stands outside of the site
 * @param local what stands in the site, in front of what proxies
 */
record Place(String global, String local) {

	static final Place NONE = new Place("", "");

	/**
	 * Adds a place that needs a password, and one whose upstream is dead.
	 * @param server the server
	 * @param users the file with passwords
	 * @param dead a port on which nobody listens
	 */
	static Place withTraps(Server server, Path users, int dead) {
		return switch (server) {
			case NGINX -> new Place("", """
					location /protected/ {
					  include cors-location.conf;
					  auth_basic protected;
					  auth_basic_user_file %s;
					  proxy_pass http://application;
					}
					location /dead/ {
					  include cors-location.conf;
					  proxy_pass http://127.0.0.1:%d;
					}
					""".formatted(users, dead));
			case HAPROXY -> new Place("""
					userlist users
					  user a insecure-password b
					backend dead
					  mode http
					  timeout connect 5s
					  timeout server 5s
					  retries 0
					  server dead 127.0.0.1:%d
					""".formatted(dead), """
					  http-request auth realm protected if { path_beg /protected/ } !{ http_auth(users) }
					  use_backend dead if { path_beg /dead/ }
					""");
			case APACHE -> new Place("", """
					<Location /protected/>
					  AuthType Basic
					  AuthName protected
					  AuthUserFile %s
					  Require valid-user
					</Location>
					ProxyPass /dead/ http://127.0.0.1:%d/ retry=0
					""".formatted(users, dead));
			case CADDY -> new Place("", """
					basicauth /protected/* {
						a JDJhJDEwJEVCNmdaNEg2Ti5iejRMYkF3MFZhZ3VtV3E1SzBWZEZ5Q3VWc0tzOEJwZE9TaFlZdEVkZDhX
					}
					reverse_proxy /dead/* 127.0.0.1:%d
					""".formatted(dead));
		};
	}

}
