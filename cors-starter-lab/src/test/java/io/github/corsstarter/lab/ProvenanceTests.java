package io.github.corsstarter.lab;

import java.util.List;

import io.github.corsstarter.lab.Provenance.Objection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Provenance}.
 */
class ProvenanceTests {

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.255.255.254", "::1", "[::1]", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]" })
	void objectionWhenPeerIsLoopbackShouldBeNone(String peer) {
		assertThat(from(peer, "localhost").objection()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "192.168.1.7", "128.0.0.1", "localhost", "x.localhost",
			"127.0.0.1.example.com", "127.0.0", "0127.0.0.1", "::2", "::ffff:192.168.1.7", "1::1", "127.0.0.1:80", "*",
			"*.localhost", "127.0.0.1%eth0", "111111111111111111111111111111111111111111111111" })
	void objectionWhenPeerIsNotShouldSaySo(String peer) {
		assertThat(from(peer, "localhost").objection()).isEqualTo(Objection.REMOTE_PEER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST:8080", "127.0.0.1", "127.1.2.3:65535", "[::1]", "[::1]:8080",
			"shop.localhost", "a.b-c.localhost:1", "localhost:" })
	void objectionWhenHostIsLocalShouldBeNone(String host) {
		assertThat(from("127.0.0.1", host).objection()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "example.com", "localhost.example.com", "127.0.0.1.nip.io", "notlocalhost",
			"localhost.", ".localhost", "a..localhost", "*.localhost", "localhost:*", "localhost:8080:1", "localhost:x",
			"localhost:123456", "user@localhost", "localhost/", "localhost:80/x", "[::2]", "[::1]x", "::1",
			"192.168.1.7", "localhost,evil.example", "localhost evil.example", "loc\u0430lhost",
			"\u212Aocalhost.localhost" })
	void objectionWhenHostIsForeignShouldSaySo(String host) {
		assertThat(from("127.0.0.1", host).objection()).isEqualTo(Objection.FOREIGN_HOST);
	}

	@Test
	void objectionWhenHostIsNotOneShouldSaySo() {
		assertThat(new Provenance(List.of("127.0.0.1"), List.of(), false).objection())
			.isEqualTo(Objection.FOREIGN_HOST);
		assertThat(new Provenance(List.of("127.0.0.1"), List.of("localhost", "localhost"), false).objection())
			.isEqualTo(Objection.FOREIGN_HOST);
	}

	@Test
	void objectionWhenForwardedShouldSaySo() {
		assertThat(new Provenance(List.of("127.0.0.1"), List.of("localhost"), true).objection())
			.isEqualTo(Objection.FORWARDED);
	}

	@Test
	void objectionWhenNothingIsKnownOfThePeerShouldSaySo() {
		assertThat(new Provenance(List.of(), List.of("localhost"), false).objection()).isEqualTo(Objection.REMOTE_PEER);
	}

	@Test
	void andWhenOtherSpeaksAgainstItShouldObject() {
		Provenance local = from("127.0.0.1", "localhost");
		assertThat(local.and(null)).isEqualTo(local);
		assertThat(local.and(local).objection()).isNull();
		assertThat(local.and(from("10.0.0.1", "localhost")).objection()).isEqualTo(Objection.REMOTE_PEER);
		assertThat(from("10.0.0.1", "localhost").and(local).objection()).isEqualTo(Objection.REMOTE_PEER);
		assertThat(local.and(from("127.0.0.1", "example.com")).objection()).isEqualTo(Objection.FOREIGN_HOST);
		assertThat(local.and(new Provenance(List.of("127.0.0.1"), List.of("localhost"), true)).objection())
			.isEqualTo(Objection.FORWARDED);
	}

	@ParameterizedTest
	@CsvSource({ "Forwarded,true", "forwarded,true", "VIA,true", "x-forwarded-for,true", "X-Forwarded-Anything,true",
			"X-Forwarded-,true", "X-Forwarded,false", "Via-X,false", "Host,false", "X-Forward-For,false" })
	void isForwardingShouldTellProxiesHeaders(String name, boolean forwarding) {
		assertThat(Provenance.isForwarding(name)).isEqualTo(forwarding);
	}

	private static Provenance from(String peer, String host) {
		return new Provenance(List.of(peer), List.of(host), false);
	}

}
