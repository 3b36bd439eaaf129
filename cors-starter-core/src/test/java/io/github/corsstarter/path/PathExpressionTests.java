package io.github.corsstarter.path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PathExpression}: the grammar of paths, and how two of them relate.
 */
class PathExpressionTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api", "/api/", "/api/**", "/**", "/*", "/{id}", "/{*rest}", "/api/{*rest}",
			"/a/*/b", "/a/{b}/**", "/v{n}.json", "/*.html", "/a?c", "/a*b*c", "/{a}-{b}", "/caf\u00e9", "/\ud83d\ude00",
			"/...", "/a+b", "/{camelCase}", "/{with-dash}", "/{_x1}", "/a:b", "/a,b", "/a@b", "/a=b" })
	void parseWhenItIsAPatternShouldKeepTheText(String text) {
		assertThat(PathExpression.parse(text)).hasToString(text);
	}

	@Test
	void segmentsWhenPatternHasEveryKindShouldTellThem() {
		PathExpression path = PathExpression.parse("/a/{b}/*/c-{d}/**");
		assertThat(path.segments()).containsExactly(new PathSegment(PathSegment.Kind.LITERAL, "a", 0),
				new PathSegment(PathSegment.Kind.VARIABLE, "{b}", 0),
				new PathSegment(PathSegment.Kind.WILDCARD, "*", 0), new PathSegment(PathSegment.Kind.GLOB, "c-*", 1));
		assertThat(path.isCatchAll()).isTrue();
		assertThat(PathExpression.parse("/a/").segments()).last()
			.hasToString("PathSegment[kind=LITERAL, text=, variables=0]");
		assertThat(PathExpression.parse("/a/").isCatchAll()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					``             | does not start with a slash            | Write "/".
					api/**         | does not start with a slash            | Write "/api/**".
					` /api`        | does not start with a slash            | Write "/api".
					https://u:pw@a | does not start with a slash            | Write the path alone, as "/api/**".
					/https://pw@a  | has an empty segment                   | Write the path alone, as "/api/**".
					//u:pw@a       | has an empty segment                   | Write the path alone, as "/api/**".
					/a b           | has white space or a control character | Write the path without it.
					/a\u007f       | has white space or a control character | Write the path without it.
					/a%20b         | has a % in it                          | Write the characters themselves, as "/caf\u00e9" for /caf%C3%A9.
					/a;b=c         | has a ; in it                          | Write the characters themselves
					/a\\b          | has a \\ in it                         | Write the characters themselves
					/a#b           | has a # in it                          | Write the characters themselves
					//a            | has an empty segment                   | Write "/a".
					/a//b///c      | has an empty segment                   | Write "/a/b/c".
					/a//           | has an empty segment                   | Write "/a/".
					/./a           | has a dot segment                      | Write the path that is meant.
					/a/..          | has a dot segment                      | Write the path that is meant.
					/**/a          | has a ** that is not at its end        | Write one path for each place
					/**/           | has a ** that is not at its end        | Write one path for each place
					/{*a}/b        | has a ** that is not at its end        | Write one path for each place
					/a**           | has a ** that is no segment of its own | Write "/**" at the end of the path.
					/***           | has a ** that is no segment of its own | Write "/**" at the end of the path.
					/{a}{b}        | has two wildcards or variables         | Write one of them
					/*{b}          | has two wildcards or variables         | Write one of them
					/{a}*          | has two wildcards or variables         | Write one of them
					/{a            | has braces that do not match           | Write a variable as "{id}".
					/a}            | has braces that do not match           | Write a variable as "{id}".
					/{*a           | has braces that do not match           | Write a variable as "{id}".
					/x{            | has braces that do not match           | Write a variable as "{id}".
					/{a:[0-9]+}    | has a variable with a regular expression | Write the variable without it
					/{*a:x}        | has a variable with a regular expression | Write the variable without it
					/{}            | has a variable whose name is no identifier | Write a name in the braces
					/{*}           | has a variable whose name is no identifier | Write a name in the braces
					/{1a}          | has a variable whose name is no identifier | Write a name in the braces
					/{a.b}         | has a variable whose name is no identifier | Write a name in the braces
					/{{a}}         | has a variable whose name is no identifier | Write a name in the braces
					/{a}/{a}       | has two variables of one name          | Give each variable a name of its own.
					/{a}/{*a}      | has two variables of one name          | Give each variable a name of its own.
					""")
	void parseWhenItIsNoPatternShouldReject(String text, String reason, String advice) {
		assertThatExceptionOfType(InvalidPathException.class).isThrownBy(() -> PathExpression.parse(text))
			.withMessageStartingWith(reason)
			.satisfies((ex) -> assertThat(ex.getAdvice()).startsWith(advice));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a b", "/a\n", "/a\u007f", "/a\u0085", "/a\u2028", "/a\u2029", "/a\u202e", "/a\u200b" })
	void parseWhenItWouldForgeLinesOfALogShouldReject(String text) {
		assertThatExceptionOfType(InvalidPathException.class).isThrownBy(() -> PathExpression.parse(text))
			.withMessage("has white space or a control character in it");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/caf\u00e9", "/\u65e5\u672c", "/a\u200cb", "/a\u200db" })
	void parseWhenItIsOfAnotherLanguageShouldAccept(String text) {
		assertThat(PathExpression.parse(text)).hasToString(text);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/,              /
			/a/,            /a/
			/a/{b}/**,      /a/{}/**
			/a/{b}/{*c},    /a/{}/**
			/{a}/x,         /{}/x
			/*/x,           /*/x
			/v{n}.json,     /v*.json{1}
			/v*.json,       /v*.json
			/{a}-{b},       /*-*{2}
			/**,            /**
			""")
	void shapeWhenVariablesAreNamedShouldLeaveOutTheirNames(String text, String shape) {
		assertThat(PathExpression.parse(text).shape()).isEqualTo(shape);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/**,        /a/b
			/**,        /
			/a/**,      /a
			/a/**,      /a/
			/a/**,      /a/b/**
			/a/*,       /a/b
			/a/*,       /a/
			/a/*,       /a/{b}
			/{a},       /b
			/{a},       /b*
			/{a}/b,     /*/b
			/*/b,       /{a}/b
			/a*,        /ab
			/?,         /a
			/a,         /a
			/a*,        /a*
			/{a}/{b},   /{x}/{y}
			""")
	void coversWhenWiderShouldBeTrue(String one, String other) {
		assertThat(PathExpression.parse(one).covers(PathExpression.parse(other))).isTrue();
		assertThat(PathExpression.parse(one).overlaps(PathExpression.parse(other))).isFalse();
		assertThat(PathExpression.parse(other).overlaps(PathExpression.parse(one))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/a,         /b
			/a,         /a/
			/a,         /a/b
			/a/b,       /a
			/a,         /a/**
			/a/b,       /a/**
			/{a},       /
			/{a},       /*
			/*/**,      /
			/*/**,      /*
			/a*,        /b
			/a*,        /{b}
			/a*,        /ab*
			/?,         /ab
			/a/{b},     /{a}/b
			""")
	void coversWhenNotWiderShouldBeFalse(String one, String other) {
		assertThat(PathExpression.parse(one).covers(PathExpression.parse(other))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/a/{b},     /{a}/b,      true
			/a/**,      /{a}/b,      true
			/a*,        /*b,         true
			/a*,        /{b}/**,     false
			/{a}/b/**,  /a/**,       true
			/*,         /**,         false
			/a/{b},     /b/{a},      false
			/a/{b},     /{a}/b/c,    false
			/{a}/,      /b/*,        true
			/{a}/,      /b/{c},      false
			/*/**,      /,           false
			/a?,        /b*,         false
			/{a}.js,    /*.css,      false
			/a?,        /*b,         true
			/*-a,       /b-*,        true
			/ab*,       /a*,         true
			/x*/y,      /a/{b},      false
			/x*/y,      /xa/{b},     true
			""")
	void overlapsWhenNeitherIsWiderShouldBeTrue(String one, String other, boolean overlaps) {
		assertThat(PathExpression.parse(one).overlaps(PathExpression.parse(other))).isEqualTo(overlaps);
		assertThat(PathExpression.parse(other).overlaps(PathExpression.parse(one))).isEqualTo(overlaps);
	}

	@Test
	void equalsWhenTextIsEqualShouldBeTrue() {
		PathExpression path = PathExpression.parse("/a/{b}");
		assertThat(path).isEqualTo(PathExpression.parse("/a/{b}"))
			.hasSameHashCodeAs(PathExpression.parse("/a/{b}"))
			.isNotEqualTo(PathExpression.parse("/a/{c}"))
			.isNotEqualTo("/a/{b}");
	}

}
