package io.github.corsstarter.scan.send;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Roots of one's own, for sites whose certificates no public authority signed.
 */
public final class TrustedRoots {

	private TrustedRoots() {
	}

	/**
	 * Reads certificates, which then stand in place of those that the JDK trusts. There
	 * is no way to trust everyone.
	 * @param file certificates in PEM
	 * @return what verifies a site by them
	 * @throws IOException if the file cannot be read, or holds no certificate
	 */
	public static SSLContext read(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
				.generateCertificates(in);
			if (certificates.isEmpty()) {
				throw new IOException("The file " + file + " holds no certificate.");
			}
			KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
			roots.load(null, null);
			for (Certificate certificate : certificates) {
				roots.setCertificateEntry(String.valueOf(roots.size()), certificate);
			}
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(roots);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, trust.getTrustManagers(), null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IOException("The file " + file + " holds no certificates in PEM: " + ex.getMessage(), ex);
		}
	}

}
