import { HOUR, instant, MINUTE } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import {
  closeFlood,
  confirmFlood as confirm,
  dueOf,
  needsTicks,
  stopProof,
  undoFlood,
  type Flood,
  type FloodChat,
} from './flood';

const [ana, jo, kim] = [numbered.staff(1), numbered.staff(2), numbered.staff(3)];
const proposed: Flood = {
  id: 'f',
  service: numbered.service(1),
  proposedBy: ana,
  proposedAt: instant(0),
  confirmedBy: null,
  confirmedAt: null,
  asksProof: false,
  proofUntil: null,
  outcome: null,
};
const confirmed: Flood = { ...proposed, confirmedBy: jo, confirmedAt: instant(MINUTE) };
const chat = (number: number, over: Partial<FloodChat> = {}): FloodChat => ({
  conversation: numbered.conversation(number),
  band: 3,
  messages: 0,
  answer: 'did_not_say',
  ticked: false,
  ...over,
});
const silent = chat(1);
const inDanger = chat(2, { band: 1, answer: 'not_safe_now' });
const wrote = chat(3, { messages: 1 });
const at = instant(2 * MINUTE);
const undoFor = 10 * MINUTE;
const confirmFlood = (
  flood: Flood,
  chats: readonly FloodChat[],
  asking: { readonly by: typeof ana; readonly at: typeof at; readonly asksProof?: boolean },
) => confirm(flood, chats, { asksProof: false, proofFor: HOUR, ...asking });
const spans = { proposedFor: 10 * MINUTE, undoFor };

describe('a flood', () => {
  it('[SAF2] [SEC5] takes a chat with words, in danger or in band 1 or 2 only where it was ticked', () => {
    expect([silent, inDanger, wrote].map(needsTicks)).toEqual([false, true, true]);
    expect(needsTicks(chat(4, { band: 1 }))).toBe(true);
    expect(needsTicks(chat(4, { band: 2, answer: 'not_sure' }))).toBe(true);
    const idsOf = (chats: readonly FloodChat[]) => {
      const decision = confirmFlood(proposed, chats, { by: jo, at });
      if (!decision.accepted) throw new Error(decision.refusal);
      return decision.events.flatMap((fact) => (fact.type === 'chat_set_aside' ? [fact.conversation] : []));
    };
    expect(idsOf([silent, inDanger, wrote])).toEqual([silent.conversation]);
    expect(idsOf([silent, { ...inDanger, ticked: true }, { ...wrote, ticked: true }])).toHaveLength(3);
  });

  it('[SEC5] is confirmed by another supervisor than who proposed it, and once', () => {
    expect(confirmFlood(proposed, [silent], { by: ana, at })).toMatchObject({ refusal: 'not_yourself' });
    expect(confirmFlood(proposed, [silent], { by: jo, at })).toMatchObject({
      events: [{ type: 'chat_set_aside' }, { type: 'flood_confirmed', by: jo, count: 1 }],
    });
    expect(confirmFlood(confirmed, [silent], { by: jo, at })).toMatchObject({ accepted: true, events: [] });
    expect(confirmFlood(confirmed, [silent], { by: kim, at })).toMatchObject({ refusal: 'flood_changed' });
    expect(confirmFlood(proposed, [inDanger], { by: jo, at })).toMatchObject({ refusal: 'flood_changed' });
    for (const outcome of ['ended', 'undone', 'withdrawn', 'expired'] as const)
      expect(confirmFlood({ ...proposed, outcome }, [silent], { by: jo, at })).toMatchObject({
        refusal: 'flood_changed',
      });
  });

  it('[SEC5] has new chats from there asked for a proof for an hour only where both supervisors want it', () => {
    const asks = { ...proposed, asksProof: true };
    const typesOf = (flood: Flood, asksProof: boolean): string[] => {
      const decision = confirmFlood(flood, [silent], { by: jo, at, asksProof });
      return decision.accepted ? decision.events.map(({ type }) => type) : [];
    };
    expect(typesOf(asks, true)).toContain('proof_asked');
    expect(typesOf(asks, false)).not.toContain('proof_asked');
    expect(typesOf(proposed, true)).not.toContain('proof_asked');
    expect(confirmFlood(asks, [silent], { by: jo, at, asksProof: true })).toMatchObject({
      events: [{}, {}, { by: jo, until: at + HOUR }],
    });
  });

  it('[SEC5] asks nobody for a proof any more once any supervisor stops it, or undoes the flood', () => {
    const asked: Flood = { ...confirmed, asksProof: true, proofUntil: instant(at + 1) };
    expect(stopProof(asked, { by: kim, at }).events).toEqual([
      { type: 'proof_stopped', service: asked.service, flood: 'f', by: kim, at },
    ]);
    expect(stopProof(confirmed, { by: kim, at }).events).toEqual([]);
    expect(stopProof({ ...asked, proofUntil: at }, { by: kim, at }).events).toEqual([]);
    expect(undoFlood(asked, [], { by: ana, at, undoFor })).toMatchObject({
      events: [{ type: 'proof_stopped', by: ana }, { type: 'flood_closed' }],
    });
  });

  it('[SEC5] is undone for ten minutes after it was confirmed, and no longer', () => {
    const undo = (flood: Flood, when: number) =>
      undoFlood(flood, [silent.conversation], { by: ana, at: instant(when), undoFor });
    expect(undo(proposed, 0)).toMatchObject({ events: [{ type: 'flood_closed', outcome: 'withdrawn' }] });
    expect(undo(confirmed, 11 * MINUTE - 1)).toMatchObject({
      events: [
        { type: 'chat_brought_back', by: ana },
        { type: 'flood_closed', outcome: 'undone', count: 1 },
      ],
    });
    expect(undo(confirmed, 11 * MINUTE)).toMatchObject({ refusal: 'flood_changed' });
    expect(undo({ ...confirmed, outcome: 'undone' }, 0)).toMatchObject({ accepted: true, events: [] });
    expect(undo({ ...confirmed, outcome: 'ended' }, 0)).toMatchObject({ refusal: 'flood_changed' });
  });

  it('lapses where nobody confirms it, and ends once nobody can undo it', () => {
    const due = (flood: Flood, when: number) => dueOf(flood, { at: instant(when), ...spans });
    expect(due(proposed, 10 * MINUTE - 1)).toBe('nothing');
    expect(due(proposed, 10 * MINUTE)).toBe('lapse');
    expect(due(confirmed, 11 * MINUTE - 1)).toBe('nothing');
    expect(due(confirmed, 11 * MINUTE)).toBe('end');
    expect(due({ ...confirmed, outcome: 'undone' }, 11 * MINUTE)).toBe('nothing');
    expect(closeFlood(proposed, { at, count: 0 }).events).toMatchObject([{ outcome: 'expired', by: null }]);
    expect(closeFlood(confirmed, { at, count: 4 }).events).toMatchObject([{ outcome: 'ended', count: 4 }]);
    expect(closeFlood({ ...confirmed, outcome: 'undone' }, { at, count: 0 }).events).toEqual([]);
  });
});
