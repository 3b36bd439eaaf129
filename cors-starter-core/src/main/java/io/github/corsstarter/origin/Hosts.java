package io.github.corsstarter.origin;

/**
 * Hosts as a browser serializes them: ASCII, lower case, IP addresses in their one
 * canonical form.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-host-serializer">the URL standard's
 * host serializer</a>
 */
final class Hosts {

	private static final int IPV6_PIECES = 8;

	private Hosts() {
	}

	static boolean isHost(String text, int start, int end) {
		if (start >= end) {
			return false;
		}
		if (text.charAt(start) == '[') {
			return text.charAt(end - 1) == ']' && isIpv6(text.substring(start + 1, end - 1));
		}
		return isDomain(text, start, end) && (!endsInNumber(text, start, end) || isIpv4(text, start, end));
	}

	/**
	 * Whether the stretch is made of labels: letters, digits, {@code -}, {@code _}, none
	 * empty.
	 */
	static boolean isDomain(String text, int start, int end) {
		boolean labelEmpty = true;
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (c == '.' ? labelEmpty : !isLabelChar(c)) {
				return false;
			}
			labelEmpty = (c == '.');
		}
		return !labelEmpty;
	}

	static boolean isLabelChar(char c) {
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
	}

	/**
	 * Whether a browser would take the host for an IPv4 address: its last label is a
	 * number (<a href="https://url.spec.whatwg.org/#ends-in-a-number-checker">URL
	 * standard</a>).
	 */
	static boolean endsInNumber(String text, int start, int end) {
		int label = Math.max(text.lastIndexOf('.', end - 1) + 1, start);
		if (text.startsWith("0x", label)) {
			return isAll(text, label + 2, end, "0123456789abcdef");
		}
		return isDigits(text, label, end);
	}

	static boolean isIpv4(String text, int start, int end) {
		int from = start;
		for (int part = 0; part < 4; part++) {
			int dot = (part < 3) ? text.indexOf('.', from) : end;
			if (dot < 0 || dot > end || !isCanonicalNumber(text, from, dot, 255)) {
				return false;
			}
			from = dot + 1;
		}
		return true;
	}

	/**
	 * Whether the stretch is a decimal number without leading zeros, up to a maximum of
	 * at most five digits.
	 */
	static boolean isCanonicalNumber(String text, int start, int end, int max) {
		if (start >= end || end - start > 5 || (text.charAt(start) == '0' && end - start > 1)
				|| !isDigits(text, start, end)) {
			return false;
		}
		return Integer.parseInt(text, start, end, 10) <= max;
	}

	private static boolean isIpv6(String address) {
		int[] pieces = parseIpv6(address);
		return pieces.length == IPV6_PIECES && formatIpv6(pieces).equals(address);
	}

	/**
	 * Reads an IPv6 address in hexadecimal notation.
	 * @return its eight pieces, or an empty array
	 */
	static int[] parseIpv6(String address) {
		int gap = address.indexOf("::");
		if (gap < 0) {
			int[] pieces = parsePieces(address);
			return (pieces.length == IPV6_PIECES) ? pieces : new int[0];
		}
		String head = address.substring(0, gap);
		String tail = address.substring(gap + 2);
		int[] before = parsePieces(head);
		int[] after = parsePieces(tail);
		boolean unreadable = (before.length == 0 && !head.isEmpty()) || (after.length == 0 && !tail.isEmpty());
		if (unreadable || before.length + after.length >= IPV6_PIECES) {
			return new int[0];
		}
		int[] pieces = new int[IPV6_PIECES];
		System.arraycopy(before, 0, pieces, 0, before.length);
		System.arraycopy(after, 0, pieces, IPV6_PIECES - after.length, after.length);
		return pieces;
	}

	private static int[] parsePieces(String text) {
		// Counted before it is split: a hostile text has no more pieces than an address.
		if (text.isEmpty() || text.chars().filter((c) -> c == ':').count() >= IPV6_PIECES) {
			return new int[0];
		}
		String[] parts = text.split(":", -1);
		int[] pieces = new int[parts.length];
		for (int i = 0; i < parts.length; i++) {
			String part = parts[i];
			if (part.isEmpty() || part.length() > 4 || !isAll(part, 0, part.length(), "0123456789abcdefABCDEF")) {
				return new int[0];
			}
			pieces[i] = Integer.parseInt(part, 16);
		}
		return pieces;
	}

	/**
	 * Writes an address as browsers do: the first longest run of two or more zero pieces
	 * is left out.
	 */
	static String formatIpv6(int[] pieces) {
		int runStart = -1;
		int runLength = 1;
		for (int i = 0; i < IPV6_PIECES; i++) {
			int length = 0;
			while (i + length < IPV6_PIECES && pieces[i + length] == 0) {
				length++;
			}
			if (length > runLength) {
				runStart = i;
				runLength = length;
			}
		}
		StringBuilder address = new StringBuilder();
		for (int i = 0; i < IPV6_PIECES; i++) {
			if (i == runStart) {
				address.append("::");
				i += runLength - 1;
				continue;
			}
			if (i > 0 && i != runStart + runLength) {
				address.append(':');
			}
			address.append(Integer.toHexString(pieces[i]));
		}
		return address.toString();
	}

	private static boolean isDigits(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	private static boolean isAll(String text, int start, int end, String chars) {
		for (int i = start; i < end; i++) {
			if (chars.indexOf(text.charAt(i)) < 0) {
				return false;
			}
		}
		return true;
	}

}
