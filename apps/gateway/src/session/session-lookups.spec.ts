import type { IncomingMessage } from 'node:http';
import { ClientNetwork } from '../core/client-network';
import { VisitorTurns } from '../socket/visitor-turns';
import { KnownSecrets } from './known-secrets';
import { LookupRefused, SessionLookups } from './session-lookups';
import type { Sessions } from './sessions';

const NETWORKS = new ClientNetwork({ TRUSTED_PROXIES: [], PUBLIC_URL: 'http://localhost:3000' });
const from = (network: number): IncomingMessage =>
  ({ headers: {}, socket: { remoteAddress: `203.0.${network}.1` } }) as unknown as IncomingMessage;

/** A pool of four connections, of which three are for strangers. Nothing is found until `answer`. */
const given = ({ known = [] }: { readonly known?: readonly string[] } = {}) => {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const sessions = {
    isKnownHere: (secret: string) => known.includes(secret),
    recognise: (secret: string) => {
      asked.push(secret);
      return new Promise<null>((resolve) => answers.push(() => resolve(null)));
    },
  } as unknown as Sessions;
  const lookups = new SessionLookups(sessions, new VisitorTurns({ DATABASE_POOL: 4 }), NETWORKS);
  /** Answers everything, also what is asked by then. */
  const answerAll = async (): Promise<void> => {
    for (let answer = answers.shift(); answer !== undefined; answer = answers.shift()) {
      answer();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { lookups, asked, answerAll };
};

describe('the lookup of a cookie', () => {
  it('[SEC5] made-up cookies leave a connection to Postgres to staff, whose cookie is looked up at once', async () => {
    const { lookups, asked, answerAll } = given({ known: ['of a colleague'] });
    const madeUp = Array.from({ length: 50 }, (_, network) =>
      lookups.findPerson(`made up ${network}`, from(network)),
    );
    expect(asked).toHaveLength(3);
    const colleague = lookups.findPerson('of a colleague', from(0));
    expect(asked.at(-1)).toBe('of a colleague');
    await answerAll();
    expect(await Promise.all([...madeUp, colleague])).toEqual(Array.from({ length: 51 }, () => null));
  });

  it('[SEC5] a cookie seen for the first time goes before those of a network that made up hundreds', async () => {
    const { lookups, asked, answerAll } = given();
    const madeUp = Array.from({ length: 60 }, (_, each) => lookups.findPerson(`made up ${each}`, from(1)));
    const others = Array.from({ length: 3 }, (_, each) => lookups.findPerson(`other ${each}`, from(2)));
    await answerAll();
    await Promise.all([...madeUp, ...others]);
    expect(asked.indexOf('other 2')).toBeLessThan(12);
  });

  it('[SEC5] one network that asks too often at once is told so, and nothing is said of the session', async () => {
    const { lookups, answerAll } = given();
    const asked = Array.from({ length: 68 }, (_, each) => lookups.findPerson(`made up ${each}`, from(1)));
    const last = asked.pop();
    await expect(last).rejects.toThrow(LookupRefused);
    await answerAll();
    await Promise.all(asked);
  });
});

describe('secrets that a session was found for', () => {
  it('are remembered until nothing is found for them, and not without bound', () => {
    const known = new KnownSecrets(2);
    const [one, two, three] = ['one', 'two', 'three'].map((text) => Buffer.from(text));
    for (const hash of [one, two]) if (hash !== undefined) known.note(hash, true);
    known.note(one ?? Buffer.of(), true);
    known.note(three ?? Buffer.of(), true);
    expect([one, two, three].map((hash) => known.has(hash ?? Buffer.of()))).toEqual([true, false, true]);
    known.note(three ?? Buffer.of(), false);
    expect(known.has(three ?? Buffer.of())).toBe(false);
  });
});
