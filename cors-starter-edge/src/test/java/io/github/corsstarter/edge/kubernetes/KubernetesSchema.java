package io.github.corsstarter.edge.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a cluster checks of a resource, before it takes it.
 */
final class KubernetesSchema {

	private static final YAMLMapper YAML = new YAMLMapper();

	private final Schema schema;

	private KubernetesSchema(Schema schema) {
		this.schema = schema;
	}

	static KubernetesSchema of(String file) {
		InputStream in = KubernetesSchema.class.getResourceAsStream(file);
		return new KubernetesSchema(
				SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in));
	}

	List<String> problems(String document) {
		return this.schema.validate(document, InputFormat.YAML).stream().map(Object::toString).toList();
	}

	/**
	 * Verifies the documents of a file.
	 * @return the documents
	 */
	List<JsonNode> read(String text) {
		for (String document : text.split("(?m)^---\n")) {
			assertThat(problems(document)).isEmpty();
		}
		try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(text)) {
			return documents.readAll();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
