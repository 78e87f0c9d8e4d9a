// `npm run bench`: sets up what is missing, builds, and measures Warmline beside its baselines on a Postgres and a Redis of
// this run only, both as durable as `npm start` has them.
//
//   npm run bench                  every figure (about ten minutes)
//   npm run bench -- P1 P2         some
//   npm run bench -- --quick       fewer people and shorter blocks: to see that it runs, not to be quoted
//   npm run bench -- P9 --full     also what takes many minutes: tables of ten million entries
//   npm run bench -- P1 --profile  also leaves processor profiles of the gateways in dist/profiles
//   npm run bench -- --json        one line of JSON a figure; what it does meanwhile goes to standard error
import process from 'node:process';
import { complaintAboutNode } from './node-version.mjs';

const complaint = complaintAboutNode(process.versions.node);
if (complaint === '') {
  import('./bench-run.mjs').then(({ runBench }) => runBench(process.argv.slice(2)));
} else {
  console.error(complaint);
  process.exitCode = 1;
}
