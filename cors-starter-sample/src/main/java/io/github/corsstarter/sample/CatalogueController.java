package io.github.corsstarter.sample;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the shop sells, for everyone to see.
 */
@RestController
class CatalogueController {

	@GetMapping("/public/catalogue")
	List<Article> list() {
		return List.of(new Article("Tea pot", "24.00"), new Article("Tea cup", "6.50"));
	}

	/**
	 * What can be ordered.
	 *
	 * @param item its name
	 * @param price what it costs, in euros
	 */
	record Article(String item, String price) {
	}

}
