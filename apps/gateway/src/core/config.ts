import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { serviceId } from '@warmline/kernel';
import { CHECKPOINT_SETTINGS, requireSafeCheckpoints } from './checkpoint-config';
import { parseProxies } from './client-address';
import { identityProviderVariables, requireSafeIdentityProvider } from './identity-provider-config';
import { isLoopback, isLoopbackHost } from './origin';
import { flawOfServerUrl } from './server-url';

const port = z.coerce.number().int().min(1).max(65_535);
const url = (...protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL beginning with ${protocols.join('// or ')}//`,
  });

const postgresUrl = url('postgres:', 'postgresql:');

const schema = z.object({
  PORT: port.default(3000),
  /** Loopback unless told otherwise: the demo is for this machine only. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** As warmline_app, who may do only what gateway and worker need. */
  DATABASE_URL: postgresUrl,
  /** Of the worker alone: as warmline_sequencer, who keeps the audit log. */
  DATABASE_SEQUENCER_URL: postgresUrl.optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  REDIS_URL: url('redis:', 'rediss:'),
  REDIS_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]{1,40}$/)
    .default('wl'),
  /** The keys that open what visitors wrote: outside Postgres and its backups. */
  KEYRING_DIR: z.string().min(1),
  /** The module of PKCS#11 that has the main key of the keyring, where it is in a security module: `/usr/lib/softhsm/libsofthsm2.so`. */
  KEYRING_PKCS11_MODULE: z.string().min(1).optional(),
  /** The PIN of its user. */
  KEYRING_PKCS11_PIN: z.string().min(1).optional(),
  /** `1`: the keys are lost for good, and what they sealed may stay unreadable. */
  KEYRING_LOST: z.enum(['0', '1']).default('0'),
  VISITOR_DIR: z.string().min(1).default('dist/visitor'),
  CONSOLE_DIR: z.string().min(1).default('dist/console'),
  /** `launch.js`, for the charity's own sites. */
  LAUNCHER_DIR: z.string().min(1).default('dist/launcher'),
  /** The service that this process serves, by its id; without one, the first of the deployment. `service:new` prints it. */
  SERVICE_ID: z
    .uuid({ error: 'must be the id that service:new printed' })
    .transform((id) => serviceId(id))
    .optional(),
  /** What browsers type; its origin is the only one whose pages may connect. */
  PUBLIC_URL: url('http:', 'https:').default('http://localhost:3000'),
  /** Proxies in front of this gateway, for limits by network: only they are believed when they say for whom they ask. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(parseProxies)
    .refine((proxies) => proxies !== null, {
      error: 'must be IP addresses or networks such as 10.0.0.0/8, separated by commas',
    })
    .transform((proxies) => proxies ?? []),
  /** Names by which a proxy or a probe asks for this gateway, beside that of PUBLIC_URL; separated by commas, without ports. */
  ALLOWED_HOSTS: z
    .string()
    .regex(/^[a-z0-9.-]*(?:,[a-z0-9.-]+)*$/, {
      error: 'must be host names in lower case, separated by commas',
    })
    .default('')
    .transform((names) => names.split(',').filter((name) => name !== '')),
  /** `1`: the demo charity with its published sign-ins, over loopback. */
  WARMLINE_DEMO: z.enum(['0', '1']).default('0'),
  /** `1`: `HOST` is inside a container whose port is published on loopback only, so the demo may listen there. */
  DEMO_IN_CONTAINER: z.enum(['0', '1']).default('0'),
  DEMO_SIGN_INS_FILE: z.string().min(1).optional(),
  /** Of one page, typing and receipts included; a benchmark or a storm raises them. */
  COMMANDS_PER_20S: z.coerce.number().int().min(1).max(1_000_000).default(240),
  /** Of one page. No one types faster for long. */
  MESSAGES_PER_20S: z.coerce.number().int().min(1).max(1_000_000).default(40),
  /**
   * Chats that one gateway lets start freely in a minute, all networks together. Past it a page does a short proof of work
   * first. Of one network it is half; of those who say they are in danger, a few.
   */
  STARTS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(60),
  /** Pages connected to one gateway; more are sent elsewhere, or wait. */
  SOCKETS_MAX: z.coerce.number().int().min(1).max(1_000_000).default(20_000),
  /**
   * For drills and tests only: below 1, every period and deadline of the server is that much shorter, all of them
   * together, so that what takes minutes in service is seen in seconds.
   */
  TIME_SCALE: z.coerce.number().min(0.02).max(1).default(1),
  /** `1`, for tests only: a Postgres that forgets what it has committed when the power fails. */
  UNDURABLE_POSTGRES: z.enum(['0', '1']).default('0'),
  /** The mail server for on-call contacts and invites: `smtps://user:password@host:465`, or `smtp://…:587` for STARTTLS. */
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  /** The sender of every e-mail. */
  SMTP_FROM: z.email({ error: 'must be an e-mail address' }).optional(),
  /** `1`: e-mails may go to the mail server without TLS, for a relay on the same machine or network. */
  SMTP_PLAIN: z.enum(['0', '1']).default('0'),
  /** `1`: webhooks of on-call contacts may go into private networks, and there without TLS. */
  WEBHOOKS_PRIVATE: z.enum(['0', '1']).default('0'),
  ...CHECKPOINT_SETTINGS,
  ...identityProviderVariables,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

