// Every command of package.json starts here: `node tools/dev/bootstrap.mjs <script.ts> [arguments]`.
// Plain JavaScript that Node 12 can still read, so that an old Node is told in one sentence what to do.
import { complaintAboutNode } from './node-version.mjs';

async function start() {
  const { installMissingPackages } = await import('./packages.mjs');
  const complaint = await installMissingPackages();
  if (complaint !== '') return complaint;
  // Loaded now: it needs the packages.
  const [node = '', , script = '', ...args] = process.argv;
  const { importTypeScript } = await import('./typescript.mjs');
  process.argv = [node, script, ...args];
  await importTypeScript(script);
  return '';
}

const old = complaintAboutNode(process.versions.node);
const complaint = old === '' ? start() : Promise.resolve(old);
complaint.then(
  (sentence) => {
    if (sentence === '') return;
    console.error(sentence);
    process.exitCode = 1;
  },
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
