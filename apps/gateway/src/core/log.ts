import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';

/** Writing lines, and no more: a child's own fields would pass the list below unseen. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
export const LOG = Symbol('Log');

type LogFnHook = NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']>;

const FRAME = /^\s+at \S.*$/;
const CODE = /^[A-Z0-9_]{1,40}$/;

/** Where it happened. The message comes before the frames, and may have lines that look like frames. */
const framesOf = ({ stack = '', message }: Error): string => {
  const start = stack.indexOf(message);
  if (start === -1) return '';
  const lines = stack.slice(start + message.length).split('\n');
  return lines
    .filter((line) => FRAME.test(line))
    .slice(0, 8)
    .join('\n');
};

/** What an error may say in a log: its kind and place, never parameters, text or addresses. */
const describeError = (error: unknown): { kind: string; code?: string; stack?: string } => {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code =
    'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? { code: error.code } : {};
  return { kind: error.name, ...code, stack: framesOf(error) };
};

/** Fields that a log line may have; any other is dropped. The list is closed, so that no body or address is logged by accident. */
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

/** A log message is exactly what the code says: nothing is taken from an error, and nothing is filled in. */
const sayOnlyWhatIsWritten: LogFnHook = function (given, write) {
  const [fields, words]: unknown[] = given;
  if (typeof fields === 'string') write.call(this, {}, fields);
  else
    write.call(
      this,
      fields instanceof Error ? { err: fields } : fields,
      typeof words === 'string' ? words : '',
    );
};

/** JSON lines with allowlisted fields only, on standard output unless told otherwise. */
export const makeLog = (level: string, role: string, output: DestinationStream = pino.destination(1)): Log =>
  pino(
    {
      level,
      base: { role },
      serializers: { err: describeError },
      formatters: { log: allowlisted },
      hooks: { logMethod: sayOnlyWhatIsWritten },
    },
    output,
  );