type Refuse = (name: keyof z.infer<typeof schema>, message: string) => void;

const requireSafeServers = (config: z.infer<typeof schema>, refuse: Refuse): void => {
  if (config.WARMLINE_DEMO === '1') return;
  for (const name of ['DATABASE_URL', 'DATABASE_SEQUENCER_URL', 'REDIS_URL'] as const) {
    const url = config[name];
    const flaw = url === undefined ? undefined : flawOfServerUrl(url);
    if (flaw !== undefined) refuse(name, flaw);
  }
};

/** Whether every `%` begins the code of a character, so that the text can be decoded. */
const isPercentEncoded = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

const requireSafeMail = (
  { SMTP_URL, SMTP_FROM, SMTP_PLAIN }: z.infer<typeof schema>,
  refuse: Refuse,
): void => {
  if (SMTP_URL === undefined || !URL.canParse(SMTP_URL)) return;
  if (SMTP_FROM === undefined)
    refuse('SMTP_FROM', 'is needed with SMTP_URL: the address that e-mails come from');
  const { protocol, hostname, username, password } = new URL(SMTP_URL);
  if (![username, password].every(isPercentEncoded))
    refuse('SMTP_URL', 'has a % in its name or password: write it as %25');
  if (SMTP_PLAIN === '1' && protocol === 'smtp:' && username !== '' && !isLoopbackHost(hostname))
    refuse(
      'SMTP_PLAIN',
      'would send the password of SMTP_URL unencrypted: leave it out, or use an account without one',
    );
};

/** What is unsafe in a real service: cookies without TLS, sign-ins that anyone can read, passwords that anyone may guess. */
const requireSafe = (config: z.infer<typeof schema>, check: z.core.$RefinementCtx): void => {
  const refuse: Refuse = (name, message) => check.addIssue({ code: 'custom', path: [name], message });
  requireSafeServers(config, refuse);
  requireSafeMail(config, refuse);
  requireSafeCheckpoints(config, refuse);
  requireSafeIdentityProvider(config, refuse);
  const { PUBLIC_URL, WARMLINE_DEMO, DEMO_IN_CONTAINER, HOST } = config;
  if (WARMLINE_DEMO === '1' && DEMO_IN_CONTAINER === '0' && !isLoopbackHost(HOST))
    refuse(
      'HOST',
      'the demo has published passwords, so HOST must be 127.0.0.1; in a container whose port is published on 127.0.0.1 only, set DEMO_IN_CONTAINER=1',
    );
  if (!URL.canParse(PUBLIC_URL) || isLoopback(PUBLIC_URL)) return;
  if (new URL(PUBLIC_URL).protocol === 'http:')
    refuse(
      'PUBLIC_URL',
      'must begin with https:// unless it is on this machine, such as http://localhost:3000',
    );
  if (WARMLINE_DEMO === '1')
    refuse('WARMLINE_DEMO', 'the demo has published passwords, so PUBLIC_URL must be on this machine');
};

