// `npm run storm`: visitors, responders and supervisors at work on real processes while everything that can break is
// broken, then a checker over what they saw and what is stored. apps/storm/README.md says what the options mean.
import process from 'node:process';
import { complaintAboutNode } from './node-version.mjs';

const complaint = complaintAboutNode(process.versions.node);
if (complaint === '') {
  import('./storm-run.mjs').then(({ storm }) => storm(process.argv.slice(2)));
} else {
  console.error(complaint);
  process.exitCode = 1;
}
