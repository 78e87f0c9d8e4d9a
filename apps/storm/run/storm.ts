// `npm run storm`: visitors, responders and supervisors work on real processes while faults are injected, then a checker reads
// what they saw and what is stored. apps/storm/README.md says what the options mean.
import { Failure } from '../../../tools/dev/process/failure.ts';
import { inScratchFolder } from '../../../tools/dev/process/session.ts';
import { build } from '../../../tools/dev/stack/build.ts';
import { loadBundle } from '../../../tools/dev/stack/parse-bundle.ts';
import { removeCluster } from '../../../tools/dev/stack/postgres-cluster.ts';
import { ROOT } from '../../../tools/dev/stack/settings.ts';
import { runSeededBugs } from './seeded-bugs.ts';
import { startStormServers } from './storm-servers.ts';

const args = process.argv.slice(2);

// The result goes to the output and progress to standard error: a program may read the result.
await inScratchFolder({ name: 'storm', out: process.stderr }, async (session) => {
  const stopping = new AbortController();
  session.onEnd(() => stopping.abort());
  session.onStopped(() => removeCluster(session.dataDir));
  if (args.includes('--seeded-bugs')) {
    return runSeededBugs(
      session,
      args.filter((arg) => !arg.startsWith('--')),
    );
  }
  // The copy that holds a seeded bug is built already.
  if (process.env['WARMLINE_BUILT'] !== '1') await build(session, ['gateway', 'storm']);
  const { runStorm, BadOption } = await loadBundle<typeof import('../src/main')>('storm/main.js');
  try {
    return await runStorm({
      args,
      abort: stopping.signal,
      root: ROOT,
      startResources: () => startStormServers(session),
    });
  } catch (error) {
    throw error instanceof BadOption ? new Failure(error.message) : error;
  }
});
