package io.github.corsstarter.origin;

/**
 * Texts with one {@code *}. They are looked up by what stands before and behind the
 * {@code
 * *} in an origin, without a copy of either, which a {@link java.util.HashSet} would need
 * for every origin that a stranger sends.
 */
final class OriginPartSet {

	// At most a quarter full: probes stay short whatever is asked for.
	private static final int SPARSE = 4;

	private String[] table = new String[SPARSE * 2];

	private int size;

	boolean isEmpty() {
		return this.size == 0;
	}

	void add(String text) {
		this.size++;
		if (this.size * SPARSE > this.table.length) {
			String[] texts = this.table;
			this.table = new String[texts.length * 2];
			for (String known : texts) {
				if (known != null) {
					put(known);
				}
			}
		}
		put(text);
	}

	private void put(String text) {
		int slot = hash(0, text, 0, text.length()) & (this.table.length - 1);
		while (this.table[slot] != null) {
			slot = (slot + 1) & (this.table.length - 1);
		}
		this.table[slot] = text;
	}

	/**
	 * Whether there is a text of the origin up to {@code headEnd}, a {@code *}, and the
	 * origin from {@code tailStart} to {@code tailEnd}.
	 */
	boolean contains(String origin, int headEnd, int tailStart, int tailEnd) {
		int hash = 31 * hash(0, origin, 0, headEnd) + '*';
		int slot = hash(hash, origin, tailStart, tailEnd) & (this.table.length - 1);
		while (this.table[slot] != null) {
			if (isMadeOf(this.table[slot], origin, headEnd, tailStart, tailEnd)) {
				return true;
			}
			slot = (slot + 1) & (this.table.length - 1);
		}
		return false;
	}

	private static boolean isMadeOf(String text, String origin, int headEnd, int tailStart, int tailEnd) {
		int tailLength = tailEnd - tailStart;
		return text.length() == headEnd + 1 + tailLength && text.charAt(headEnd) == '*'
				&& text.regionMatches(0, origin, 0, headEnd)
				&& text.regionMatches(headEnd + 1, origin, tailStart, tailLength);
	}

	private static int hash(int seed, String text, int start, int end) {
		int hash = seed;
		for (int i = start; i < end; i++) {
			hash = 31 * hash + text.charAt(i);
		}
		return hash;
	}

}
