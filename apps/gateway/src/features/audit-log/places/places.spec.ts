import { execFileSync } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckpointSigner, readCheckpointFile } from '@warmline/audit-log';
import { instant } from '@warmline/kernel';
import type { StoredCheckpoint } from '@warmline/postgres';
import { MailReceiver, WebhookReceiver, type ReceivedRequest } from '../../../../test/receivers/receivers';
import { BucketPlace } from './bucket-place';
import { GitPlace } from './git-place';
import { MailPlace } from './mail-place';

const signer = new CheckpointSigner(createHash('sha256').update('log').digest(), 'warmline/audit/one');
const checkpointOf = (size: number): StoredCheckpoint => ({
  size,
  note: signer.sign({ size, head: createHash('sha256').update(String(size)).digest() }),
  at: instant(Date.UTC(2026, 11, 1)),
});
const secret = 'a secret of the store';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The signature that AWS documents for version 4, computed here by its own words. */
const signatureOf = ({ method, path, headers, body }: ReceivedRequest): string => {
  const authorization = headers.authorization ?? '';
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1] ?? '';
  const scope = /Credential=KEY\/([^,]+)/.exec(authorization)?.[1] ?? '';
  const [day = '', region = '', service = ''] = scope.split('/');
  const lines = names.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  const sent = String(headers['x-amz-content-sha256']);
  expect(['UNSIGNED-PAYLOAD', sha256(body)]).toContain(sent);
  const request = [method, path, '', lines.join(''), names, sent].join('\n');
  const text = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, sha256(request)].join('\n');
  const key = ['aws4_request'].reduce(hmac, hmac(hmac(hmac(`AWS4${secret}`, day), region), service));
  return hmac(key, text).toString('hex');
};

const open: { stop: () => Promise<void> }[] = [];
const opened = async <Receiver extends { stop: () => Promise<void> }>(
  starting: Promise<Receiver>,
): Promise<Receiver> => {
  const receiver = await starting;
  open.push(receiver);
  return receiver;
};
afterEach(async () => {
  for (const receiver of open.splice(0)) await receiver.stop();
});

describe('a bucket', () => {
  const bucketAt = (store: WebhookReceiver): BucketPlace =>
    new BucketPlace({ url: store.url('/trustees/warmline/'), keyId: 'KEY', secret, region: 'eu-west-2' });

  it('[AUD3] gets each checkpoint as an object of its own, signed, and never over another', async () => {
    const store = await opened(WebhookReceiver.start());
    store.status = 200;
    await bucketAt(store).publish(checkpointOf(42));
    const [put] = store.received;
    if (put === undefined) throw new Error('nothing came');
    expect(put).toMatchObject({ method: 'PUT', path: '/trustees/warmline/checkpoint-000000000042.txt' });
    expect(put.body).toBe(checkpointOf(42).note);
    expect(put.headers['if-none-match']).toBe('*');
    expect(put.headers.authorization).toContain(`Signature=${signatureOf(put)}`);
    store.status = 412;
    await expect(bucketAt(store).publish(checkpointOf(42))).resolves.toBeUndefined();
  });

  it('[AUD3] that does not take it says why by a code, and follows no redirect', async () => {
    const store = await opened(WebhookReceiver.start());
    for (const [status, why] of [
      [403, 'answered_403'],
      [503, 'answered_503'],
      [307, 'redirected'],
    ] as const) {
      store.status = status;
      await expect(bucketAt(store).publish(checkpointOf(1))).rejects.toThrow(why);
    }
    expect(store.received).toHaveLength(3);
    const gone = new BucketPlace({ url: 'http://127.0.0.1:1/x', keyId: 'KEY', secret, region: 'eu' });
    await expect(gone.publish(checkpointOf(1))).rejects.toThrow('unreachable');
  });
});

describe('a git remote', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warmline-remote-'));
    execFileSync('git', ['init', '--quiet', '--bare', folder]);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const kept = (): string =>
    execFileSync('git', ['-C', folder, 'show', 'audit-checkpoints:checkpoints-2026-12.txt']).toString();

  it('[AUD3] gets them in one file that only grows, also from another machine', async () => {
    await new GitPlace(folder).publish(checkpointOf(7));
    await new GitPlace(folder).publish(checkpointOf(9));
    expect(readCheckpointFile(kept())).toEqual({
      notes: [checkpointOf(7).note, checkpointOf(9).note],
      torn: 0,
      isDamaged: false,
    });
    const log = execFileSync('git', ['-C', folder, 'log', '--format=%an %s', 'audit-checkpoints']).toString();
    expect(log).toBe('Warmline Checkpoint at 9 entries\nWarmline Checkpoint at 7 entries\n');
  });

  it('[AUD3] that is not there says so without its name', async () => {
    const gone = new GitPlace(join(folder, 'none'));
    await expect(gone.publish(checkpointOf(7))).rejects.toThrow(/^unreachable$/);
  });
});

describe('an e-mail to a trustee', () => {
  it('[AUD3] has the checkpoint, word for word, and nothing about anyone', async () => {
    const receiver = await opened(MailReceiver.start());
    const server = {
      SMTP_URL: `smtp://127.0.0.1:${receiver.port}`,
      SMTP_FROM: 'chat@charity.example',
      SMTP_PLAIN: '1',
    } as const;
    await new MailPlace('trustee@charity.example', server).publish(checkpointOf(42));
    const [mail] = receiver.received;
    expect(mail?.to).toEqual(['trustee@charity.example']);
    expect(mail?.source).toContain('checkpoint at 42 entries');
    const [, , head = ''] = checkpointOf(42).note.split('\n');
    // A line that ends in = may be written as quoted-printable.
    expect(mail?.source.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(head);
    const gone = { ...server, SMTP_URL: 'smtp://127.0.0.1:1' };
    await expect(new MailPlace('trustee@charity.example', gone).publish(checkpointOf(43))).rejects.toThrow(
      'not_reached',
    );
  });
});
