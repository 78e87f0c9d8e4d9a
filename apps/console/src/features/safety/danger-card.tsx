import type { SafetyEntryWritten, SafetyRecord } from '@warmline/contracts';
import { Banner, Tick } from '@warmline/ui';
import { DANGER_STEPS, STEP_DOER, type DangerStep } from '@warmline/vocabulary';
import { DANGER_SILENCE_MIN } from '../../shared/desk/pace';
import { writtenBy } from '../../shared/safety/record-texts';
import { recordWords } from '../../shared/safety/record-words';
import { safetyPanelWords } from './safety-panel-words';

export interface DangerCardProps {
  readonly record: SafetyRecord;
  readonly now: number;
  /** No word of the visitor since our reply, in whole minutes; null while they wait for us. */
  readonly silentFor: number | null;
  readonly isHolder: boolean;
  readonly isSupervisor: boolean;
  readonly onWrite: (entry: SafetyEntryWritten) => void;
}

const mayDo = (step: DangerStep, { isHolder, isSupervisor }: DangerCardProps): boolean => {
  const doer = STEP_DOER[step];
  return (doer !== 'supervisor' && isHolder) || (doer !== 'holder' && isSupervisor);
};

/** A supervisor who holds it cannot join themselves. */
const stepWords = (step: DangerStep, { isHolder, isSupervisor }: DangerCardProps): string =>
  step === 'supervisor_joins' && isHolder && isSupervisor
    ? recordWords.otherSupervisorJoins
    : recordWords.steps[step];

/** Eight short steps in danger. Each is ticked by the person who does it. */
export const DangerCard = (props: DangerCardProps) => {
  const { record, now, silentFor, onWrite } = props;
  return (
    <section className="danger-card" aria-label={safetyPanelWords.card}>
      <h3 className="danger-card__title">{safetyPanelWords.card}</h3>
      <p>{safetyPanelWords.cardLead}</p>
      {silentFor !== null && silentFor >= DANGER_SILENCE_MIN.canYouCall ? (
        <Banner tone="notice" icon="clock">
          {safetyPanelWords.canYouCall(silentFor)}
        </Banner>
      ) : null}
      <ol className="danger-card__steps">
        {DANGER_STEPS.map((step) => {
          const done = record.steps.find((one) => one.step === step);
          const isDone = done?.isDone === true;
          const doer = recordWords.doers[STEP_DOER[step]];
          const hint = isDone ? `${doer} · ${writtenBy(done, now)}` : doer;
          return (
            <li key={step} className={`danger-card__step${isDone ? ' danger-card__step--done' : ''}`}>
              {mayDo(step, props) ? (
                <Tick
                  label={stepWords(step, props)}
                  hint={hint}
                  isTicked={isDone}
                  onChange={(isTicked) => onWrite({ kind: 'step', step, isDone: isTicked })}
                />
              ) : (
                <>
                  <span>{stepWords(step, props)}</span>
                  <span className="safety-record__by">
                    {isDone ? `${safetyPanelWords.done}: ${hint}` : hint}
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
};
