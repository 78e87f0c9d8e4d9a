import { useState } from 'react';
import type { OpeningView } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { locale } from '../../shared/i18n/locale';
import { useClient, useView } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { useNow } from '../../shared/page/use-now';
import { OpeningDialog } from './opening-dialog';
import { openingWords } from './opening-words';
import './opening-panel.css';

const clock = new Intl.DateTimeFormat(locale.formats, { hour: 'numeric', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat(locale.formats, {
  weekday: 'long',
  hour: 'numeric',
  minute: '2-digit',
});

const headline = ({ state, why }: OpeningView): string => {
  const { states, why: whys } = openingWords;
  return why === null ? states[state] : `${states[state]}, ${whys[why]}`;
};

const linesOf = ({ takes, closesAt, opensAt, spaceAt, set }: OpeningView): readonly string[] => {
  const said = openingWords;
  const lines: string[] = [said.takes[takes]];
  if (closesAt !== null) lines.push(said.closes(clock.format(closesAt)));
  if (opensAt !== null) lines.push(said.opens(dayAndTime.format(opensAt)));
  if (spaceAt !== null) lines.push(said.space(clock.format(spaceAt)));
  if (set !== null) {
    const [time, reason] = [clock.format(set.at), said.reasons[set.reason]];
    lines.push(set.by === null ? said.setByItself(time, reason) : said.setBy(set.by, time, reason));
  }
  return lines;
};

type Suggested = NonNullable<OpeningView['suggestion']>;

/** When it happens by itself, in words: nothing on screen counts seconds down. */
const actsWords = ({ actsAt }: Suggested, now: number): string => {
  const { suggestion } = openingWords;
  if (actsAt === null) return suggestion.waits;
  const minutes = Math.ceil((actsAt - now) / 60_000);
  return minutes <= 0 ? suggestion.actsNow : suggestion.acts(suggestion.minutes(minutes));
};

const Suggestion = ({ suggested }: { readonly suggested: Suggested }) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const now = useNow(5_000);
  const { suggestion } = openingWords;
  const isClosing = suggested.kind === 'close_to_standard';
  const confirm = (): void =>
    void act(() =>
      client.views.opening.showAnswer(
        client.send(
          'opening:set',
          isClosing
            ? { setting: 'at_capacity', reason: 'long_wait' }
            : { setting: 'open', reason: 'back_to_normal' },
        ),
      ),
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
            <Button
              size="small"
              isBusy={isBusy}
              onPress={() =>
                void act(() => client.views.opening.showAnswer(client.send('opening:keep_open', {})))
              }
            >
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

/** The chat status with its reason, what is suggested, and a way to change it. */
export const OpeningPanel = () => {
  const { view: opening } = useView('opening');
  const [isChanging, setChanging] = useState(false);
  if (opening === null) return null;
  return (
    <section className="opening" aria-labelledby="opening-title">
      <div className="opening__top">
        <h2 className="opening__title" id="opening-title">
          {openingWords.title}
        </h2>
        <p className={`opening__state opening__state--${opening.takes}`}>{headline(opening)}</p>
        <Button size="small" onPress={() => setChanging(true)}>
          {openingWords.change}
        </Button>
      </div>
      <p className="opening__lines">{linesOf(opening).join(' ')}</p>
      {opening.suggestion === null ? null : <Suggestion suggested={opening.suggestion} />}
      {isChanging ? <OpeningDialog onClose={() => setChanging(false)} /> : null}
    </section>
  );
};
