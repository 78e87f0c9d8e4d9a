import { useState } from 'react';
import type { Safety } from '@warmline/contracts';
import { Banner, MenuButton } from '@warmline/ui';
import {
  isSafetyLowered,
  SAFETY_ANSWERS,
  type SafetyAnswer,
  type SafetyLoweringReason,
} from '@warmline/vocabulary';
import { useClient, useLive } from '../live/live-provider';
import { useAct } from '../page/use-act';
import { minutesBetween, useNow } from '../page/use-now';
import './safety-control.css';
import { SafetyMark } from './safety-mark';
import { SafetyReasonDialog } from './safety-reason-dialog';
import { safetyWords } from './safety-words';

export interface SafetyControlProps {
  readonly conversationId: string;
  readonly safety: Safety;
  /** Of the holding a responder acts under; null for a supervisor who does not hold it. */
  readonly epoch: number | null;
  /** False where the answer is shown and cannot be changed. */
  readonly canChange: boolean;
}

/** Who set it, and how long ago. Nobody set it while nothing was said. */
const SetBy = ({ safety: { answer, byName, at } }: { readonly safety: Safety }) => {
  const minutes = minutesBetween(at, useNow());
  if (byName === null && answer === 'did_not_say') return null;
  return (
    <span className="safety__by">
      {byName === null ? safetyWords.byVisitor(minutes) : safetyWords.byStaff(byName, minutes)}
    </span>
  );
};

/** Read out when someone else changes it while it is on screen. */
const ChangedByOther = ({ safety: { answer, byName, at } }: { readonly safety: Safety }) => {
  const me = useLive(({ desk }) => desk?.me.name ?? null);
  const [firstAt] = useState(at);
  const isOthers = at !== firstAt && byName !== null && byName !== me;
  return (
    <span className="ui-unseen" role="status">
      {isOthers ? safetyWords.changedBy(byName, safetyWords.answers[answer]) : null}
    </span>
  );
};

/** What the mark shows, so that speech finds the button by what is read on it. */
const shownWords = ({ answer, stepAt }: Safety): string =>
  [safetyWords.answers[answer], ...(stepAt === undefined ? [] : [safetyWords.stepOpen])].join(' ');

/** The safety answer with who set it, and the menu that raises it at once or lowers it with a reason. */
export const SafetyControl = ({ conversationId, safety, epoch, canChange }: SafetyControlProps) => {
  const client = useClient();
  const { isBusy, mistake, act, forget } = useAct();
  const [lowering, setLowering] = useState<SafetyAnswer | null>(null);
  const set = async (answer: SafetyAnswer, reason: SafetyLoweringReason | null): Promise<void> => {
    if (await act(() => client.send('safety:set', { conversationId, epoch, answer, reason })))
      setLowering(null);
  };
  const choose = (answer: SafetyAnswer): void => {
    if (answer === safety.answer) return;
    if (isSafetyLowered(safety.answer, answer)) {
      // What went wrong with another change says nothing about this one.
      forget();
      return setLowering(answer);
    }
    void set(answer, null);
  };
  return (
    <div className="safety">
      {canChange ? (
        <MenuButton<SafetyAnswer>
          label={safetyWords.change(shownWords(safety))}
          selected={safety.answer}
          entries={SAFETY_ANSWERS.map((key) => ({
            key,
            label: safetyWords.answers[key],
            hint: safetyWords.hints[key],
          }))}
          onChoose={choose}
        >
          <SafetyMark safety={safety} />
        </MenuButton>
      ) : (
        <SafetyMark safety={safety} />
      )}
      <SetBy safety={safety} />
      <ChangedByOther safety={safety} />
      {mistake === null || lowering !== null ? null : <Banner tone="grave">{mistake}</Banner>}
      {lowering === null ? null : (
        <SafetyReasonDialog
          title={safetyWords.lowerTitle(safetyWords.answers[lowering])}
          lead={safetyWords.lowerLead}
          done={isBusy ? safetyWords.lowering : safetyWords.lower}
          isBusy={isBusy}
          mistake={mistake}
          onClose={() => setLowering(null)}
          onReason={(reason) => void set(lowering, reason)}
        />
      )}
    </div>
  );
};
