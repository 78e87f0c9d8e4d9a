import { randomInt } from 'node:crypto';

/** What a body may look like before it is parsed. Each bounds what `JSON.parse` costs, whatever the bytes are. */
export interface ShapeLimits {
  /** Arrays and objects inside each other. */
  readonly depth: number;
  /** Items and fields, all together. */
  readonly parts: number;
  /** Different names of fields. */
  readonly names: number;
}

export type ShapeFlaw = 'too_deep' | 'too_many_parts' | 'too_many_names';

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_ARRAY, OPEN_OBJECT, CLOSE_ARRAY, CLOSE_OBJECT] = [0x5b, 0x7b, 0x5d, 0x7d];

/** FNV-1a, from a start that no sender knows, so that nobody can make names that count as one. */
const FNV_PRIME = 0x01_00_01_93;
const START = randomInt(2 ** 31);

/**
 * Looks at JSON as its bytes arrive, in one pass and constant memory, and says when it is more than may be parsed. It does
 * not say whether it is JSON: the parser does. Nested brackets alone make `JSON.parse` take seconds.
 */
export class JsonShape {
  private depth = 0;
  private parts = 0;
  private readonly names = new Set<number>();
  private hash = START;
  private isInText = false;
  private isEscaped = false;

  constructor(private readonly limits: ShapeLimits) {}

  /** The first flaw of everything seen so far, or null. */
  look(bytes: Uint8Array): ShapeFlaw | null {
    for (const byte of bytes) {
      if (this.isInText) this.lookInText(byte);
      else {
        const flaw = this.lookOutside(byte);
        if (flaw !== null) return flaw;
      }
    }
    return null;
  }

  private lookInText(byte: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === QUOTE) {
      this.isInText = false;
      return;
    } else if (byte === BACKSLASH) this.isEscaped = true;
    this.hash = Math.imul(this.hash ^ byte, FNV_PRIME);
  }

  private lookOutside(byte: number): ShapeFlaw | null {
    switch (byte) {
      case QUOTE:
        this.isInText = true;
        this.hash = START;
        return null;
      case OPEN_ARRAY:
      case OPEN_OBJECT:
        this.depth += 1;
        return this.depth > this.limits.depth ? 'too_deep' : this.count();
      case CLOSE_ARRAY:
      case CLOSE_OBJECT:
        this.depth -= 1;
        return null;
      case COMMA:
        return this.count();
      case COLON:
        this.names.add(this.hash);
        return this.names.size > this.limits.names ? 'too_many_names' : null;
      default:
        return null;
    }
  }

  private count(): ShapeFlaw | null {
    this.parts += 1;
    return this.parts > this.limits.parts ? 'too_many_parts' : null;
  }
}
