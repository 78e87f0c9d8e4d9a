// `npm run simulate`: simulates a service day by day with the production routing inside, and judges its goals G1 to G10.
// apps/simulator/README.md says what the options mean.
import { Failure } from '../../../tools/dev/process/failure.ts';
import { inScratchFolder } from '../../../tools/dev/process/session.ts';
import { build } from '../../../tools/dev/stack/build.ts';
import { loadBundle } from '../../../tools/dev/stack/parse-bundle.ts';
import { ROOT } from '../../../tools/dev/stack/settings.ts';

/** A line without an end is written over on a terminal and left out elsewhere. */
function tell(line: string): void {
  const isPassing = !line.endsWith('\n');
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[2K${isPassing ? `  … ${line}` : `  ${line}`}`);
  else if (!isPassing && line.trim() !== '') process.stderr.write(`  ${line}`);
}

// A reader such as `head` may close the output early: that is no error.
process.stdout.on('error', () => process.exit(0));

await inScratchFolder({ name: 'simulate', out: process.stderr }, async (session) => {
  await build(session, ['simulator']);
  const { runSimulator, BadOption } = await loadBundle<typeof import('../src/main')>('simulator/main.js');
  try {
    const print = (line: string): void => void process.stdout.write(`${line}\n`);
    runSimulator({ args: process.argv.slice(2), root: ROOT, print, tell });
  } catch (error) {
    throw error instanceof BadOption ? new Failure(error.message) : error;
  }
  return 0;
});
