// `npm test`: sets up what is missing, then runs every stage in order and stops at the first that fails.
//
//   npm test                                   all stages
//   npm test -- --only=types                   one stage: lint, types, rules, unit, build, int, e2e or storm
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
import process from 'node:process';
import { complaintAboutNode } from './node-version.mjs';

const complaint = complaintAboutNode(process.versions.node);
if (complaint === '') {
  import('./test-run.mjs').then(({ runTests }) => runTests(process.argv.slice(2)));
} else {
  console.error(complaint);
  process.exitCode = 1;
}
