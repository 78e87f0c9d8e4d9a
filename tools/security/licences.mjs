// The licences of all packages in package-lock.json. No I/O.

/** SPDX ids whose code may be part of a work under AGPL-3.0-or-later. */
const FIT = new Set(
  'MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 MPL-2.0 BlueOak-1.0.0 Unlicense CC0-1.0 Python-2.0 Zlib LGPL-3.0-or-later GPL-3.0-or-later AGPL-3.0-or-later'.split(
    ' ',
  ),
);
/** For data that only builds use. */
const FIT_TO_BUILD_WITH = new Set(['CC-BY-4.0']);

/** Packages whose licence the lock file does not know: read in the files of the package, by hand. @type {Record<string, string>} */
const READ_BY_HAND = { busboy: 'MIT', streamsearch: 'MIT', 'xmlhttprequest-ssl': 'MIT' };

/** @typedef {{ name: string, version: string, licence: string, isShipped: boolean }} Package */

/**
 * Every package, once for each version.
 * @param {{ packages: Record<string, any> }} lock package-lock.json
 * @returns {Package[]}
 */
export const packagesIn = ({ packages }) => {
  const found = Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && link !== true)
    .map(([path, { version, license, dev, devOptional }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const licence = license ?? READ_BY_HAND[name] ?? '';
      return { name, version, licence, isShipped: dev !== true && devOptional !== true };
    });
  const byId = new Map(found.map((entry) => [`${entry.name}@${entry.version}`, entry]));
  // A package that is both shipped and used to build counts as shipped.
  for (const entry of found.filter(({ isShipped }) => isShipped))
    byId.set(`${entry.name}@${entry.version}`, entry);
  return [...byId.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
};

/**
 * Whether an SPDX expression goes with AGPL-3.0-or-later: with OR one part must, with AND every part.
 * @param {string} expression
 * @param {boolean} isShipped
 */
export const fits = (expression, isShipped) => {
  const isFit = (/** @type {string} */ id) => FIT.has(id) || (!isShipped && FIT_TO_BUILD_WITH.has(id));
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((id) => isFit(id.trim())));
};

/** A sentence for each package that may not be used. @param {readonly Package[]} packages */
export const licenceProblems = (packages) =>
  packages
    .filter(({ licence, isShipped }) => !fits(licence, isShipped))
    .map(
      ({ name, version, licence }) =>
        `${name}@${version}: ${licence || 'no licence'} does not go with AGPL-3.0-or-later`,
    );

/** A table for people. @param {readonly Package[]} packages */
export const licenceTable = (packages) =>
  [
    '| package | version | licence | part of |',
    '| --- | --- | --- | --- |',
    ...packages.map(
      ({ name, version, licence, isShipped }) =>
        `| ${name} | ${version} | ${licence} | ${isShipped ? 'the product' : 'building and testing'} |`,
    ),
    '',
  ].join('\n');
