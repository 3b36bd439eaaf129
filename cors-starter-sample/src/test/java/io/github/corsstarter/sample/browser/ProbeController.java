package io.github.corsstarter.sample.browser;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers whatever it is asked.
 */
@RestController
class ProbeController {

	@RequestMapping("/probe/**")
	String answer() {
		return "probe";
	}

}
