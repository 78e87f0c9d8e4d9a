import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './settings.ts';

const compose = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
const dockerfile = readFileSync(join(ROOT, 'infra/docker/Dockerfile'), 'utf8');

/** What is written under each name of this level, by name. */
const blocksOf = (text: string, indent: string): Map<string, string> =>
  new Map(
    text.split(new RegExp(`^${indent}(?=[a-z])`, 'm')).map((block) => {
      const [name = ''] = block.split(':');
      return [name, block];
    }),
  );

it('every container keeps a bounded log and writes no memory to disk', () => {
  const parts = blocksOf(compose, '');
  const bounded = parts.get('x-bounded') ?? '';
  expect(bounded).toMatch(/max-size: 10m, max-file: '5'/);
  expect(bounded).toMatch(/ulimits: \{ core: 0 \}/);
  expect(parts.get('x-warmline')).toContain('<<: *bounded');
  const services = [...blocksOf(parts.get('services') ?? '', '  ')].slice(1);
  expect(services.map(([name]) => name)).toEqual(['migrate', 'gateway', 'worker', 'postgres', 'redis']);
  for (const [name, block] of services)
    expect([name, /^ {4}<<: \*(?:warmline|bounded)$/m.test(block)]).toEqual([name, true]);
});

it('the image starts its command without core dumps, and as its own process', () => {
  const entry = /^ENTRYPOINT (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]';
  const [shell = '', ...args]: string[] = JSON.parse(entry);
  const script = `const { readFileSync } = require('fs'); console.log(process.pid, readFileSync('/proc/self/limits', 'utf8'))`;
  const { pid, stdout } = spawnSync(shell, [...args, process.execPath, '-e', script], { encoding: 'utf8' });
  expect(stdout.split(' ')[0]).toBe(String(pid));
  expect(stdout).toMatch(/Max core file size +0 +0 +bytes/);
});