const safeSchema = schema.superRefine(requireSafe);

/** What only `migrate` is given: who may change the shape of the database, and who may make roles. */
const migrationSchema = schema
  .extend({
    DATABASE_OWNER_URL: postgresUrl,
    /** With it, the roles are made, get the passwords of the other URLs, and the tables go to the owner. */
    DATABASE_ADMIN_URL: postgresUrl.optional(),
    DATABASE_READER_URL: postgresUrl.optional(),
  })
  .superRefine(requireSafe);

/** What a program needs that works on the keyring and records it. */
const keyringSchema = schema.pick({
  DATABASE_URL: true,
  KEYRING_DIR: true,
  KEYRING_PKCS11_MODULE: true,
  KEYRING_PKCS11_PIN: true,
});

export type Config = z.infer<typeof schema>;
export type KeyringConfig = z.infer<typeof keyringSchema>;
export type MigrationConfig = z.infer<typeof migrationSchema>;

/** Injected wherever configuration is needed; nothing else reads the environment. */
export const CONFIG = Symbol('Config');

export class BadConfiguration extends Error {}

const FROM_FILES = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_ADMIN_URL',
  'DATABASE_READER_URL',
  'DATABASE_SEQUENCER_URL',
  'AUDIT_CHECKPOINT_SECRET',
  'OIDC_CLIENT_SECRET',
  'AUDIT_CHECKPOINT_S3_SECRET',
  'KEYRING_PKCS11_PIN',
  'REDIS_URL',
  'SMTP_URL',
];

interface Filled {
  readonly environment: NodeJS.ProcessEnv;
  readonly flaws: readonly string[];
}

/** `NAME_FILE` names a file that holds NAME: how secrets arrive in containers. */
const withFiles = (environment: NodeJS.ProcessEnv): Filled => {
  const filled = { ...environment };
  const flaws: string[] = [];
  for (const name of FROM_FILES) {
    const file = environment[`${name}_FILE`];
    if (file === undefined || filled[name] !== undefined) continue;
    try {
      filled[name] = readFileSync(file, 'utf8').trim();
    } catch {
      flaws.push(`${name}_FILE: names a file that cannot be read`);
    }
  }
  return { environment: filled, flaws };
};

/** Throws BadConfiguration naming every bad variable at once, and no value: some are secrets. */
const parsed = <Value>(by: z.ZodType<Value>, given: NodeJS.ProcessEnv): Value => {
  const { environment, flaws } = withFiles(given);
  const result = by.safeParse(environment);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const all = [...flaws, ...issues].map((flaw) => `  ${flaw}`);
  throw new BadConfiguration(`The configuration cannot be used:\n${all.join('\n')}`);
};

/** Of gateway and worker. Throws BadConfiguration. */
export const parseConfig = (environment: NodeJS.ProcessEnv): Config => parsed(safeSchema, environment);

/** Of migrate. Throws BadConfiguration. */
export const parseMigrationConfig = (environment: NodeJS.ProcessEnv): MigrationConfig =>
  parsed(migrationSchema, environment);

/** How to reach the security module; null without one. Throws BadConfiguration where half of it is set. */
export const pkcs11Of = ({
  KEYRING_PKCS11_MODULE: module,
  KEYRING_PKCS11_PIN: pin,
}: Pick<Config, 'KEYRING_PKCS11_MODULE' | 'KEYRING_PKCS11_PIN'>): { module: string; pin: string } | null => {
  if (module === undefined && pin === undefined) return null;
  if (module !== undefined && pin !== undefined) return { module, pin };
  throw new BadConfiguration(
    'KEYRING_PKCS11_MODULE and KEYRING_PKCS11_PIN go together: set both, or neither.',
  );
};

export const configFromEnvironment = (): Config => parseConfig(process.env);
/** Of `keys:rotate`. Throws BadConfiguration. */
export const keyringConfigFromEnvironment = (): KeyringConfig => parsed(keyringSchema, process.env);
export const migrationConfigFromEnvironment = (): MigrationConfig => parseMigrationConfig(process.env);
