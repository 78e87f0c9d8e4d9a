// `npm run audit:witness`: builds the program that co-signs checkpoints of an audit log, and runs it until it is stopped.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inScratchFolder } from '../../../tools/dev/process/session.ts';
import { build } from '../../../tools/dev/stack/build.ts';
import { ROOT } from '../../../tools/dev/stack/settings.ts';

await inScratchFolder({ name: 'audit-witness', out: process.stderr }, async (session) => {
  await build(session, ['witness']);
  const program = join(ROOT, 'dist/witness/audit-witness.mjs');
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  return status ?? 2;
});
