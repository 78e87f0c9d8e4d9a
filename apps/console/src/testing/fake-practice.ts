import type { Entry, PracticeOverview, PracticeView, StaffCommands } from '@warmline/contracts';
import { aSafetyRecord } from './a-safety-record';
import { anItem, id, SAM, START } from './builders';

type Payload<Name extends keyof StaffCommands> = StaffCommands[Name]['payload'];

const PRACTICE = id(900);

const message = (seq: number, from: 'visitor' | 'responder', body: string): Entry => ({
  kind: 'message',
  seq,
  id: id(900 + seq),
  from,
  name: from === 'visitor' ? 'Ash' : SAM.name,
  body,
  at: START,
});

/** One practice with a visitor who has written a line, and who answers nothing by themselves. */
export class FakePractice {
  readonly acts: Payload<'practice:act'>['act'][] = [];
  overview: PracticeOverview = {
    now: START,
    scenarios: [
      { scenario: 'lonely', validUntil: START + 1 },
      { scenario: 'not_safe', validUntil: null },
    ],
    recent: [],
    colleagues: [],
  };
  view: PracticeView = {
    practiceId: PRACTICE,
    scenario: 'not_safe',
    part: 'responder',
    responderName: SAM.name,
    colleagueName: null,
    beganAt: START,
    now: START,
    nextAt: null,
    isTyping: false,
    entries: [message(1, 'visitor', 'is anyone there')],
    item: anItem({ conversationId: PRACTICE, visitorName: 'Ash', epoch: 1, head: 1 }),
    record: aSafetyRecord({ conversationId: PRACTICE }),
    notes: [],
    called: null,
    isOutdated: false,
    result: null,
    looks: null,
    words: [],
  };

  readonly answers: Readonly<Record<string, (payload: never) => unknown>> = {
    'practice:list': () => this.overview,
    'practice:begin': ({ practiceId }: Payload<'practice:begin'>) => this.#as(practiceId),
    'practice:open': ({ practiceId }: Payload<'practice:open'>) => this.#as(practiceId),
    'practice:act': ({ practiceId, actId, act }: Payload<'practice:act'>) => {
      this.#do(actId, act);
      return this.#as(practiceId);
    },
    'practice:advise': ({ practiceId, wordId, word }: Payload<'practice:advise'>) => {
      this.view = { ...this.view, words: [{ id: wordId, by: 'Ana', at: START, word }] };
      return this.#as(practiceId);
    },
  };

  #as(practiceId: string): PracticeView {
    const { item, record } = this.view;
    this.view = {
      ...this.view,
      practiceId,
      now: this.view.now + 1,
      item: item === null ? null : { ...item, conversationId: practiceId, head: this.view.entries.length },
      record: record === null ? null : { ...record, conversationId: practiceId },
    };
    return this.view;
  }

  #do(actId: string, act: Payload<'practice:act'>['act']): void {
    this.acts.push(act);
    const { entries, item } = this.view;
    const next = entries.length + 1;
    if (act.kind === 'say')
      this.view = {
        ...this.view,
        entries: [...entries, { ...message(next, 'responder', act.words), id: actId }],
      };
    if (act.kind === 'call')
      this.view = { ...this.view, called: { id: actId, urgency: act.urgency, at: START } };
    if (act.kind === 'end' && item !== null)
      this.view = {
        ...this.view,
        item: { ...item, state: 'wrap_up', endedAt: START, endReason: act.reason },
      };
    if (act.kind === 'wrap_up')
      this.view = {
        ...this.view,
        result: 'passed',
        looks: [{ look: 'asked_directly', isNeeded: true, isMet: true, messages: [] }],
      };
    if (act.kind === 'leave') this.view = { ...this.view, result: 'left' };
  }
}
