import type { besideCommands, Beside } from '../beside';
import type { StaffCommands } from '../commands';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = 1_750_000_000_000;
const about = { conversationId: id(1) };
const by = { id: id(2), name: 'Sam' };
const acknowledgement = { id: id(9), seq: 1, at };

export const besideView: Beside = {
  ...about,
  notes: 1,
  lane: { epoch: 2, head: 1, isOpen: true, with: ['Ana'] },
  joined: ['Ana'],
};

/** One well-formed payload and reply of everything the team writes beside a conversation. */
export const besideSamples: Pick<StaffCommands, keyof typeof besideCommands> = {
  'beside:open': { payload: about, reply: besideView },
  'note:add': { payload: { ...about, epoch: null, id: id(9), note: 'for the team' }, reply: acknowledgement },
  'note:read': {
    payload: { ...about, after: 0 },
    reply: {
      notes: [{ seq: 1, id: id(9), by, note: 'for the team', at }],
      head: 1,
      wrapUps: [
        { epoch: 1, by: 'Kim', contactKind: 'conversation', topics: [], outcome: 'calmer', note: null, at },
      ],
    },
  },
  'private:say': { payload: { ...about, epoch: 2, id: id(9), word: 'between us' }, reply: acknowledgement },
  'private:read': {
    payload: { ...about, epoch: 2, after: 0 },
    reply: { words: [{ seq: 1, id: id(9), by, word: 'between us', at }], head: 1, seen: 0 },
  },
  'private:seen': { payload: { ...about, epoch: 2, seq: 1 }, reply: {} },
  'conversation:join': { payload: about, reply: {} },
  'conversation:step_out': { payload: about, reply: {} },
};
