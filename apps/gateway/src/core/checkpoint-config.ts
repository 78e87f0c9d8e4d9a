import { z } from 'zod';
import { isLoopbackHost } from './origin';

const url = (...protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL beginning with ${protocols.join('// or ')}//`,
  });

/** Where the worker takes signed checkpoints of the audit log: out of reach of the people who can change the database. */
export const CHECKPOINT_SETTINGS = {
  AUDIT_CHECKPOINT_DIR: z.string().min(1).optional(),
  /** An HTTPS address that the worker tells of the newest checkpoint, by a webhook as on-call contacts have. */
  AUDIT_CHECKPOINT_WEBHOOK: url('https:', 'http:').optional(),
  /** Signs that webhook. */
  AUDIT_CHECKPOINT_SECRET: z.string().min(16).optional(),
  /** A bucket of a store that speaks S3, with a folder in it if any: `https://s3.eu-west-2.amazonaws.com/bucket/folder`. */
  AUDIT_CHECKPOINT_S3: url('https:', 'http:').optional(),
  AUDIT_CHECKPOINT_S3_KEY_ID: z.string().min(1).optional(),
  AUDIT_CHECKPOINT_S3_SECRET: z.string().min(1).optional(),
  AUDIT_CHECKPOINT_S3_REGION: z.string().min(1).default('us-east-1'),
  /** A git remote, as `git push` takes it. What begins with a dash would be an option. */
  AUDIT_CHECKPOINT_GIT: z
    .string()
    .regex(/^[^-\s]\S*$/, { error: 'must be a git remote without spaces' })
    .optional(),
  /** The e-mail address of a trustee, who gets one checkpoint a day. Needs SMTP_URL. */
  AUDIT_CHECKPOINT_MAIL: z.email({ error: 'must be an e-mail address' }).optional(),
  /** Where a witness takes checkpoints: the address of its `add-checkpoint`. */
  AUDIT_WITNESS_URL: url('https:', 'http:').optional(),
  /** The public key of that witness, as it prints it. */
  AUDIT_WITNESS_KEY: z.string().min(1).optional(),
} as const;

type Checkpoints = z.infer<z.ZodObject<typeof CHECKPOINT_SETTINGS>> & {
  readonly WEBHOOKS_PRIVATE: '0' | '1';
  readonly SMTP_URL?: string | undefined;
};
type Refuse = (name: keyof typeof CHECKPOINT_SETTINGS, message: string) => void;

const NEEDED = [
  ['AUDIT_CHECKPOINT_WEBHOOK', 'AUDIT_CHECKPOINT_SECRET', 'it shows who sends'],
  ['AUDIT_CHECKPOINT_S3', 'AUDIT_CHECKPOINT_S3_KEY_ID', 'a store lets no stranger write'],
  ['AUDIT_CHECKPOINT_S3', 'AUDIT_CHECKPOINT_S3_SECRET', 'a store lets no stranger write'],
  ['AUDIT_WITNESS_URL', 'AUDIT_WITNESS_KEY', 'what a witness answers is checked'],
] as const;

const isPlain = (address: string | undefined): boolean =>
  address !== undefined && URL.canParse(address) && new URL(address).protocol === 'http:';

const isPlainElsewhere = (address: string | undefined): boolean =>
  address !== undefined && isPlain(address) && !isLoopbackHost(new URL(address).hostname);

/** Refuses a place that only half is set up, and one that would send without TLS. */
export const requireSafeCheckpoints = (config: Checkpoints, refuse: Refuse): void => {
  for (const [place, needed, why] of NEEDED)
    if (config[place] !== undefined && config[needed] === undefined)
      refuse(needed, `is needed with ${place}: ${why}`);
  for (const place of ['AUDIT_CHECKPOINT_S3', 'AUDIT_WITNESS_URL'] as const)
    if (isPlainElsewhere(config[place])) refuse(place, 'must begin with https:// off this machine');
  if (isPlain(config.AUDIT_CHECKPOINT_WEBHOOK) && config.WEBHOOKS_PRIVATE === '0')
    refuse('AUDIT_CHECKPOINT_WEBHOOK', 'must begin with https://, unless WEBHOOKS_PRIVATE=1');
  if (config.AUDIT_CHECKPOINT_MAIL !== undefined && config.SMTP_URL === undefined)
    refuse('AUDIT_CHECKPOINT_MAIL', 'needs SMTP_URL, the mail server');
};
