import { useState, type ReactNode } from 'react';
import type { Outcome } from '@warmline/client';
import type { Desk } from '@warmline/contracts';
import { Banner, Button, type IconName } from '@warmline/ui';
import { locale } from '../../shared/i18n/locale';
import { atMoment, spanWords } from '../../shared/i18n/moment-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import type { StaffClient } from '../../shared/live/staff-client';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { CheckInCard, CheckOutDialog } from './day-dialogs';
import { dayState, type DayState } from './day-state';
import { wellbeingWords } from './wellbeing-words';
import './wellbeing.css';

const said = wellbeingWords;
const timeOfDay = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });

type Act = 'take' | 'delay' | 'without' | 'extend' | 'back' | 'contact' | 'stop' | 'check_in';

interface Said {
  readonly icon: IconName;
  readonly text: string;
  readonly acts: readonly { readonly act: Act; readonly label: string }[];
}

const take = { act: 'take', label: said.break.take } as const;
const back = { act: 'without', label: said.break.back } as const;
const stop = { act: 'stop', label: said.stop } as const;
const contact = { act: 'contact', label: said.contact.want } as const;
const again = { act: 'check_in', label: said.checkIn.again } as const;

type Resting = Extract<DayState, { readonly name: 'rest' }>;

const saidOfRest = ({ until, isHeavy, canExtend, extended, isContactWanted }: Resting): Said => {
  const time = timeOfDay.format(until);
  const extend = canExtend ? [{ act: 'extend', label: said.rest.extend(spanWords(extended)) } as const] : [];
  if (!isHeavy) return { icon: 'clock', text: said.rest.after_conversation(time), acts: extend };
  return isContactWanted
    ? { icon: 'clock', text: said.rest.after_heavy_wanted(time), acts: [...extend, stop] }
    : { icon: 'clock', text: said.rest.after_heavy(time), acts: [...extend, contact, stop] };
};

type Due = Extract<DayState, { readonly name: 'break_due' }>;

const saidOfBreak = ({ canDelay, length, delay: span }: Due): Said => {
  const delay = { act: 'delay', label: said.break.delay(spanWords(span)) } as const;
  return {
    icon: 'clock',
    text: canDelay ? said.break.due(spanWords(length)) : said.break.dueDelayed,
    acts: canDelay ? [take, delay] : [take],
  };
};

/** What is said of each state and what one can do; null where nothing is. Times as times: nothing counts down. */
const saidOf = (state: DayState, now: number): Said | null => {
  switch (state.name) {
    case 'on_break': {
      const left = said.break.left(minutesBetween(now, state.until));
      return {
        icon: 'clock',
        text: said.break.on(timeOfDay.format(state.until), left),
        acts: state.canEnd ? [back] : [],
      };
    }
    case 'break_due':
      return saidOfBreak(state);
    case 'break_wanted':
      return {
        icon: 'clock',
        text: said.break.wanted,
        acts: [{ act: 'without', label: said.break.without }],
      };
    case 'rest':
      return saidOfRest(state);
    case 'not_checked_in':
      return {
        icon: 'person',
        text: said.checkIn.notYet,
        acts: [{ act: 'check_in', label: said.checkIn.open }],
      };
    case 'missed_offers':
      return { icon: 'person', text: said.missed, acts: [{ act: 'back', label: said.back }, stop] };
    case 'not_today':
      return { icon: 'person', text: said.notToday, acts: [{ act: 'check_in', label: said.changeMind }] };
    default:
      return saidOfLimit(state, now);
  }
};

const saidOfLimit = (state: DayState, now: number): Said | null => {
  switch (state.name) {
    case 'hours_over':
      return { icon: 'clock', text: said.hoursOver[state.which], acts: [stop] };
    case 'between_shifts':
      return { icon: 'clock', text: said.betweenShifts(atMoment(state.until, now)), acts: [] };
    case 'contact_wanted':
      return { icon: 'person', text: said.contact.wanted, acts: [] };
    case 'training_over':
      return { icon: 'note', text: said.trainingOver(said.module(state.module)), acts: [] };
    case 'training_missing':
      return { icon: 'note', text: said.trainingMissing(said.module(state.module)), acts: [] };
    case 'refresher':
      return { icon: 'note', text: said.refresher(said.module(state.what)), acts: [] };
    case 'heavy_row':
      return { icon: 'person', text: said.heavy.row(state.count), acts: [again] };
    case 'heavy_shift':
      return { icon: 'person', text: said.heavy.shift(state.count), acts: [again] };
    case 'training_soon':
      return { icon: 'note', text: said.trainingSoon(said.module(state.module), state.days), acts: [] };
    default:
      return null;
  }
};

