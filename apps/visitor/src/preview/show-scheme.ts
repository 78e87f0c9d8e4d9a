const NIGHT = /prefers-color-scheme:\s*dark/;

/** Rules for the night, found while they still said so. */
const nightRules = new WeakSet<CSSMediaRule>();

const rulesOf = (style: CSSStyleSheet): CSSRule[] => {
  try {
    return [...style.cssRules];
  } catch {
    // Not loaded yet: it is asked again when it is.
    return [];
  }
};

/**
 * Shows the page by day or by night, whatever the device prefers: the style sheets' own rules for the night apply always or never.
 * Call it again when a style sheet was added.
 */
export const showScheme = (isNight: boolean): void => {
  document.documentElement.style.colorScheme = isNight ? 'dark' : 'light';
  for (const rule of [...document.styleSheets].flatMap(rulesOf)) {
    if (!(rule instanceof CSSMediaRule)) continue;
    if (NIGHT.test(rule.media.mediaText)) nightRules.add(rule);
    if (nightRules.has(rule)) rule.media.mediaText = isNight ? 'all' : 'not all';
  }
};
