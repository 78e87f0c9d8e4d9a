import type { StaffCommands } from '../commands';
import type { historyCommands } from '../history';

const conversationId = '00000000-0000-4000-8000-000000000001';
const at = 1_750_000_000_000;
const reader = { name: 'Ana', reading: 'observation_began', times: 2, firstAt: at, lastAt: at } as const;
const place = { at: '1750000000000000', conversationId };

/** One well-formed payload and reply for everything about the past. */
export const historySamples: Pick<StaffCommands, keyof typeof historyCommands> = {
  'history:list': {
    payload: {
      before: place,
      filter: { responder: conversationId, safety: 'not_sure', ended: 'went_quiet' },
    },
    reply: {
      conversations: [
        {
          ...{ conversationId, beganAt: at, endedAt: at, band: 2, safety: 'not_sure', ended: 'went_quiet' },
          responderName: 'Sam',
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
