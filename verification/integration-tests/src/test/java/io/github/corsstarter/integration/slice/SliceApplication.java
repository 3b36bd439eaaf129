package io.github.corsstarter.integration.slice;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * What a user's slice tests find as their application.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class SliceApplication {

}
