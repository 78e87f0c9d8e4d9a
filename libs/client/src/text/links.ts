export interface TextPiece {
  readonly text: string;
  /** Only ever http or https. */
  readonly href: string | null;
}

const LINK = /https?:\/\/[^\s<>"']+/giu;
const TRAILING = /[).,;:!?\]]+$/u;

// `URL.canParse` is too new for old phones.
const isAddress = (text: string): boolean => {
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
};

/** A text as plain pieces and web addresses. Anything else that looks like a link stays text. */
export const splitLinks = (text: string): readonly TextPiece[] => {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0].replace(TRAILING, '');
    if (!isAddress(address)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), href: null });
    pieces.push({ text: address, href: address });
    from = match.index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
};

/** Every web address in the texts, once each, in the order given. */
export const linksIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => splitLinks(text).flatMap(({ href }) => (href === null ? [] : [href])))),
];
