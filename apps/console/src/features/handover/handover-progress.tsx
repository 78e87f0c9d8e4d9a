import { useState } from 'react';
import type { Handover } from '@warmline/contracts';
import { Button, Icon } from '@warmline/ui';
import { isBeforeControl } from '../../shared/handover/handover-roles';
import { useNow } from '../../shared/page/use-now';
import { nowWords, stepsOf, type Step } from './handover-steps';
import { handoverStepWords } from './handover-words';
import { timeLeftWords } from './time-left-words';
import { WithdrawDialog } from './withdraw-dialog';

const TimeLeft = ({ expiresAt }: { readonly expiresAt: number }) => (
  <span className="steps__time">{timeLeftWords(expiresAt, useNow(1_000))}</span>
);

const StepLine = ({ step, expiresAt }: { readonly step: Step; readonly expiresAt: number | null }) => (
  <li
    className={`steps__step steps__step--${step.state}`}
    aria-current={step.state === 'now' ? 'step' : undefined}
  >
    <span className="steps__mark">{step.state === 'done' ? <Icon name="check" size={14} /> : null}</span>
    <span className="steps__told">
      {step.told}
      <span className="ui-unseen">, {handoverStepWords.states[step.state]}</span>
    </span>
    {step.state === 'now' && expiresAt !== null ? <TimeLeft expiresAt={expiresAt} /> : null}
  </li>
);

/** The state of a handover the person started, with a way to withdraw it. */
export const HandoverProgress = ({ handover }: { readonly handover: Handover }) => {
  const [isAsking, setAsking] = useState(false);
  const { receiver } = handover;
  return (
    <section className="handover__progress">
      <h3 className="handover__legend">
        {receiver === null ? handoverStepWords.title : handoverStepWords.titleTo(receiver.name)}
      </h3>
      <ol className="steps">
        {stepsOf(handover, null).map((step) => (
          <StepLine key={step.key} step={step} expiresAt={handover.expiresAt} />
        ))}
      </ol>
      {nowWords(handover).map((told) => (
        <p key={told} className="handover__hint">
          {told}
        </p>
      ))}
      {isBeforeControl(handover) ? (
        <Button onPress={() => setAsking(true)}>{handoverStepWords.withdraw}</Button>
      ) : null}
      {isAsking && isBeforeControl(handover) ? (
        <WithdrawDialog handover={handover} sender={null} onClose={() => setAsking(false)} />
      ) : null}
    </section>
  );
};
