import type { Account, SetupAnswer, SetupColumn, SetupRow, SetupList } from '@warmline/contracts';
import type { ConsoleParts, HttpReply } from '../shared/page/parts';
import { KIT, START } from './builders';
import { FakeService } from './fake-service';
import { httpAnswer } from './http-answer';

export const column = (name: string, over: Partial<SetupColumn> = {}): SetupColumn => ({
  name,
  kind: 'text',
  optional: false,
  most: 80,
  least: null,
  choices: [],
  refersTo: null,
  fixed: false,
  ...over,
});

export const aSetupList = (over: Partial<SetupList> = {}): SetupList => ({
  list: 'starters',
  version: 3,
  columns: [
    column('stage', { kind: 'choice', choices: ['connect', 'close'] }),
    column('title'),
    column('body', { most: 1_000 }),
    column('sends_unedited', { kind: 'yes_no', most: null }),
  ],
  key: ['stage', 'title'],
  removable: true,
  ordered: true,
  single: false,
  defaults: null,
  last: null,
  rows: [
    { stage: 'connect', title: 'Say hello', body: 'Hello', sends_unedited: 'no' },
    { stage: 'close', title: 'Begin to end', body: 'Ten minutes', sends_unedited: 'yes' },
  ],
  ...over,
});

/** Kit has an authenticator, so a code proves who they are. */
export const ACCOUNT_OF_KIT: Account = {
  signInName: 'kit',
  role: 'administrator',
  name: 'Kit',
  visitorName: null,
  factors: { isAsked: true, authenticator: { addedAt: START }, passkeys: [], recoveryCodesLeft: 8 },
  identityProvider: null,
  sessions: [],
};

/** Answers what the test put there, and keeps what was asked. */
export class SetupService extends FakeService {
  list = aSetupList();
  /** Lists beside it, by name. */
  lists: Readonly<Record<string, SetupList>> = {};
  savedAs: SetupAnswer[] = [];
  isBroken = false;
  /** What changes who may do what is refused until the person has proved who they are. */
  isProofOld = false;

  static withAdministrator(): SetupService {
    const service = new SetupService();
    service.session = { staff: KIT };
    return service;
  }

  readonly sent: { readonly path: string; readonly body: { readonly rows?: SetupRow[] } }[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) => {
        if (path.startsWith('/api/setup')) return this.#setup(path, request);
        const answer = this.#answerOfProof(path);
        return answer === null ? usual.fetch(path, request) : Promise.resolve(answer);
      },
    };
  }

  #answerOfProof(path: string): HttpReply | null {
    if (path === '/api/account') return httpAnswer(200, ACCOUNT_OF_KIT);
    if (path !== '/api/session/renewal') return null;
    this.isProofOld = false;
    return httpAnswer(200, { staff: KIT });
  }

  #setup(path: string, request?: RequestInit): Promise<HttpReply> {
    if (this.isBroken) return Promise.reject(new TypeError('the network is gone'));
    if (this.session === null) return Promise.resolve(httpAnswer(401, { refusal: 'not_signed_in' }));
    if (request?.method !== 'POST') {
      const name = path.split('/').at(-1) ?? '';
      return Promise.resolve(httpAnswer(200, this.lists[name] ?? this.list));
    }
    this.sent.push({
      path,
      body: JSON.parse(typeof request.body === 'string' ? request.body : '') as { rows?: SetupRow[] },
    });
    if (this.isProofOld) return Promise.resolve(httpAnswer(403, { refusal: 'proof_old' }));
    const answer = this.savedAs.shift();
    if (answer === undefined) throw new Error(`nothing to answer to ${path}`);
    return Promise.resolve(httpAnswer(200, answer));
  }
}

export const saved = (
  list: SetupList,
  over: Partial<Extract<SetupAnswer, { outcome: 'saved' }>> = {},
): SetupAnswer => ({
  outcome: 'saved',
  added: 0,
  changed: 1,
  removed: 0,
  moved: false,
  waiting: [],
  list,
  invites: [],
  ...over,
});
