package io.github.corsstarter.edge;

/**
 * A file of an edge's configuration.
 *
 * @param name the file's name, without a folder
 * @param content the whole text: ASCII only, so that no reader's encoding matters, with
 * line feeds and one at the end; the same policies make the same text
 */
public record EdgeFile(String name, String content) {
}
