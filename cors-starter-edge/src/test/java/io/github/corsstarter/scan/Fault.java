package io.github.corsstarter.scan;

import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanRule;

/**
 * What goes wrong between an application and a browser: each fault is a proxy, and what a
 * scan is to find through it.
 */
enum Fault {

	HEADERS_STRIPPED(ScanRule.EDGE_STRIPS_HEADERS, Effect.BLOCKED,
			(call, upstream) -> upstream.apply(call).removeCorsHeaders()),

	HEADERS_STRIPPED_FROM_GETS(ScanRule.EDGE_STRIPS_HEADERS, Effect.BLOCKED, (call, upstream) -> {
		Reply reply = upstream.apply(call);
		return call.isPreflight() ? reply : reply.removeCorsHeaders();
	}),

	HEADERS_DOUBLED(ScanRule.EDGE_DOUBLES_HEADERS, Effect.BLOCKED,
			(call, upstream) -> upstream.apply(call).doubleCorsHeaders()),

	ORIGIN_MISSING(ScanRule.ORIGIN_MISSING, Effect.BLOCKED, (call, upstream) -> {
		boolean missing = Sites.ADMIN.equals(call.header("Origin"));
		return upstream.apply(missing ? call.withOrigin("https://unknown.example") : call);
	}),

	ORIGIN_STRIPPED(ScanRule.ORIGIN_MISSING, Effect.BLOCKED, (call, upstream) -> {
		Reply reply = upstream.apply(call);
		return Sites.ADMIN.equals(call.header("Origin")) ? reply.removeCorsHeaders() : reply;
	}),

	VARY_STRIPPED(ScanRule.VARY_MISSING, Effect.LATENT, (call, upstream) -> upstream.apply(call).remove("Vary")),

	VARY_OVERWRITTEN(ScanRule.VARY_MISSING, Effect.LATENT,
			(call, upstream) -> upstream.apply(call).set("Vary", "Accept-Encoding")),

	CACHED(ScanRule.CACHED_ACROSS_ORIGINS, Effect.LATENT, (call, upstream) -> {
		if (!call.method().equals("GET")) {
			return upstream.apply(call);
		}
		return Sites.CACHE.computeIfAbsent(call.path() + "?" + call.query(), (key) -> upstream.apply(call)).copy();
	}),

	EDGE_ANSWERS(ScanRule.EDGE_ANSWERS_PREFLIGHT, Effect.BLOCKED,
			(call, upstream) -> call.method().equals("OPTIONS") ? new Reply(200).set("Access-Control-Allow-Origin", "*")
				.set("Access-Control-Allow-Methods", "GET, POST, OPTIONS") : upstream.apply(call)),

	EDGE_ANSWERS_BARELY(ScanRule.EDGE_ANSWERS_PREFLIGHT, Effect.BLOCKED,
			(call, upstream) -> call.method().equals("OPTIONS") ? new Reply(204).set("Allow", "GET, POST, OPTIONS")
					: upstream.apply(call)),

	PREFLIGHT_UNAUTHORIZED(ScanRule.AUTHENTICATION_BEFORE_PREFLIGHT, Effect.BLOCKED,
			(call, upstream) -> call.isPreflight() ? new Reply(401) : upstream.apply(call)),

	PREFLIGHT_CHALLENGED(ScanRule.AUTHENTICATION_BEFORE_PREFLIGHT, Effect.BLOCKED,
			(call, upstream) -> call.isPreflight() ? new Reply(403).set("WWW-Authenticate", "Bearer")
					: upstream.apply(call)),

	PREFLIGHT_REDIRECTED(ScanRule.PREFLIGHT_REDIRECTED, Effect.BLOCKED,
			(call, upstream) -> call.isPreflight() ? new Reply(301).set("Location", "https://127.0.0.1/")
					: upstream.apply(call)),

	EVERYTHING_REDIRECTED(ScanRule.PREFLIGHT_REDIRECTED, Effect.BLOCKED,
			(call, upstream) -> new Reply(308).set("Location", "https://127.0.0.1/")),

	PREFLIGHT_FAILING(ScanRule.EDGE_ANSWERS_PREFLIGHT, Effect.BLOCKED,
			(call, upstream) -> call.isPreflight() ? new Reply(500) : upstream.apply(call)),

