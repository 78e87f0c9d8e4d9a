import { makeLog, type Log } from './log';

const CANARY = 'i-am-what-somebody-wrote';

const written = (write: (log: Log) => void): string => {
  const lines: string[] = [];
  write(makeLog('debug', 'gateway', { write: (line) => lines.push(line) }));
  expect(lines).toHaveLength(1);
  return lines.join('');
};

describe('a line of the log', () => {
  it('carries what happened, in allowlisted fields', () => {
    const line = written((log) => log.info({ port: 3000, host: '127.0.0.1', what: 'listening' }, 'ready'));
    expect(JSON.parse(line)).toMatchObject({ role: 'gateway', port: 3000, what: 'listening', msg: 'ready' });
  });

  it.each([
    'body',
    'text',
    'name',
    'token',
    'secret',
    'cookie',
    'authorization',
    'address',
    'ip',
    'remoteAddress',
    'userAgent',
    'headers',
    'payload',
    'query',
    'parameters',
    'req',
    'res',
    'error',
  ])('[PRV2] drops %s, whatever it holds', (field) => {
    for (const value of [CANARY, [CANARY], { deeper: CANARY }, new Error(CANARY)])
      expect(written((log) => log.info({ [field]: value }, 'said'))).not.toContain(CANARY);
  });

  it('[PRV2] says of an error its kind, code and place, and nothing of its words', () => {
    const error = Object.assign(new TypeError(`cannot read ${CANARY}\n    at ${CANARY} (x.ts:1:1)\n at`), {
      code: '23505',
      detail: CANARY,
      parameters: [CANARY],
      cause: new Error(CANARY),
      query: CANARY,
    });
    const line = written((log) => log.error({ err: error }, 'a command failed'));
    expect(line).not.toContain(CANARY);
    expect(JSON.parse(line).err).toMatchObject({ kind: 'TypeError', code: '23505' });
    expect(JSON.parse(line).err.stack).toContain('log.spec.ts');
  });

  it.each(['', 'a', 'Error', 'at log.spec.ts'])('keeps the place of an error that says %j', (words) => {
    const line = written((log) => log.error({ err: new Error(words) }, 'a command failed'));
    expect(JSON.parse(line).err.stack).toMatch(/^\s+at .*log\.spec\.ts/);
  });

  it.each<[string, (log: Log) => void]>([
    ['an error alone', (log) => log.error(new Error(CANARY))],
    ['an error without words', (log) => log.error({ err: new Error(CANARY) })],
    ['a code that is none', (log) => log.error({ err: Object.assign(new Error(), { code: CANARY }) }, 'x')],
    ['something thrown that is no error', (log) => log.error({ err: CANARY }, 'x')],
    ['an error whose words were changed', (log) => log.error({ err: changed() }, 'x')],
    ['words to be filled in', (log) => log.info('said %s', CANARY)],
    ['fields and words to be filled in', (log) => log.info({ what: 'x' }, 'said %s', CANARY)],
  ])('[PRV2] says nothing of what was written, given %s', (_, write) => {
    expect(written(write)).not.toContain(CANARY);
  });
});

const changed = (): Error => {
  const error = new Error(`${CANARY}\n    at ${CANARY}`);
  void error.stack;
  error.message = 'other words by now';
  return error;
};
