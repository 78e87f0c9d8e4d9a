// `npm run dev`: as `npm start`, but the pages reload while they are edited, and gateway and worker are built and started
// again. Everything answers at one address, http://localhost:PORT.
import process from 'node:process';
import { complaintAboutNode } from './node-version.mjs';

const complaint = complaintAboutNode(process.versions.node);
if (complaint === '') {
  import('./dev-warmline.mjs').then(({ developWarmline }) => developWarmline());
} else {
  console.error(complaint);
  process.exitCode = 1;
}
