package io.github.corsstarter.origin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Reads IPv6 addresses with the JDK, and shortens them by trying every run of zeros.
 */
final class Ipv6Oracle {

	private Ipv6Oracle() {
	}

	static boolean isCanonical(String address) {
		try {
			InetAddress parsed = InetAddress.getByName("[" + address + "]");
			byte[] octets = (parsed instanceof Inet6Address) ? parsed.getAddress() : mapped(parsed.getAddress());
			return address.equals(canonical(octets));
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	// The JDK takes ::ffff:102:304 for an IPv4 address.
	private static byte[] mapped(byte[] ipv4) {
		byte[] octets = new byte[16];
		Arrays.fill(octets, 10, 12, (byte) 0xff);
		System.arraycopy(ipv4, 0, octets, 12, 4);
		return octets;
	}

	static String canonical(byte[] octets) {
		StringBuilder all = new StringBuilder(":");
		for (int i = 0; i < 16; i += 2) {
			all.append(Integer.toHexString((octets[i] & 0xff) << 8 | (octets[i + 1] & 0xff))).append(':');
		}
		String address = all.toString();
		for (int run = 8; run >= 2; run--) {
			String zeros = ":" + "0:".repeat(run);
			if (address.contains(zeros)) {
				return trim(address.replaceFirst(zeros, "::"));
			}
		}
		return trim(address);
	}

	private static String trim(String address) {
		String start = address.startsWith("::") ? address : address.substring(1);
		return start.endsWith("::") ? start : start.substring(0, start.length() - 1);
	}

}
