// `npm test`: runs every stage in order and stops at the first group with a failure.
//
//   npm test                                   all stages
//   npm run test:all                           the long ones too
//   npm test -- --only=code                    one stage by its name (see tools/dev/checks/stages.ts)
//   npm run test:unit -- libs/routing          the specs whose path contains the pattern
//   npm run test:int -- conversation-store     the same on a fresh Postgres and Redis
//   npm run test:e2e -- visitor                the same with Warmline built and running, and a browser
//   npm run test:int -- store -t 'MSG2'        everything after a pattern or option goes to Jest as it is
//
// What specs find in their environment:
//   int  TEST_DATABASE_URL  superuser of a fresh cluster, database `postgres`
//        TEST_REDIS_URL     a fresh Redis
//   e2e  those two, and
//        WARMLINE_URL       where Warmline runs, without a slash at the end
//        WARMLINE_DATA_DIR  its data folder; children.json there names the processes with their pids
//        DEMO_SIGN_INS_FILE the staff of the demo
//        CHROMIUM_PATH      the browser's program
import { join } from 'node:path';
import { chooseStages, parseArguments, runStages } from '../checks/run-stages.ts';
import { STAGES } from '../checks/stages.ts';
import { closingLine, type Tally } from '../checks/tally.ts';
import { inScratchFolder } from '../process/session.ts';
import { removeCluster } from '../stack/postgres-cluster.ts';
import { startStack, type Stack } from '../stack/stack.ts';

await inScratchFolder({ name: 'test', isInMemory: true }, async (session) => {
  const { dataDir: scratch, children, progress, onStopped } = session;
  let stack: Promise<Stack> | undefined;
  let sum: Tally = { passed: 0, failed: 1, skipped: 0 };
  onStopped(() => {
    removeCluster(join(scratch, 'warmline'));
    removeCluster(scratch);
    progress.say(`\n${closingLine(sum)}`);
  });
  const choice = parseArguments(process.argv.slice(2));
  const groups = chooseStages(STAGES, choice);
  const servers = (): Promise<Stack> =>
    (stack ??= startStack({ dataDir: scratch, database: 'postgres', isFast: true, drills: {}, children }));
  sum = await runStages(groups, { ...session, scratch, jestArgs: choice.jestArgs, servers });
  return sum.failed === 0 ? 0 : 1;
});
