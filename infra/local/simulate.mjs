// `npm run simulate`: a service simulated day by day with the production routing inside, and its goals G1 to G10.
// apps/simulator/README.md says what the options mean.
import process from 'node:process';
import { complaintAboutNode } from './node-version.mjs';

const complaint = complaintAboutNode(process.versions.node);
if (complaint === '') {
  import('./simulate-run.mjs').then(({ simulate }) => simulate(process.argv.slice(2)));
} else {
  console.error(complaint);
  process.exitCode = 1;
}
