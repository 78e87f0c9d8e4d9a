import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;
export const LOG = Symbol('Log');

/** What an error may say in a log: its kind and place, never parameters, text or addresses. */
const describeError = (error: unknown): { kind: string; code?: string; stack?: string } => {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return { kind: error.name, ...code, stack: frames.slice(0, 8).join('\n') };
};

/** Fields a log line may carry; any other is dropped. Closed, so that nobody logs a body or an address by accident. */
const ALLOWED = new Set([
  'err',
  'what',
  'command',
  'role',
  'count',
  'milliseconds',
  'port',
  'host',
  'signal',
  'id',
]);

const allowlisted = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => ALLOWED.has(name)));

/** JSON lines with allowlisted fields only, on standard output unless told otherwise. */
export const makeLog = (level: string, role: string, output: DestinationStream = pino.destination(1)): Log =>
  pino(
    {
      level,
      base: { role },
      serializers: { err: describeError },
      formatters: { log: allowlisted },
    },
    output,
  );