	PREFLIGHT_FORBIDDEN(ScanRule.EDGE_ANSWERS_PREFLIGHT, Effect.BLOCKED,
			(call, upstream) -> call.isPreflight() ? new Reply(403) : upstream.apply(call)),

	ERRORS_BARE(ScanRule.ERROR_WITHOUT_HEADERS, Effect.BLOCKED, (call, upstream) -> {
		Reply reply = upstream.apply(call);
		return (reply.status() >= 400) ? reply.removeCorsHeaders() : reply;
	}),

	REFLECTED(ScanRule.ORIGIN_REFLECTED, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call), (origin) -> true)),

	REFLECTED_ON_PREFLIGHTS(ScanRule.ORIGIN_REFLECTED, Effect.EXPOSED, (call, upstream) -> {
		if (!call.isPreflight()) {
			return upstream.apply(call);
		}
		Reply reply = upstream.apply(call);
		boolean refused = !reply.has("Access-Control-Allow-Origin") && call.path().startsWith("/api");
		return refused ? Sites.echo(call, new Reply(204).set("Access-Control-Allow-Methods", "GET,HEAD,POST"),
				(origin) -> true) : reply;
	}),

	NULL_TRUSTED(ScanRule.NULL_TRUSTED, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call), "null"::equals)),

	MATCHED_BY_START(ScanRule.ORIGIN_MATCHED_LOOSELY, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call), (origin) -> origin.startsWith(Sites.SHOP))),

	MATCHED_BY_END(ScanRule.ORIGIN_MATCHED_LOOSELY, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call), (origin) -> origin.endsWith("example.com"))),

	MATCHED_BY_END_OF_HOST(ScanRule.ORIGIN_MATCHED_LOOSELY, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call),
					(origin) -> origin.matches("https://\\w[^.]*shop\\.example\\.com"))),

	MATCHED_BY_BARE_DOT(ScanRule.ORIGIN_MATCHED_LOOSELY, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call),
					(origin) -> origin.matches("https://shop.example\\.com"))),

	MATCHED_BY_PART(ScanRule.ORIGIN_MATCHED_LOOSELY, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call),
					(origin) -> origin.contains("shop.example.com"))),

	MATCHED_WITHOUT_TLS(ScanRule.ORIGIN_MATCHED_LOOSELY, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call), "http://shop.example.com"::equals)),

	MATCHED_ON_ANY_PORT(ScanRule.ORIGIN_MATCHED_LOOSELY, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call),
					(origin) -> origin.matches("https://shop\\.example\\.com:\\d+"))),

	MATCHED_SUBDOMAIN(ScanRule.ORIGIN_MATCHED_LOOSELY, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call),
					(origin) -> origin.endsWith(".shop.example.com"))),

	MATCHED_SIBLING(ScanRule.ORIGIN_MATCHED_LOOSELY, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call),
					(origin) -> origin.matches("https://[\\w-]+\\.example\\.com"))),

	MATCHED_AROUND_TARGET(ScanRule.ORIGIN_MATCHED_LOOSELY, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call), (origin) -> origin.contains("//127.0.0.1."))),

	MATCHED_LOCALHOST(ScanRule.ORIGIN_MATCHED_LOOSELY, Effect.EXPOSED,
			(call, upstream) -> Sites.echo(call, upstream.apply(call),
					(origin) -> call.path().startsWith("/api/") && origin.startsWith("http://localhost"))),

	MATCHED_ON_OTHER_PATHS(ScanRule.ORIGIN_MATCHED_LOOSELY, Effect.EXPOSED,
			(call, upstream) -> call.path().startsWith("/internal")
					? Sites.echo(call, upstream.apply(call), Sites.SHOP::equals) : upstream.apply(call)),

	METHODS_WIDER(ScanRule.METHODS_DIFFER, Effect.EXPOSED,
			(call, upstream) -> Sites.replaceOnApi(call, upstream.apply(call), "Access-Control-Allow-Methods",
					"GET,HEAD,POST,PUT,DELETE,PURGE")),

	METHODS_NARROWER(ScanRule.METHODS_DIFFER, Effect.BLOCKED,
			(call, upstream) -> Sites.replaceOnApi(call, upstream.apply(call), "Access-Control-Allow-Methods",
					"GET,HEAD,POST")),

	METHODS_IN_LOWER_CASE(ScanRule.METHODS_DIFFER, Effect.BLOCKED,
			(call, upstream) -> Sites.replaceOnApi(call, upstream.apply(call), "Access-Control-Allow-Methods",
					"get,head,post,put,delete")),

	HEADERS_WIDER(ScanRule.HEADERS_DIFFER, Effect.EXPOSED,
			(call, upstream) -> Sites.replaceOnApi(call, upstream.apply(call), "Access-Control-Allow-Headers",
					"content-type,authorization,x-debug")),

	HEADERS_NARROWER(ScanRule.HEADERS_DIFFER, Effect.BLOCKED,
			(call, upstream) -> Sites.replaceOnApi(call, upstream.apply(call), "Access-Control-Allow-Headers",
					"content-type")),

	CREDENTIALS_DROPPED(ScanRule.CREDENTIALS_DIFFER, Effect.BLOCKED,
			(call, upstream) -> upstream.apply(call).remove("Access-Control-Allow-Credentials")),

	CREDENTIALS_ADDED(ScanRule.CREDENTIALS_DIFFER, Effect.EXPOSED,
			(call, upstream) -> upstream.apply(call).set("Access-Control-Allow-Credentials", "true")),

	EXPOSED_DROPPED(ScanRule.EXPOSED_HEADERS_DIFFER, Effect.BLOCKED,
			(call, upstream) -> upstream.apply(call).remove("Access-Control-Expose-Headers")),

	EXPOSED_WIDER(ScanRule.EXPOSED_HEADERS_DIFFER, Effect.EXPOSED,
			(call, upstream) -> Sites.replaceOnApi(call, upstream.apply(call), "Access-Control-Expose-Headers",
					"X-Total-Count,X-Internal")),

	MAX_AGE_CHANGED(ScanRule.MAX_AGE_DIFFERS, Effect.LATENT,
			(call, upstream) -> Sites.replaceOnApi(call, upstream.apply(call), "Access-Control-Max-Age", "86400")),

	UNGOVERNED_ANSWERS(ScanRule.UNGOVERNED_PATH_ANSWERS, Effect.EXPOSED, (call, upstream) -> {
		Reply reply = upstream.apply(call);
		return Sites.isGoverned(call) ? reply : Sites.echo(call, reply.status(200), (origin) -> true);
	}),

	UNGOVERNED_ANSWERS_EVERYONE(ScanRule.UNGOVERNED_PATH_ANSWERS, Effect.LATENT, (call, upstream) -> {
		Reply reply = upstream.apply(call);
		return Sites.isGoverned(call) ? reply : reply.set("Access-Control-Allow-Origin", "*");
	}),

	UNGOVERNED_ANSWERS_THE_SHOP(ScanRule.UNGOVERNED_PATH_ANSWERS, Effect.LATENT, (call, upstream) -> {
		Reply reply = upstream.apply(call);
		return Sites.isGoverned(call) ? reply : reply.set("Access-Control-Allow-Origin", Sites.SHOP);
	}),

	OLD_POLICY(ScanRule.OLD_POLICY_DEPLOYED, Effect.BLOCKED, (call, upstream) -> Sites.OLD.answer(call)),

	DEBUG_ON(ScanRule.DEBUG_IN_PRODUCTION, Effect.LATENT, (call, upstream) -> Sites.DEBUGGING.answer(call));

	private final ScanRule rule;

	private final Effect effect;

	// None of them has any state.
	@SuppressWarnings("Immutable")
	private final BiFunction<Call, Function<Call, Reply>, Reply> proxy;

	Fault(ScanRule rule, Effect effect, BiFunction<Call, Function<Call, Reply>, Reply> proxy) {
		this.rule = rule;
		this.effect = effect;
		this.proxy = proxy;
	}

	ScanRule rule() {
		return this.rule;
	}

	Effect effect() {
		return this.effect;
	}

	/**
	 * Answers as the faulty proxy does.
	 * @param call the request
	 * @param upstream the application, or the next proxy
	 */
	Reply answer(Call call, Function<Call, Reply> upstream) {
		return this.proxy.apply(call, upstream);
	}

}
