// `npm start`: everything Warmline needs, on this machine only, with data in .warmline. Nothing but Node and npm has to be
// there beforehand. Settings by environment: PORT, WARMLINE_DATA_DIR, LOG_LEVEL, and DATABASE_URL or REDIS_URL to use
// servers of your own.
import process from 'node:process';
import { complaintAboutNode } from './node-version.mjs';

const complaint = complaintAboutNode(process.versions.node);
if (complaint === '') {
  // Loaded only now, since an old Node would not even read it.
  import('./start-warmline.mjs').then(({ startWarmline }) => startWarmline());
} else {
  console.error(complaint);
  process.exitCode = 1;
}
