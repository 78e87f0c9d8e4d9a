import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Processes are started, and nothing here is about how fast: a busy machine may take its time. */
const DEADLINE_MS = 60_000;

const BOOTSTRAP = fileURLToPath(new URL('./bootstrap.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'warmline-bootstrap-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs TypeScript through the bootstrap, without standard input as in CI. */
function runScript(source: string, ...args: readonly string[]) {
  const script = join(folder, 'script.ts');
  writeFileSync(script, source);
  return spawnSync(process.execPath, [BOOTSTRAP, script, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: 'true' },
  });
}

it(
  'a TypeScript file runs with the arguments after it',
  () => {
    const { stdout, status } = runScript(
      `const args: readonly string[] = process.argv.slice(2); console.log(args.join(' ')); process.exitCode = 3;`,
      'one',
      '--two',
    );
    expect([stdout, status]).toEqual(['one --two\n', 3]);
  },
  DEADLINE_MS,
);

it(
  'an error names the line of the TypeScript file',
  () => {
    const { stderr, status } = runScript(
      `interface Left {\n  readonly out: string;\n}\n\nthrow new Error('line five');`,
    );
    expect(stderr).toContain('script.ts:5');
    expect(status).toBe(1);
  },
  DEADLINE_MS,
);

it(
  'TypeScript that cannot be read fails with its path',
  () => {
    const { stderr, status } = runScript('const = 1;');
    expect(stderr).toContain('script.ts');
    expect(status).toBe(1);
  },
  DEADLINE_MS,
);
