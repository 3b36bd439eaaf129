// Lines of two texts held against each other.

const MOST = 2_000_000;
const CONTEXT = 2;

/**
 * The lines that differ, with some around them: [sign, text] with "-", "+" or " ", and "…" for lines that are left out. Empty
 * where both are the same.
 */
export function difference(before, after) {
  const one = lines(before);
  const other = lines(after);
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) {
    start++;
  }
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) {
    end++;
  }
  const changed = middle(one.slice(start, one.length - end), other.slice(start, other.length - end));
  if (changed.length === 0) {
    return [];
  }
  const same = (text) => [" ", text];
  return folded([...one.slice(0, start).map(same), ...changed, ...one.slice(one.length - end).map(same)]);
}

function lines(text) {
  return text.replaceAll("\r\n", "\n").replace(/\n+$/, "").split("\n").map((line) => line.trimEnd());
}

// The longest common subsequence; where that is too much work, all of the one and then all of the other.
function middle(one, other) {
  if (one.length * other.length > MOST) {
    return [...one.map((text) => ["-", text]), ...other.map((text) => ["+", text])];
  }
  const longest = table(one, other);
  const found = [];
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      found.push([" ", one[i++]]);
      j++;
    }
    else if (j >= other.length || i < one.length && longest[i + 1][j] >= longest[i][j + 1]) {
      found.push(["-", one[i++]]);
    }
    else {
      found.push(["+", other[j++]]);
    }
  }
  return found;
}

function table(one, other) {
  const longest = Array.from({ length: one.length + 1 }, () => new Uint32Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      longest[i][j] = one[i] === other[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  return longest;
}

function folded(all) {
  const near = new Set(all.flatMap(([sign], at) => sign === " " ? [] : Array.from({ length: 2 * CONTEXT + 1 }, (_, step) => at - CONTEXT + step)));
  return all.flatMap((entry, at) => near.has(at) ? [entry] : near.has(at - 1) ? [["…", ""]] : []);
}
