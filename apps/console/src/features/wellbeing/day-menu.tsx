import { useState } from 'react';
import type { Desk } from '@warmline/contracts';
import { Banner, MenuButton, type MenuEntry } from '@warmline/ui';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { useShortcuts } from '../../shared/shortcuts/use-shortcuts';
import { CheckOutDialog, ProtectionDialog } from './day-dialogs';
import { dayState } from './day-state';
import { wellbeingWords } from './wellbeing-words';
import './wellbeing.css';

type Entry = 'break' | 'back' | 'contact' | 'end' | 'why';

const said = wellbeingWords;
/** Nearer than this a coming break is spoken of, in minutes. */
const SPOKEN_OF = 30;

/** The next break in a few words; null when none is near. The status beside it says what lasts now. */
const markOf = (desk: Desk, now: number): string | null => {
  const state = dayState(desk, now);
  if (state.name === 'break_due') return said.break.markDue;
  if (state.name === 'break_wanted') return said.break.markWanted;
  if (state.name === 'on_break' || state.name === 'rest') return null;
  const { dueAt } = desk.wellbeing.break;
  if (dueAt === null) return null;
  const minutes = minutesBetween(now, dueAt);
  return minutes <= SPOKEN_OF ? said.break.mark(minutes) : null;
};

const holdsSomeone = ({ caseload }: Desk): boolean => caseload.some(({ state }) => state === 'talking');

/** A break in the words of what it does now, or the way back from one; nothing before a shift, nor where neither is one's own. */
const breakEntry = (desk: Desk, now: number): MenuEntry<Entry> | null => {
  const { shift, break: pause } = desk.wellbeing;
  if (shift === null) return null;
  if (pause.until !== null && pause.until > now)
    return pause.canEnd ? { key: 'back', label: said.break.back, hint: said.break.backHint } : null;
  if (pause.isWanted) return { key: 'back', label: said.break.without };
  return holdsSomeone(desk)
    ? { key: 'break', label: said.wantBreak, hint: said.wantBreakHint }
    : { key: 'break', label: said.startBreak, hint: said.startBreakHint };
};

const entriesOf = (desk: Desk, now: number): readonly MenuEntry<Entry>[] => {
  const { shift, contactWantedAt } = desk.wellbeing;
  const pause = breakEntry(desk, now);
  return [
    { key: 'why', label: said.why, hint: said.whyHint },
    ...(contactWantedAt === null
      ? [{ key: 'contact' as const, label: said.contact.want, hint: said.contact.hint }]
      : []),
    ...(pause === null ? [] : [pause]),
    ...(shift === null ? [] : [{ key: 'end' as const, label: said.endShift, hint: said.endShiftHint }]),
  ];
};

/** In the status bar: what comes next in one's day, and what one can do about it. */
export const DayMenu = () => {
  const client = useClient();
  const desk = useLive((live) => live.desk);
  const isOnline = useLive((live) => live.connection.name === 'online');
  const now = useNow(15_000);
  const [open, setOpen] = useState<'end' | 'why' | null>(null);
  const { mistake, act, forget } = useAct();
  const choose = (entry: Entry): void => {
    forget();
    if (entry === 'break') void act(() => client.send('break:take', {}));
    else if (entry === 'back') void act(() => client.send('break:end', {}));
    else if (entry === 'contact') void act(() => client.send('contact:want', {}));
    else setOpen(entry);
  };
  const entries = desk === null ? [] : entriesOf(desk, now);
  useShortcuts(entries.some(({ key }) => key === 'break') ? { breakAfter: () => choose('break') } : {});
  if (desk === null) return null;
  const mark = markOf(desk, now);
  return (
    <>
      <MenuButton<Entry> label={said.menuLabel} isDisabled={!isOnline} entries={entries} onChoose={choose}>
        <span>{mark ?? said.menu}</span>
      </MenuButton>
      {mistake === null ? null : <Banner tone="notice">{mistake}</Banner>}
      {open === 'end' ? <CheckOutDialog onClose={() => setOpen(null)} /> : null}
      {open === 'why' ? <ProtectionDialog desk={desk} now={now} onClose={() => setOpen(null)} /> : null}
    </>
  );
};
