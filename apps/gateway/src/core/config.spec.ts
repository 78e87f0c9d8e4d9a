import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadConfiguration, parseConfig, parseMigrationConfig } from './config';

const least = {
  DATABASE_URL: 'postgres://warmline:hidden@127.0.0.1:5432/warmline',
  REDIS_URL: 'redis://127.0.0.1:6379',
  KEYRING_DIR: '/keys',
};
const flawsOf = (environment: NodeJS.ProcessEnv): string => {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof BadConfiguration) return error.message;
    throw error;
  }
  return '';
};

describe('the configuration', () => {
  it('needs a database, Redis and a place for keys; the rest is for this machine only', () => {
    expect(parseConfig(least)).toEqual({
      ...least,
      AUDIT_CHECKPOINT_S3_REGION: 'us-east-1',
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_POOL: 10,
      REDIS_PREFIX: 'wl',
      KEYRING_LOST: '0',
      VISITOR_DIR: 'dist/visitor',
      CONSOLE_DIR: 'dist/console',
      LAUNCHER_DIR: 'dist/launcher',
      PUBLIC_URL: 'http://localhost:3000',
      WARMLINE_DEMO: '0',
      DEMO_IN_CONTAINER: '0',
      TRUSTED_PROXIES: [],
      ALLOWED_HOSTS: [],
      COMMANDS_PER_20S: 240,
      MESSAGES_PER_20S: 40,
      STARTS_PER_MINUTE: 60,
      OIDC_NAME: 'single sign-on',
      OIDC_SECOND_FACTOR: ['mfa'],
      OIDC_SCOPE: 'openid',
      OIDC_ROLES: {},
      SOCKETS_MAX: 20_000,
      SMTP_PLAIN: '0',
      WEBHOOKS_PRIVATE: '0',
      TIME_SCALE: 1,
      UNDURABLE_POSTGRES: '0',
      LOG_LEVEL: 'info',
    });
  });

  it('[SEC7] takes an identity provider whole, over TLS, or not at all', () => {
    const provider = {
      ...least,
      OIDC_ISSUER: 'https://login.example/realm',
      OIDC_CLIENT_ID: 'warmline',
      OIDC_CLIENT_SECRET: 'a secret of sixteen',
    };
    expect(flawsOf(provider)).toBe('');
    expect(flawsOf({ ...provider, OIDC_ISSUER: 'http://127.0.0.1:9000' })).toBe('');
    expect(flawsOf({ ...provider, OIDC_ISSUER: undefined })).toContain('OIDC_ISSUER: is needed');
    expect(flawsOf({ ...provider, OIDC_CLIENT_SECRET: undefined })).toContain(
      'OIDC_CLIENT_SECRET: is needed',
    );
    expect(flawsOf({ ...provider, OIDC_CLIENT_SECRET: 'short' })).toContain('16 characters');
    const roles = { ...provider, OIDC_ROLE_CLAIM: 'groups', OIDC_ROLES: 'cn=leads=supervisor, b=trainer' };
    expect(parseConfig(roles).OIDC_ROLES).toEqual({ 'cn=leads': 'supervisor', b: 'trainer' });
    for (const OIDC_ROLES of ['leads', 'leads=boss', '=trainer', 'a=trainer b'])
      expect(flawsOf({ ...roles, OIDC_ROLES })).toContain('must be value=role');
    expect(flawsOf({ ...roles, OIDC_ROLES: '' })).toContain('belong together');
    expect(flawsOf({ ...provider, OIDC_SCOPE: 'profile' })).toContain('must have openid');
    expect(flawsOf({ ...provider, OIDC_ISSUER: 'http://login.example' })).toContain(
      'must begin with https://',
    );
    expect(flawsOf({ ...provider, OIDC_ISSUER: 'https://us:hidden@login.example' })).toContain(
      'issuer alone',
    );
  });

  it('names every bad variable at once, and repeats none of their values', () => {
    const bad = {
      PORT: '70000',
      HOST: '',
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      DATABASE_POOL: '1',
      REDIS_URL: 'hunter2',
      REDIS_PREFIX: 'Not OK',
      KEYRING_DIR: '',
      PUBLIC_URL: 'ftp://example.org',
      TRUSTED_PROXIES: 'proxy.example',
      WARMLINE_DEMO: 'yes',
      COMMANDS_PER_20S: '0',
      MESSAGES_PER_20S: 'many',
      STARTS_PER_MINUTE: '0',
      SOCKETS_MAX: '0',
      TIME_SCALE: '0.01',
      LOG_LEVEL: 'loud',
    };
    const flaws = flawsOf(bad);
    for (const name of Object.keys(bad)) expect(flaws).toContain(`  ${name}: `);
    expect(flaws).not.toContain('hunter2');
  });

  it('[SEC4] takes a mail server with a sender, and sends no password unencrypted off this machine', () => {
    const mail = { ...least, SMTP_URL: 'smtp://us:hidden@mail.example', SMTP_FROM: 'chat@charity.example' };
    expect(parseConfig(mail).SMTP_PLAIN).toBe('0');
    expect(flawsOf({ ...mail, SMTP_FROM: undefined })).toContain('SMTP_FROM: is needed with SMTP_URL');
    expect(flawsOf({ ...mail, SMTP_PLAIN: '1' })).toContain('SMTP_PLAIN: would send the password');
    expect(flawsOf({ ...mail, SMTP_URL: 'https://mail.example' })).toContain('SMTP_URL: must be a URL');
    const relay = { ...mail, SMTP_URL: 'smtp://us:hidden@127.0.0.1:25', SMTP_PLAIN: '1' };
    expect(parseConfig(relay).SMTP_PLAIN).toBe('1');
    expect(parseConfig({ ...mail, SMTP_URL: 'smtp://relay.lan', SMTP_PLAIN: '1' }).SMTP_PLAIN).toBe('1');
  });

  it('sends checkpoints of the audit log only with a secret, and with TLS unless a private network is allowed', () => {
    const url = 'https://trustees.example/checkpoints';
    const told = {
      ...least,
      AUDIT_CHECKPOINT_WEBHOOK: url,
      AUDIT_CHECKPOINT_SECRET: 'known to the receiver',
    };
    expect(parseConfig(told).AUDIT_CHECKPOINT_WEBHOOK).toBe(url);
    expect(flawsOf({ ...least, AUDIT_CHECKPOINT_WEBHOOK: url })).toContain(
      'AUDIT_CHECKPOINT_SECRET: is needed',
    );
    const plain = { ...told, AUDIT_CHECKPOINT_WEBHOOK: 'http://10.0.0.7/checkpoints' };
    expect(flawsOf(plain)).toContain('AUDIT_CHECKPOINT_WEBHOOK: must begin with https://');
    const half = { ...least, AUDIT_CHECKPOINT_S3: url, AUDIT_WITNESS_URL: 'http://10.0.0.7/add-checkpoint' };
    for (const flaw of [
      'AUDIT_CHECKPOINT_S3_KEY_ID: is needed',
      'AUDIT_CHECKPOINT_S3_SECRET: is needed',
      'AUDIT_WITNESS_KEY: is needed',
      'AUDIT_WITNESS_URL: must begin with https://',
    ])
      expect(flawsOf(half)).toContain(flaw);
    expect(flawsOf({ ...plain, WEBHOOKS_PRIVATE: '1' })).toBe('');
  });

  it('[SAF1] refuses a mail server whose name or password nobody can read, and repeats neither', () => {
    const at = (SMTP_URL: string) => ({ ...least, SMTP_URL, SMTP_FROM: 'chat@charity.example' });
    for (const account of ['us:50%hidden', '50%hidden:us']) {
      const flaws = flawsOf(at(`smtps://${account}@mail.example`));
      expect(flaws).toContain('SMTP_URL: has a % in its name or password: write it as %25');
      expect(flaws).not.toContain('hidden');
    }
    expect(parseConfig(at('smtps://us:50%25hidden@mail.example')).SMTP_URL).toContain('50%25');
  });

  it('names all that is missing', () => {
    const flaws = flawsOf({});
    for (const name of Object.keys(least)) expect(flaws).toContain(`  ${name}: `);
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000', 'https://chat.example.org'])(
    'may be reached at %s',
    (PUBLIC_URL) => {
      expect(parseConfig({ ...least, PUBLIC_URL }).PUBLIC_URL).toBe(PUBLIC_URL);
    },
  );

  it.each(['http://chat.example.org', 'http://192.168.1.5:3000', 'http://localhost.example.org'])(
    'may not be reached without TLS from elsewhere, at %s',
    (PUBLIC_URL) => {
      expect(flawsOf({ ...least, PUBLIC_URL })).toContain('  PUBLIC_URL: must begin with https://');
    },
  );

  it.each([
    ['DATABASE_URL', 'postgres://warmline:warmline@db.example/warmline'],
    ['DATABASE_URL', 'postgres://warmline:Postgres@127.0.0.1/warmline'],
    ['REDIS_URL', 'redis://:foobared@127.0.0.1:6379'],
  ])('refuses a default password in %s outside the demo, and names no password', (name, url) => {
    expect(flawsOf({ ...least, [name]: url })).toBe(
      `The configuration cannot be used:\n  ${name}: has a password that anyone may guess: give this account a random one`,
    );
    expect(parseConfig({ ...least, [name]: url, WARMLINE_DEMO: '1' })).toMatchObject({ [name]: url });
  });

  it.each(['sslmode=no-verify', 'sslmode=require&uselibpqcompat=true'])(
    'refuses to accept any certificate of Postgres, by %s',
    (setting) => {
      const DATABASE_URL = `postgres://warmline:hidden@db.example/warmline?${setting}`;
      expect(flawsOf({ ...least, DATABASE_URL })).toContain('  DATABASE_URL: accepts any certificate');
    },
  );

  it('offers the demo on this machine only', () => {
    expect(parseConfig({ ...least, WARMLINE_DEMO: '1' }).WARMLINE_DEMO).toBe('1');
    const open = { ...least, WARMLINE_DEMO: '1', PUBLIC_URL: 'https://chat.example.org' };
    expect(flawsOf(open)).toContain('  WARMLINE_DEMO: the demo has published passwords');
  });

  it.each(['127.0.0.1', 'localhost', '::1'])('lets the demo listen on %s', (HOST) => {
    expect(parseConfig({ ...least, WARMLINE_DEMO: '1', HOST }).HOST).toBe(HOST);
  });

  it.each(['0.0.0.0', '::', '192.168.1.5'])(
    'lets the demo listen on %s only in a container that publishes its port on loopback',
    (HOST) => {
      expect(flawsOf({ ...least, WARMLINE_DEMO: '1', HOST })).toContain(
        '  HOST: the demo has published passwords',
      );
      expect(parseConfig({ ...least, WARMLINE_DEMO: '1', HOST, DEMO_IN_CONTAINER: '1' }).HOST).toBe(HOST);
      expect(parseConfig({ ...least, HOST }).HOST).toBe(HOST);
    },
  );

  it.each(['0', '-1', '3.5', 'port', ''])('takes no port %j', (PORT) => {
    expect(flawsOf({ ...least, PORT })).toContain('PORT');
  });
});

describe('the configuration of migrate', () => {
  it('needs an owner beside what the gateway needs, and nobody else is asked for one', () => {
    const DATABASE_OWNER_URL = 'postgres://warmline_owner:hidden@127.0.0.1/warmline';
    expect(parseMigrationConfig({ ...least, DATABASE_OWNER_URL })).toEqual({
      ...parseConfig(least),
      DATABASE_OWNER_URL,
    });
    expect(() => parseMigrationConfig(least)).toThrow('  DATABASE_OWNER_URL: ');
    expect(parseConfig({ ...least, DATABASE_OWNER_URL })).not.toHaveProperty('DATABASE_OWNER_URL');
  });

  it('is as strict about where the demo may be reached as that of the gateway', () => {
    const demo = { ...least, DATABASE_OWNER_URL: least.DATABASE_URL, WARMLINE_DEMO: '1' };
    expect(() => parseMigrationConfig({ ...demo, PUBLIC_URL: 'https://chat.example.org' })).toThrow(
      '  WARMLINE_DEMO: ',
    );
  });
});

describe('a value in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-config-'));
  const file = join(folder, 'database-url');
  writeFileSync(file, `${least.DATABASE_URL}\n`);
  afterAll(() => rmSync(folder, { recursive: true }));
  const { DATABASE_URL, ...others } = least;

  it('is used without its line end', () => {
    expect(parseConfig({ ...others, DATABASE_URL_FILE: file }).DATABASE_URL).toBe(DATABASE_URL);
  });

  it('gives way to the variable itself', () => {
    const REDIS_URL = 'redis://elsewhere:6379';
    expect(parseConfig({ ...least, REDIS_URL, REDIS_URL_FILE: file }).REDIS_URL).toBe(REDIS_URL);
  });

  it('is named with all others when there is no such file', () => {
    const flaws = flawsOf({ ...others, DATABASE_URL_FILE: join(folder, 'nothing'), PORT: 'x' });
    expect(flaws).toContain('DATABASE_URL_FILE: ');
    expect(flaws).toContain('PORT: ');
  });
});
