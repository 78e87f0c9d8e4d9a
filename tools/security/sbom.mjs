// `npm run sbom`: writes dist/sbom.cdx.json (CycloneDX, what is shipped) and dist/licences.md (every package), both from
// package-lock.json and without a network. Fails when a licence does not go with AGPL-3.0-or-later.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { licenceProblems, licenceTable, packagesIn } from './licences.mjs';
import { read, ROOT } from './references.mjs';

const packages = packagesIn(JSON.parse(read('package-lock.json')));
const question = ['sbom', '--package-lock-only', '--omit', 'dev', '--offline'];
const bill = execFileSync('npm', [...question, '--sbom-format', 'cyclonedx'], {
  cwd: ROOT,
  encoding: 'utf8',
});

mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
writeFileSync(path.join(ROOT, 'dist/sbom.cdx.json'), bill);
writeFileSync(path.join(ROOT, 'dist/licences.md'), licenceTable(packages));

const problems = licenceProblems(packages);
for (const problem of problems) console.error(`licences: ${problem}`);
const shipped = packages.filter(({ isShipped }) => isShipped).length;
console.log(
  `dist/sbom.cdx.json and dist/licences.md: ${packages.length} packages, ${shipped} of them shipped`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
