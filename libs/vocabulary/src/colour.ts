/** Red, green and blue, 0 to 255. */
type Colour = readonly [number, number, number];

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const WHITE: Colour = [255, 255, 255];
/** WCAG 2.2, 1.4.3: words of ordinary size. */
const CONTRAST_MIN = 4.5;
/** The visitor's page by day and by night, as in its style sheet. */
const PAPER = '#fbf6ef';
const NIGHT = '#1c1a1e';

const parse = (hex: string): Colour | null => {
  const [, red, green, blue] = HEX.exec(hex) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
};

const write = (colour: Colour): string =>
  `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance, 0 to 1, as WCAG 2.2 defines it. */
const luminance = ([red, green, blue]: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

const between = (one: Colour, other: Colour): number => {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
};

/** Contrast of two colours as WCAG 2.2 defines it, 1 to 21; 1 for what is not `#rrggbb`. */
export const contrastOf = (one: string, other: string): number => {
  const [first, second] = [parse(one), parse(other)];
  return first === null || second === null ? 1 : between(first, second);
};

/** Whether words of this colour can be read on the page by day, and white words on it. */
export const isLegible = (colour: string): boolean =>
  contrastOf(colour, PAPER) >= CONTRAST_MIN && contrastOf(colour, write(WHITE)) >= CONTRAST_MIN;

const mixed = (from: Colour, to: Colour, share: number): Colour => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

const STEPS = 20;

/** The first of these steps from one colour to another that passes; the last where none does. */
const firstThat = (from: Colour, to: Colour, passes: (colour: string) => boolean): string => {
  for (let step = 0; step <= STEPS; step += 1) {
    const colour = write(mixed(from, to, step / STEPS));
    if (passes(colour)) return colour;
  }
  return write(to);
};

/** The same colour, darker until it can be read on the page by day; null for what is not `#rrggbb`. */
export const darkened = (colour: string): string | null => {
  const parsed = parse(colour);
  return parsed === null ? null : firstThat(parsed, [0, 0, 0], isLegible);
};

export interface Accent {
  readonly accent: string;
  /** A step further from the paper: of a button under the pointer. */
  readonly deep: string;
  /** Words on a button. */
  readonly ink: string;
}

/** What a charity's colour is by day and by night; null for what is not legible. */
export const accentsOf = (colour: string): { readonly day: Accent; readonly night: Accent } | null => {
  const parsed = parse(colour);
  if (parsed === null || !isLegible(colour)) return null;
  const light = firstThat(parsed, WHITE, (tried) => contrastOf(tried, NIGHT) >= 7);
  const lightParsed = parse(light) ?? WHITE;
  return {
    day: { accent: colour, deep: write(mixed(parsed, [0, 0, 0], 0.25)), ink: '#ffffff' },
    night: { accent: light, deep: write(mixed(lightParsed, WHITE, 0.4)), ink: NIGHT },
  };
};
