package io.github.corsstarter.integration;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ResponseStatusException;

/**
 * Every kind of answer that both stacks know.
 */
@RestController
@RequestMapping("/api")
class ResponsesController {

	@GetMapping("/ok")
	String ok() {
		return "ok";
	}

	@PostMapping(path = "/json", consumes = MediaType.APPLICATION_JSON_VALUE)
	String json(@Valid @RequestBody Order order) {
		return order.name();
	}

	@GetMapping("/not-found")
	String notFound() {
		throw new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	@GetMapping("/exception")
	String exception() {
		throw new IllegalStateException("a handler's");
	}

	@GetMapping("/advised")
	String advised() {
		throw new IllegalArgumentException("for the advice");
	}

	@GetMapping("/failing-advice")
	String failingAdvice() {
		throw new UnsupportedOperationException("for the advice that fails");
	}

	@GetMapping("/redirect")
	ResponseEntity<Void> redirect() {
		return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/api/ok")).build();
	}

	@GetMapping("/not-modified")
	ResponseEntity<String> notModified() {
		return ResponseEntity.ok().eTag("\"one\"").varyBy("Accept-Language").body("unchanged");
	}

	@GetMapping("/future")
	CompletableFuture<String> future() {
		return CompletableFuture.supplyAsync(() -> "later",
				CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
	}

	@GetMapping("/failing-future")
	CompletableFuture<String> failingFuture() {
		return CompletableFuture.supplyAsync(() -> {
			throw new IllegalStateException("later");
		}, CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
	}

	@GetMapping("/callable")
	Callable<String> callable() {
		return () -> "called";
	}

	@GetMapping("/mono")
	Mono<String> mono() {
		return Mono.delay(Duration.ofMillis(20)).thenReturn("mono");
	}

	@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<String> events() {
		return Flux.interval(Duration.ofMillis(5)).map((tick) -> "tick " + tick).take(3);
	}

	@GetMapping("/download")
	ResponseEntity<Resource> download() {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(new ByteArrayResource("0123456789".getBytes(StandardCharsets.UTF_8)));
	}

	@GetMapping("/varies")
	ResponseEntity<String> varies() {
		return ResponseEntity.ok().varyBy("Accept-Encoding", "origin").body("varies");
	}

	/**
	 * A body that is checked.
	 *
	 * @param name must not be blank
	 */
	record Order(@NotBlank String name) {
	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler(IllegalArgumentException.class)
		ResponseEntity<String> advised() {
			return ResponseEntity.internalServerError().body("advised");
		}

		@ExceptionHandler(UnsupportedOperationException.class)
		String failing() {
			throw new IllegalStateException("an advice's");
		}

	}

	/**
	 * What the servlet stack alone knows.
	 */
	@RestController
	@RequestMapping("/api")
	static class Servlet {

		@GetMapping("/deferred")
		DeferredResult<String> deferred() {
			DeferredResult<String> result = new DeferredResult<>();
			CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS).execute(() -> result.setResult("deferred"));
			return result;
		}

		@GetMapping("/deferred-timeout")
		DeferredResult<String> deferredTimeout() {
			return new DeferredResult<>(20L);
		}

		@GetMapping("/send-error")
		void sendError(jakarta.servlet.http.HttpServletResponse response) throws java.io.IOException {
			response.sendError(418, "a teapot");
		}

		@GetMapping("/reset")
		void reset(jakarta.servlet.http.HttpServletResponse response) throws java.io.IOException {
			response.setHeader("X-Gone", "yes");
			response.reset();
			response.getWriter().write("reset");
		}

		@GetMapping("/streamed")
		org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody streamed() {
			return (out) -> {
				for (int i = 0; i < 3; i++) {
					out.write("part".getBytes(StandardCharsets.UTF_8));
					out.flush();
				}
			};
		}

	}

}
