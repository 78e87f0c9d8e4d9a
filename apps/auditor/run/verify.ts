// `npm run audit:verify`: builds the program that checks an exported audit log, and runs it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inScratchFolder } from '../../../tools/dev/process/session.ts';
import { build } from '../../../tools/dev/stack/build.ts';
import { ROOT } from '../../../tools/dev/stack/settings.ts';

await inScratchFolder({ name: 'audit-verify', out: process.stderr }, async (session) => {
  await build(session, ['auditor']);
  const program = join(ROOT, 'dist/auditor/audit-verify.mjs');
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  return status ?? 2;
});
