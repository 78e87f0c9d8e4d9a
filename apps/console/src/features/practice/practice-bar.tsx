import { useState, type ReactNode } from 'react';
import type { PracticeView } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, Mark } from '@warmline/ui';
import { useAct } from '../../shared/page/use-act';
import type { PracticeClient } from './practice-client';
import './practice.css';
import { practiceWords, scenarioWords } from './practice-words';
import { usePracticeView } from './use-practice';

const said = practiceWords;

/** How far practice time is let go on with one press (min). */
const SKIPS = [1, 5] as const;

interface StopProps {
  readonly practice: PracticeClient;
  readonly onStopped: () => void;
}

const Stop = ({ practice, onStopped }: StopProps) => {
  const [isAsking, setAsking] = useState(false);
  const { isBusy, mistake, act } = useAct();
  const stop = async (): Promise<void> => {
    if (await act(() => practice.act({ kind: 'leave' }))) onStopped();
  };
  return (
    <>
      <Button size="small" onPress={() => setAsking(true)}>
        {said.stop}
      </Button>
      <Dialog title={said.stopTitle} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>{said.stopLead}</p>
        {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
        <DialogFoot>
          <Button onPress={() => setAsking(false)} autoFocus>
            {said.keep}
          </Button>
          <Button kind="grave" isBusy={isBusy} onPress={() => void stop()}>
            {said.stop}
          </Button>
        </DialogFoot>
      </Dialog>
    </>
  );
};

/** Lets practice time go on. */
const Skips = ({ practice }: Pick<StopProps, 'practice'>) => {
  const { isBusy, mistake, act } = useAct();
  return (
    <>
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      {SKIPS.map((minutes) => (
        <Button
          key={minutes}
          size="small"
          kind="quiet"
          isDisabled={isBusy}
          onPress={() => void act(() => practice.act({ kind: 'wait', minutes }))}
        >
          {said.skip(minutes)}
        </Button>
      ))}
    </>
  );
};

const nameOf = ({ scenario, colleagueName }: PracticeView): string =>
  scenario === null ? said.withColleague(colleagueName ?? '') : scenarioWords[scenario].name;

export interface PracticeBarProps extends StopProps {
  /** How a supervisor is called in practice: at the place where the real call is. */
  readonly call: ReactNode;
}

/** Says over the whole desk that this is practice. */
export const PracticeBar = ({ practice, call, onStopped }: PracticeBarProps) => {
  const view = usePracticeView(practice);
  if (view === null) return null;
  const isTalking = view.item?.state === 'talking' && !view.isOutdated;
  return (
    <section className="practice-bar" aria-label={said.mark}>
      <div className="practice-bar__line">
        <Mark tone="strong" icon="note">
          {said.mark}
        </Mark>
        <strong className="practice-bar__name">{nameOf(view)}</strong>
        <span className="practice-bar__lead">{said.noOne}</span>
        <span className="practice-bar__acts">
          {isTalking && view.scenario !== null ? <Skips practice={practice} /> : null}
          {isTalking ? call : null}
          <Stop practice={practice} onStopped={onStopped} />
        </span>
      </div>
      {view.isOutdated ? <Banner tone="notice">{said.outdated}</Banner> : null}
      {isTalking && view.called !== null ? <Banner icon="notification">{said.called}</Banner> : null}
    </section>
  );
};

/** In the place of offers: what this scenario is. */
export const PracticeSlot = ({ practice }: { readonly practice: PracticeClient }) => {
  const view = usePracticeView(practice);
  if (view === null) return null;
  const { scenario } = view;
  return (
    <section className="practice-slot" aria-label={said.scenario}>
      <h2 className="desk__heading">{said.scenario}</h2>
      <p>{scenario === null ? said.colleagueLead : scenarioWords[scenario].lead}</p>
    </section>
  );
};
