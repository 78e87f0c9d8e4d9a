import type { Messages } from './messages';
import { groupBy, type StoredEntry, type StoredHolding, type StoredState } from './stored-state';
import { violation, type Violation } from './violation';

/** One holder at a time: epochs one after the other, each holding ended before the next began, at most one open. */
export const judgeHoldings = ({ conversations, holdings }: StoredState): readonly Violation[] => {
  const byConversation = groupBy(holdings, ({ conversation }) => conversation);
  return conversations.flatMap(({ id, state, epoch }) => {
    const held = byConversation.get(id) ?? [];
    const open = held.filter(({ endedAt }) => endedAt === null);
    const found: Violation[] = [];
    if (open.length > 1) found.push(violation('doubleHeld', `${id} has ${open.length} open holdings`));
    if (state === 'talking' && open[0]?.epoch !== epoch)
      found.push(violation('stranded', `${id} is talking under epoch ${epoch} with nobody who holds it`));
    if (state !== 'talking' && open.length > 0)
      found.push(violation('doubleHeld', `${id} is ${state} and still held under ${open[0]?.epoch ?? 0}`));
    return [...found, ...overlaps(held)];
  });
};

const overlaps = (held: readonly StoredHolding[]): readonly Violation[] =>
  held.flatMap((later, index) => {
    const earlier = held[index - 1];
    if (earlier === undefined || (earlier.endedAt !== null && earlier.endedAt <= later.beganAt)) return [];
    return [
      violation(
        'doubleHeld',
        `${later.conversation}: epoch ${later.epoch} began before epoch ${earlier.epoch} ended`,
      ),
    ];
  });

/** No staff write under an epoch older than the one committed before it, and none by who did not hold that epoch. */
export const judgeStaffWrites = (stored: StoredState, messages: Messages): readonly Violation[] => {
  const holdings = groupBy(stored.holdings, ({ conversation }) => conversation);
  const timelines = groupBy(stored.entries, ({ conversation }) => conversation);
  return stored.entries
    .filter(({ kind, role }) => kind === 'message' && role === 'responder')
    .flatMap((entry) => {
      const held = holdings.get(entry.conversation) ?? [];
      const epochs = messages.triesOf(entry.id).map(({ epoch }) => epoch ?? 0);
      return staleness(entry, { epochs, held, timeline: timelines.get(entry.conversation) ?? [] });
    });
};

interface Around {
  /** Under which the message was sent. */
  readonly epochs: readonly number[];
  readonly held: readonly StoredHolding[];
  readonly timeline: readonly StoredEntry[];
}

const staleness = (entry: StoredEntry, { epochs, held, timeline }: Around): readonly Violation[] => {
  const newest = Math.max(...epochs);
  if (epochs.length === 0) return [];
  const where = `${entry.id}, number ${entry.seq} of ${entry.conversation},`;
  if (!held.some(({ epoch, staff }) => epochs.includes(epoch) && staff === entry.staff))
    return [violation('crossed', `${where} was written by somebody who never held epoch ${newest}`)];
  const newer = held.find((holding) => holding.epoch > newest && isBefore(holding, entry, timeline));
  return newer === undefined
    ? []
    : [violation('staleWrites', `${where} was written under epoch ${newest}, after ${newer.epoch} began`)];
};

/** By number where the timeline tells who joined, else by time: those of holdings are cut to whole ms. */
const isBefore = (
  { staff, beganAt }: StoredHolding,
  entry: StoredEntry,
  timeline: readonly StoredEntry[],
): boolean => {
  const joined = timeline.find(
    (one) => one.kind === 'joined' && one.staff === staff && Math.abs(one.at - beganAt) < 0.5,
  );
  return joined === undefined ? beganAt + 1 < entry.at : joined.seq < entry.seq;
};
