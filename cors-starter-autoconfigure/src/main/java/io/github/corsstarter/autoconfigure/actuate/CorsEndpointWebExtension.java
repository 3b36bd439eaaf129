package io.github.corsstarter.autoconfigure.actuate;

import java.util.List;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.lang.Nullable;

/**
 * Says over HTTP what is wrong with a parameter: left to the web stacks, the answer would
 * be a bare 400.
 */
@EndpointWebExtension(endpoint = CorsEndpoint.class)
// Boot 3.5 knows optional parameters by Spring's own annotation only.
@SuppressWarnings("deprecation")
public final class CorsEndpointWebExtension {

	private final CorsEndpoint endpoint;

	private final LabAnswers lab;

	/**
	 * Creates an extension.
	 * @param endpoint the endpoint
	 * @param lab answers what the lab asks
	 */
	public CorsEndpointWebExtension(CorsEndpoint endpoint, LabAnswers lab) {
		this.endpoint = endpoint;
		this.lab = lab;
	}

	/**
	 * Shows everything and, where a path or a console's text is given, explains a
	 * request.
	 * @param console the text of an error out of a browser's console
	 * @param path the path or absolute URL to explain
	 * @param origin the page's origin
	 * @param method the method; GET where it is not given
	 * @param headers header names, or {@code name:value} where the value decides
	 * @param credentials {@code true} or {@code false}
	 * @param lab a question of the lab, which is answered in place of everything else
	 * @param input what the lab's question is about
	 * @param suggest {@code true} to get the application's own CORS configuration as
	 * policies
	 * @return policies, findings, refusals and explanation; or status 400 and a sentence
	 * if a parameter cannot be read
	 */
	@ReadOperation
	public WebEndpointResponse<OperationResponseBody> cors(@Nullable String console, @Nullable String path,
			@Nullable String origin, @Nullable String method, @Nullable List<String> headers,
			@Nullable String credentials, @Nullable String lab, @Nullable String input, @Nullable String suggest) {
		try {
			if (lab != null) {
				return new WebEndpointResponse<>(this.lab.answer(lab, (input != null) ? input : ""));
			}
			return new WebEndpointResponse<>(
					this.endpoint.cors(path, origin, method, headers, credentials, console, suggest));
		}
		catch (InvalidEndpointRequestException ex) {
			return new WebEndpointResponse<>(new BadRequest(String.valueOf(ex.getMessage())),
					WebEndpointResponse.STATUS_BAD_REQUEST);
		}
	}

	/**
	 * What is wrong with a request to the endpoint.
	 *
	 * @param message a sentence
	 */
	public record BadRequest(String message) implements OperationResponseBody {
	}

}
