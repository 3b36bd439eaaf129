package io.github.corsstarter.scan.origins;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Lookalikes}.
 */
class LookalikesTests {

	private final Lookalikes lookalikes = new Lookalikes("r", (domain) -> domain.equals("co.uk"));

	@Test
	void aroundShouldMakeWhatCarelessComparisonsLetIn() {
		this.lookalikes.around("https://shop.example.com", "it");
		assertThat(origins()).containsExactly("http://shop.example.com", "https://shop.example.com:8443",
				"https://shop.example.com.r.invalid", "https://rexample.com", "https://rshop.example.com",
				"https://r.shop.example.com", "https://r.example.com", "https://shop.examplexcom",
				"https://shopxexample.com", "https://hop.example.com", "https://shop.example.co");
	}

	@Test
	void aroundWhenSuffixHasTwoLabelsShouldFindTheDomain() {
		this.lookalikes.around("https://a.shop.co.uk:8443", "it");
		assertThat(origins()).contains("https://rshop.co.uk:8443", "https://r.shop.co.uk:8443",
				"https://a.shop.co.uk:8444", "https://a.shop.co.uk.r.invalid");
	}

	@Test
	void aroundShouldReplaceTheLastDotsOfLongNames() {
		this.lookalikes.around("https://a.b.c.d.e.f", "it");
		assertThat(this.lookalikes.list()).filteredOn((lookalike) -> lookalike.note().startsWith("dot replaced"))
			.extracting(Lookalike::origin)
			.containsExactly("https://a.b.c.d.exf", "https://a.b.c.dxe.f", "https://a.b.cxd.e.f",
					"https://a.bxc.d.e.f");
	}

	@Test
	void aroundWhenHostIsAnAddressShouldMakeNoNames() {
		this.lookalikes.around("http://127.0.0.1:8080", "it");
		assertThat(origins()).containsExactly("https://127.0.0.1:8080", "http://127.0.0.1:8443",
				"http://127.0.0.1.r.invalid");
		Lookalikes other = new Lookalikes("r", (domain) -> false);
		other.around("http://[::1]:8080", "it");
		assertThat(other.list()).extracting(Lookalike::origin)
			.containsExactly("https://[::1]:8080", "http://[::1]:8443");
	}

	@Test
	void aroundWhenHostHasOneLabelShouldMakeNames() {
		this.lookalikes.around("http://localhost:3000", "it");
		assertThat(origins()).contains("http://localhost.r.invalid", "http://rlocalhost:3000",
				"http://r.localhost:3000", "https://localhost:3000");
	}

	@Test
	void oddlyContinuedShouldUseCharactersThatEndWords() {
		this.lookalikes.oddlyContinued("https://shop.example.com", "it");
		assertThat(origins()).containsExactly("https://shop.example.com_r.invalid",
				"https://shop.example.com-r.invalid", "https://shop.example.com{r.invalid",
				"https://shop.example.com,r.invalid", "https://shop.example.com`r.invalid");
	}

	@Test
	void aroundWildcardShouldMakeWhatItMustNotMatch() {
		this.lookalikes.aroundWildcard("https://app-r.example.com", "example.com", false, "it");
		assertThat(origins()).containsExactly("https://example.com", "https://rexample.com",
				"https://app-r.r.example.com");
	}

	private List<String> origins() {
		return this.lookalikes.list().stream().map(Lookalike::origin).toList();
	}

}
