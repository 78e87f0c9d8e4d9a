const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
/** As in WCAG 2.2: above it black has the better contrast, which is 4.58 at the least. */
const LIGHT = 0.179;

const linear = (channel: string): number => {
  const share = Number.parseInt(channel, 16) / 255;
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Black or white, so that the words on a background of the site's own can be read. Null for what is not `#rrggbb`. */
export const inkOn = (background: string): '#000' | '#fff' | null => {
  const [, red, green, blue] = HEX.exec(background) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) > LIGHT ? '#000' : '#fff';
};
