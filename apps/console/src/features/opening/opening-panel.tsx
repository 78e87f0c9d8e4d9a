import { useEffect, useState } from 'react';
import type { DoorView } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { locale } from '../../shared/i18n/locale';
import { useLine, useLive } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { useNow } from '../../shared/page/use-now';
import { DoorDialog } from './opening-dialog';
import { openingWords } from './opening-words';
import './opening-panel.css';

const clock = new Intl.DateTimeFormat(locale.formats, { hour: 'numeric', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat(locale.formats, {
  weekday: 'long',
  hour: 'numeric',
  minute: '2-digit',
});

const headline = ({ state, why }: DoorView): string => {
  const { states, why: whys } = openingWords;
  return why === null ? states[state] : `${states[state]}, ${whys[why]}`;
};

const linesOf = ({ takes, closesAt, opensAt, spaceAt, set }: DoorView): readonly string[] => {
  const door = openingWords;
  const lines: string[] = [door.takes[takes]];
  if (closesAt !== null) lines.push(door.closes(clock.format(closesAt)));
  if (opensAt !== null) lines.push(door.opens(dayAndTime.format(opensAt)));
  if (spaceAt !== null) lines.push(door.space(clock.format(spaceAt)));
  if (set !== null) {
    const [time, reason] = [clock.format(set.at), door.reasons[set.reason]];
    lines.push(set.by === null ? door.setByItself(time, reason) : door.setBy(set.by, time, reason));
  }
  return lines;
};

type Suggested = NonNullable<DoorView['suggestion']>;

/** When it happens by itself, in words: nothing on screen counts seconds down. */
const actsWords = ({ actsAt }: Suggested, now: number): string => {
  const { suggestion } = openingWords;
  if (actsAt === null) return suggestion.waits;
  const minutes = Math.ceil((actsAt - now) / 60_000);
  return minutes <= 0 ? suggestion.actsNow : suggestion.acts(suggestion.minutes(minutes));
};

const Suggestion = ({ suggested }: { readonly suggested: Suggested }) => {
  const line = useLine();
  const { isBusy, mistake, act } = useAct();
  const now = useNow(5_000);
  const { suggestion } = openingWords;
  const isClosing = suggested.kind === 'close_to_standard';
  const confirm = (): void =>
    void act(() =>
      isClosing ? line.door.set('at_capacity', 'long_wait') : line.door.set('open', 'back_to_normal'),
    );
  return (
    <Banner
      tone="notice"
      actions={
        <>
          <Button size="small" kind="main" isBusy={isBusy} onPress={confirm}>
            {isClosing ? suggestion.closeNow : suggestion.reopenNow}
          </Button>
          {isClosing ? (
            <Button size="small" isBusy={isBusy} onPress={() => void act(() => line.door.keepOpen())}>
              {suggestion.keepOpen}
            </Button>
          ) : null}
        </>
      }
    >
      {suggestion[suggested.kind]} {actsWords(suggested, now)} {mistake}
    </Banner>
  );
};

/** How the door stands and why, what is suggested, and the way to change it. */
export const DoorPanel = () => {
  const line = useLine();
  const door = useLive((live) => live.door);
  const [isChanging, setChanging] = useState(false);
  useEffect(() => {
    void line.door.open();
  }, [line]);
  if (door === null) return null;
  return (
    <section className="door" aria-labelledby="door-title">
      <div className="door__top">
        <h2 className="door__title" id="door-title">
          {openingWords.title}
        </h2>
        <p className={`door__state door__state--${door.takes}`}>{headline(door)}</p>
        <Button size="small" onPress={() => setChanging(true)}>
          {openingWords.change}
        </Button>
      </div>
      <p className="door__lines">{linesOf(door).join(' ')}</p>
      {door.suggestion === null ? null : <Suggestion suggested={door.suggestion} />}
      {isChanging ? <DoorDialog onClose={() => setChanging(false)} /> : null}
    </section>
  );
};
