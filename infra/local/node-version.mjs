// Read by Node versions of any age: no syntax and no import here that an old one would stumble over.

/** For each major version that is not simply new enough, the first minor one that is. */
const FIRST_MINOR = { 20: 19, 22: 12 };

/**
 * @param {string} version such as 20.19.0
 * @returns {string} '' when Warmline runs on it, otherwise one sentence
 */
export function complaintAboutNode(version) {
  const parts = version.split('.').map(Number);
  const firstMinor = FIRST_MINOR[/** @type {20 | 22} */ (parts[0])];
  const isNewEnough = parts[0] > 22 || (firstMinor !== undefined && parts[1] >= firstMinor);
  if (isNewEnough) return '';
  return (
    'Warmline needs Node.js 20.19 or newer (of version 22, 22.12 or newer), and this is ' +
    version +
    ': install a newer one, then run this again.'
  );
}
