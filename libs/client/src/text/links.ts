export interface TextPiece {
  readonly text: string;
  /** Only ever http or https; null for plain text. */
  readonly href: string | null;
}

/** Starts like a web address and runs to white space, a double quotation mark, or a full stop or comma of East Asia. */
const LINK = /https?:\/\/[^\s<>"“”„«»「」『』、。，！？；：]+/giu;
/** Punctuation that ends the sentence rather than the address. */
const ENDS_SENTENCE = /^[.,;:!?…'‘’*_~]$/u;
const BRACKETS: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '}': '{',
  '）': '（',
  '】': '【',
  '》': '《',
};
const BRACKET = new Set(Object.entries(BRACKETS).flat());

/** How often each bracket occurs in the address; brought up to date as its end is cut, so that each letter is looked at once. */
const bracketsIn = (address: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const letter of address) if (BRACKET.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
};

/** A closing bracket belongs to the address when the address also opens it. Linear in the length of the address. */
const withoutTrailing = (found: string): string => {
  const counts = bracketsIn(found);
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    const opening = BRACKETS[last];
    if (opening === undefined) {
      if (!ENDS_SENTENCE.test(last)) break;
    } else {
      const closed = counts.get(last) ?? 0;
      if (closed <= (counts.get(opening) ?? 0)) break;
      counts.set(last, closed - 1);
    }
  }
  return found.slice(0, end);
};

// `URL.canParse` is too new for old phones.
const isAddress = (text: string): boolean => {
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
};

/**
 * Splits a text into plain pieces and web addresses, as a reader would. Anything else that looks like a link stays text. Linear
 * in the length of the text.
 */
export const splitLinks = (text: string): readonly TextPiece[] => {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const address = withoutTrailing(match[0]);
    if (!isAddress(address)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), href: null });
    pieces.push({ text: address, href: address });
    from = match.index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
};

/** Every web address in the texts, once each, in the order of the texts. */
export const linksIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => splitLinks(text).flatMap(({ href }) => (href === null ? [] : [href])))),
];
