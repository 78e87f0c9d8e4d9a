import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { AccountWithCodes, PasskeyQuestion } from '@warmline/contracts';
import { Deployment, PUBLIC_URL } from '../../../test/deployment/deployment';
import { aStaffMember, signIn } from '../../../test/deployment/staff';

let deployment: Deployment;
let cookie: string;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false });
  cookie = await signIn(deployment.gateway(), await aStaffMember(deployment));
});
afterAll(() => deployment.stop());

const post = async <Body>(path: string, body: object): Promise<{ status: number; body: Body }> => {
  const answer = await fetch(`${deployment.gateway().url}/api/account/${path}`, {
    method: 'POST',
    headers: { cookie, origin: PUBLIC_URL, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
};

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');

/** What a device answers that has made a passkey: a new P-256 key, unlocked by its person, with no attestation. */
const madeBy = ({ options, sealed }: PasskeyQuestion) => {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    format: 'jwk',
  });
  const id = randomBytes(32);
  // CBOR, as WebAuthn writes a key (COSE) and an attestation.
  const key = Buffer.concat([
    hex('a5010203262001215820'),
    Buffer.from(x, 'base64url'),
    hex('225820'),
    Buffer.from(y, 'base64url'),
  ]);
  const host = createHash('sha256').update(new URL(PUBLIC_URL).hostname).digest();
  // Present and unlocked, with a key; no count, no model; an id of 32 bytes.
  const madeKey = Buffer.concat([host, hex('45'), Buffer.alloc(4 + 16), hex('0020'), id, key]);
  const attestation = Buffer.concat([
    hex('a363666d74646e6f6e656761747453746d74a068617574684461746158'),
    Buffer.from([madeKey.length]),
    madeKey,
  ]);
  const client = { type: 'webauthn.create', challenge: options['challenge'], origin: PUBLIC_URL };
  return {
    sealed,
    label: 'Phone',
    answer: {
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: Buffer.from(JSON.stringify(client)).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      },
    },
  };
};

describe('a challenge for a new passkey', () => {
  it('[ACC1] is answered once: neither another passkey nor the same one is added with it again', async () => {
    const { body: question } = await post<PasskeyQuestion>('passkeys', {});
    const [first, second] = [madeBy(question), madeBy(question)];
    const added = await post<AccountWithCodes>('passkeys/confirm', first);
    expect([added.status, added.body.account.factors.passkeys.length]).toEqual([200, 1]);
    expect(await post('passkeys/confirm', second)).toEqual({ status: 401, body: { refusal: 'wrong_code' } });
    expect((await post('passkeys/remove', { id: first.answer.id })).status).toBe(200);
    expect((await post('passkeys/confirm', first)).status).toBe(401);
    const { body: another } = await post<PasskeyQuestion>('passkeys', {});
    expect((await post('passkeys/confirm', madeBy(another))).status).toBe(200);
  });
});
