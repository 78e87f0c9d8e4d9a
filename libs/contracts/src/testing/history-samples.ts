import type { StaffCommands } from '../commands';
import type { historyCommands } from '../history';

const conversationId = '00000000-0000-4000-8000-000000000001';
const at = 1_750_000_000_000;
const reader = {
  name: 'Ana',
  reading: 'history_read',
  purpose: 'complaint',
  times: 2,
  firstAt: at,
  lastAt: at,
} as const;
const opened = { conversationId, purpose: 'complaint' } as const;
const page = { entries: [], head: 0 };
const act = {
  action: 'offer_made',
  by: 'system',
  byName: null,
  whomName: 'Sam',
  reason: null,
  count: null,
} as const;
const beside = {
  writings: [{ id: 'note/1', at, by: 'Sam', kind: 'note' as const, text: 'calmer' }],
  next: null,
};
const acts = { acts: [{ id: '7', at, ...act }], next: '7' };
const place = { at: '1750000000000000', conversationId };

/** One well-formed payload and reply for everything about the past. */
export const historySamples: Pick<StaffCommands, keyof typeof historyCommands> = {
  'history:open': {
    payload: opened,
    reply: { conversationId, written: { visitorName: 'Robin', page, beside }, done: acts },
  },
  'history:entries': { payload: { ...opened, after: 0 }, reply: page },
  'history:search': {
    payload: { ...opened, words: 'bridge' },
    reply: { found: [{ at, by: 'Robin', excerpt: 'the bridge' }], total: 1 },
  },
  'history:prove': {
    payload: { act: '7', size: 9 },
    reply: {
      entry: {
        ...{
          id: '7',
          at: '1750000000000000',
          service: conversationId,
          action: 'offer_made',
          actorKind: 'system',
        },
        ...{
          actor: null,
          conversation: null,
          epoch: null,
          subject: null,
          whom: null,
          reason: null,
          count: null,
        },
      },
      ...{ salt: 'ab'.repeat(32), leaf: 'cd'.repeat(32), index: 6, path: [], checkpoint: '', keys: [] },
    },
  },
  'history:writings': { payload: { ...opened, after: 0 }, reply: beside },
  'history:acts': { payload: { ...opened, after: '0' }, reply: acts },
  'history:list': {
    payload: {
      before: place,
      filter: {
        ...{ responder: conversationId, safety: 'not_sure', ended: 'went_quiet' },
        ...{ outcome: 'calmer', topic: 'loneliness', from: '1750000000000', until: '1750086400000' },
      },
    },
    reply: {
      conversations: [
        {
          ...{ conversationId, beganAt: at, endedAt: at, band: 2, safety: 'not_sure', ended: 'went_quiet' },
          ...{ outcome: 'calmer', topics: ['loneliness'], responderName: 'Sam' },
          readers: [reader],
        },
      ],
      next: place,
      people: [{ id: conversationId, name: 'Sam' }],
    },
  },
  'readers:list': {
    payload: { before: place },
    reply: {
      conversations: [
        {
          conversationId,
          beganAt: at,
          endedAt: at,
          readers: [reader],
        },
      ],
      next: place,
    },
  },
};
