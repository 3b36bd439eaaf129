package io.github.corsstarter.compatibility.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A pom.xml as it is written, without what it inherits.
 */
final class Pom {

	private final Document document;

	private Pom(Document document) {
		this.document = document;
	}

	static Pom read(Path file) throws IOException {
		try {
			return new Pom(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IOException(file.toString(), ex);
		}
	}

	/**
	 * Returns the poms of a project's modules that are deployed.
	 * @param project the project's folder
	 * @return the poms by the names of their artifacts, without the parent
	 */
	static Map<String, Pom> deployed(Path project) throws IOException {
		Map<String, Pom> poms = new TreeMap<>();
		for (String module : read(project.resolve("pom.xml")).texts("/project/modules/module")) {
			Pom pom = read(project.resolve(module).resolve("pom.xml"));
			if (!pom.texts("/project/properties/maven.deploy.skip").contains("true")) {
				poms.put(pom.text("/project/artifactId"), pom);
			}
		}
		return poms;
	}

	boolean isJar() {
		return !texts("/project/packaging").contains("pom");
	}

	String text(String path) {
		List<String> texts = texts(path);
		return texts.isEmpty() ? "" : texts.get(0);
	}

	List<String> texts(String path) {
		try {
			NodeList nodes = (NodeList) XPathFactory.newInstance()
				.newXPath()
				.evaluate(path, this.document, XPathConstants.NODESET);
			List<String> texts = new ArrayList<>();
			for (int i = 0; i < nodes.getLength(); i++) {
				texts.add(nodes.item(i).getTextContent().strip());
			}
			return texts;
		}
		catch (XPathExpressionException ex) {
			throw new IllegalArgumentException(path, ex);
		}
	}

}