/** A break that a supervisor has called says so, and is not one's own to do without or to put off. */
const whoseBreak = (told: Said | null, { name }: DayState, by: string | null): Said | null => {
  if (told === null || by === null) return told;
  if (name === 'on_break')
    return { ...told, text: `${told.text} ${wellbeingWords.onCalledBreak(by)}`, acts: [] };
  if (name !== 'break_wanted' && name !== 'break_due') return told;
  const { breakCalled, breakCalledMore } = wellbeingWords;
  return { icon: 'clock', text: `${breakCalled(by)} ${breakCalledMore(by)}`, acts: [] };
};

type Asked = Exclude<Act, 'stop' | 'check_in'>;
const ASKS: Record<Asked, (client: StaffClient) => Promise<Outcome<unknown>>> = {
  take: (client) => client.send('break:take', {}),
  delay: (client) => client.send('break:delay', {}),
  without: (client) => client.send('break:end', {}),
  extend: (client) => client.send('cool_down:extend', {}),
  contact: (client) => client.send('contact:want', {}),
  back: (client) => client.setAvailability('available'),
};

const Line = ({ told, children }: { readonly told: Said; readonly children: ReactNode }) => (
  <section className="day" aria-label={said.strip} tabIndex={-1}>
    <Banner icon={told.icon} actions={told.acts.length === 0 ? undefined : children}>
      {told.text}
    </Banner>
  </section>
);

const holdsSomeone = ({ caseload }: Desk): boolean => caseload.some(({ state }) => state === 'talking');

/** Away from the desk only one thing is asked: a person who can be reached but has not checked in is offered to nobody. */
const isForPage = (desk: Desk, state: DayState, isOnDesk: boolean): boolean =>
  isOnDesk || (state.name === 'not_checked_in' && desk.me.availability === 'available');

/** Shows one thing about a person's day above the desk. It stays calm: it blocks nothing and counts nothing. */
export const DayStrip = ({ isOnDesk }: { readonly isOnDesk: boolean }) => {
  const client = useClient();
  const desk = useLive((live) => live.desk);
  const now = useNow(15_000);
  const breakCalledBy = useLive((live) => live.help?.breakCalledBy ?? null);
  const [open, setOpen] = useState<'stop' | 'check_in' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  if (desk === null) return null;
  const state = dayState(desk, now);
  if (!isForPage(desk, state, isOnDesk)) return null;
  // Above a conversation and on other pages the question is one line: what they are for comes first.
  const isAskedAtOnce = isOnDesk && state.name === 'not_checked_in' && !holdsSomeone(desk);
  if (isAskedAtOnce || open === 'check_in')
    return <CheckInCard isAskedFor={open === 'check_in'} onDone={() => setOpen(null)} />;
  const act = async (name: Act): Promise<void> => {
    if (name === 'stop' || name === 'check_in') return setOpen(name);
    setBusy(true);
    const outcome = await ASKS[name](client);
    setBusy(false);
    setMistake(outcome.kind === 'done' ? null : outcomeWords(outcome));
  };
  const told = whoseBreak(saidOf(state, now), state, breakCalledBy);
  return (
    <>
      {told === null ? null : (
        <Line told={told}>
          {told.acts.map((one, place) => (
            <Button
              key={one.act}
              size="small"
              kind={place === 0 ? 'plain' : 'quiet'}
              isBusy={isBusy}
              onPress={() => void act(one.act)}
            >
              {one.label}
            </Button>
          ))}
        </Line>
      )}
      {mistake === null ? null : <Banner tone="notice">{mistake}</Banner>}
      {open === 'stop' ? <CheckOutDialog onClose={() => setOpen(null)} /> : null}
    </>
  );
};
