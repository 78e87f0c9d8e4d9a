import type { StaffCommands } from '../commands';
import type { complaintCommands } from '../complaint';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = 1_750_000_000_000;

const listed = { id: id(30), at, toldBy: null, closed: { by: 'Ana', at } };
const complaint = {
  ...listed,
  words: 'I waited for an hour.',
  notes: [{ id: id(31), by: 'Ana', at, words: 'We looked at the rota.' }],
};

/** One well-formed payload and reply for everything about complaints. */
export const complaintSamples: Pick<StaffCommands, keyof typeof complaintCommands> = {
  'complaint:pass_on': { payload: { complaintId: id(32), words: 'The heating is off.' }, reply: {} },
  'complaint:list': {
    payload: {},
    reply: {
      complaints: [listed],
      inAll: { kept: 1, open: 0 },
      words: [{ at, words: 'It helped.' }],
      survey: {
        better: { part: 24, of: 30 },
        listened: { part: 28, of: 31 },
        response: { part: 32, of: 100 },
      },
    },
  },
  'complaint:more': {
    payload: { after: { id: id(30), isClosed: true } },
    reply: { complaints: [listed], inAll: { kept: 51, open: 12 } },
  },
  'complaint:read': { payload: { complaintId: id(30) }, reply: complaint },
  'complaint:note': {
    payload: { complaintId: id(30), noteId: id(31), words: 'We looked at the rota.', closes: true },
    reply: complaint,
  },
};
