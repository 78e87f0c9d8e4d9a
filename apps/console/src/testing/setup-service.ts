import type { SetupAnswer, SetupColumn, SetupRow, SetupList } from '@warmline/contracts';
import type { ConsoleParts, HttpReply } from '../shared/page/parts';
import { KIT } from './builders';
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

/** Answers what the test put there, and keeps what was asked. */
export class SetupService extends FakeService {
  list = aSetupList();
  /** Lists beside it, by name. */
  lists: Readonly<Record<string, SetupList>> = {};
  savedAs: SetupAnswer[] = [];
  isBroken = false;

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
      fetch: (path, request) =>
        path.startsWith('/api/setup') ? this.#setup(path, request) : usual.fetch(path, request),
    };
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
