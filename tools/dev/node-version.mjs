// Node versions of any age read this: it uses no syntax and no import that an old one does not know.

/** The first minor version that is new enough, for each major version that is not new enough as a whole. */
const FIRST_MINOR = { 20: 19, 22: 12 };

/**
 * @param {string} version such as 20.19.0
 * @returns {string} '' when Warmline runs on it, otherwise one sentence
 */
export function complaintAboutNode(version) {
  const parts = version.split('.');
  const major = Number(parts[0]);
  const minor = Number(parts[1]);
  const firstMinor = FIRST_MINOR[/** @type {20 | 22} */ (major)];
  const isNewEnough = major > 22 || (firstMinor !== undefined && minor >= firstMinor);
  if (isNewEnough) return '';
  return (
    'Warmline needs Node.js 20.19 or newer (of version 22, 22.12 or newer), and this is ' +
    version +
    ': install a newer one, then run this again.'
  );
}
