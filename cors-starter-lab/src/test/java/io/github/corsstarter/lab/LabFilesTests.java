package io.github.corsstarter.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LabFiles} and {@link LabFile}.
 */
class LabFilesTests {

	private static final Path SOURCES = Path.of("src/main/resources", LabFiles.LOCATION);

	private final LabFiles files = LabFiles.read();

	@Test
	void findWhenNameIsAFileShouldFindIt() throws IOException {
		try (Stream<Path> sources = Files.list(SOURCES)) {
			List<String> names = sources.map((path) -> String.valueOf(path.getFileName())).toList();
			assertThat(names).contains("index.html", "frame.html")
				.allSatisfy((name) -> assertThat(this.files.find("/x/lab/" + name, "/x/lab")).returns(name,
						(file) -> Objects.requireNonNull(file).name()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lab", "/lab/" })
	void findWhenNoNameIsGivenShouldFindThePage(String path) {
		assertThat(this.files.find(path, "/lab")).returns("index.html", (file) -> Objects.requireNonNull(file).name());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/la", "/labs", "/labindex.html", "/lab//", "/lab/.", "/lab/../lab",
			"/lab/../spring.factories", "/LAB", "/lab/INDEX.html", "/lab/index.html/", "/lab/%2e%2e/x" })
	void findWhenPathIsNoneOfTheLabsShouldFindNothing(String path) {
		assertThat(this.files.find(path, "/lab")).isNull();
	}

	@Test
	void headersWhenFileIsServedShouldNameItsType() throws IOException {
		try (Stream<Path> sources = Files.list(SOURCES)) {
			assertThat(sources.map((path) -> String.valueOf(path.getFileName()))).allSatisfy((name) -> {
				LabFile file = Objects.requireNonNull(this.files.find("/lab/" + name, "/lab"));
				assertThat(file.headers().get("Content-Type")).as(name).isNotEqualTo("text/plain");
			});
		}
	}

	@Test
	void bytesWhenFileIsAPageShouldFillInValuesAsText() {
		LabFile page = new LabFile("x.html", "<p data-a=\"{a}\">{b}{c}</p>");
		assertThat(page.bytes(Map.of("a", "\"><script>", "b", "/x&y"))).asString(UTF_8)
			.isEqualTo("<p data-a=\"&quot;&gt;&lt;script&gt;\">/x&amp;y{c}</p>");
		assertThat(new LabFile("x.js", "{a}").bytes(Map.of("a", "b"))).asString(UTF_8).isEqualTo("{a}");
	}

}
