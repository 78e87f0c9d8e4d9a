import { useState } from 'react';
import type { Desk } from '@warmline/contracts';
import { MenuButton } from '@warmline/ui';
import { useClient, useLive } from '../../shared/live/live-provider';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { CheckOutDialog, ProtectionDialog } from './day-dialogs';
import { dayState } from './day-state';
import { wellbeingWords } from './wellbeing-words';
import './wellbeing.css';

type Entry = 'break' | 'contact' | 'end' | 'why';

const said = wellbeingWords;
/** Nearer than this a coming break is spoken of, in minutes. */
const SPOKEN_OF = 30;

/** The next break in a few words; null when none is near. The status beside it says what lasts now. */
const markOf = (desk: Desk, now: number): string | null => {
  const state = dayState(desk, now);
  if (state.name === 'break_due') return said.break.markDue;
  if (state.name === 'on_break' || state.name === 'rest') return null;
  const { dueAt } = desk.wellbeing.break;
  if (dueAt === null) return null;
  const minutes = minutesBetween(now, dueAt);
  return minutes <= SPOKEN_OF ? said.break.mark(minutes) : null;
};

/** In the status bar: what comes next in one's day, and what one can do about it. */
export const DayMenu = () => {
  const client = useClient();
  const desk = useLive((live) => live.desk);
  const isOnline = useLive((live) => live.connection.name === 'online');
  const now = useNow(15_000);
  const [open, setOpen] = useState<'end' | 'why' | null>(null);
  if (desk === null) return null;
  const choose = (entry: Entry): void => {
    if (entry === 'break') void client.send('break:take', {});
    else if (entry === 'contact') void client.send('contact:want', {});
    else setOpen(entry);
  };
  const mark = markOf(desk, now);
  return (
    <>
      <MenuButton<Entry>
        label={said.menuLabel}
        isDisabled={!isOnline}
        entries={[
          { key: 'why', label: said.why, hint: said.whyHint },
          ...(desk.wellbeing.contactWantedAt === null
            ? [{ key: 'contact' as const, label: said.contact.want, hint: said.contact.hint }]
            : []),
          ...(desk.wellbeing.shift === null
            ? []
            : [
                { key: 'break' as const, label: said.wantBreak, hint: said.wantBreakHint },
                { key: 'end' as const, label: said.endShift, hint: said.endShiftHint },
              ]),
        ]}
        onChoose={choose}
      >
        {mark ?? said.menu}
      </MenuButton>
      {open === 'end' ? <CheckOutDialog onClose={() => setOpen(null)} /> : null}
      {open === 'why' ? <ProtectionDialog desk={desk} now={now} onClose={() => setOpen(null)} /> : null}
    </>
  );
};
