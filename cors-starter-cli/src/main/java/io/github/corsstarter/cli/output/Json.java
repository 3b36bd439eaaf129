package io.github.corsstarter.cli.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON as the endpoint has it: what is not known is left out.
 */
public final class Json {

	private Json() {
	}

	/**
	 * Writes a value.
	 * @param value records, maps and lists
	 * @return JSON of ASCII, so that no reader's encoding matters
	 */
	public static String write(Object value) {
		return JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT)
			.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
			.changeDefaultPropertyInclusion((inclusion) -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL,
					JsonInclude.Include.ALWAYS))
			.build()
			.writeValueAsString(value);
	}

}
