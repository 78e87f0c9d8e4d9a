// `npm run siege`: attacks of our own on a real gateway, with honest visitors and staff beside them, on a Postgres and a Redis
// of this run only. apps/siege/README.md says what the options mean and how to read the table.
import { Failure } from '../../../tools/dev/process/failure.ts';
import { inScratchFolder, type Session } from '../../../tools/dev/process/session.ts';
import { build } from '../../../tools/dev/stack/build.ts';
import { loadBundle } from '../../../tools/dev/stack/parse-bundle.ts';
import { removeCluster } from '../../../tools/dev/stack/postgres-cluster.ts';
import { waitUntilReady } from '../../../tools/dev/stack/services.ts';
import { DEMO_SIGN_INS } from '../../../tools/dev/stack/settings.ts';
import { startStormServers } from '../../storm/run/storm-servers.ts';
import type { Servers } from '../src/servers';

async function startSiegeServers(session: Session): Promise<Servers> {
  const { children, logDir } = session;
  const servers = await startStormServers(session);
  return {
    ...servers,
    ...{ logDir, waitUntilReady },
    signInsFile: DEMO_SIGN_INS,
    spawn: (spec) => children.spawn(spec),
    stop: (child) => children.stop(child),
  };
}

await inScratchFolder({ name: 'siege', out: process.stderr, keepsLogs: true }, async (session) => {
  session.onStopped(() => removeCluster(session.dataDir));
  await build(session, ['gateway', 'siege']);
  const { runSiege, BadOption } = await loadBundle<typeof import('../src/main')>('siege/main.js');
  try {
    return await runSiege({
      args: process.argv.slice(2),
      startServers: () => startSiegeServers(session),
    });
  } catch (error) {
    throw error instanceof BadOption ? new Failure(error.message) : error;
  }
});
