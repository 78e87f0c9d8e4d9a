import { useRef, useState, type FormEvent } from 'react';
import type { Brief } from '@warmline/contracts';
import { Banner, Button, Tick } from '@warmline/ui';
import { changeHandoverDraft, useHandoverDraft } from '../../shared/handover/handover-drafts';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import type { Proposal } from '../../shared/live/handover-proposals';
import { useClient } from '../../shared/live/live-provider';
import { focusFirstMistake } from '../../shared/page/catch-focus';
import { BriefFields, mistakesIn, type BriefMistakes } from './brief-fields';
import { handoverFormWords } from './handover-words';
import './handover.css';
import { TargetChoice } from './target-choice';
import { useCandidates } from './use-candidates';

export interface HandoverFormProps {
  readonly conversationId: string;
  readonly epoch: number;
  readonly visitorName: string;
  readonly prefill: Brief;
  /** The holder, if it is not the person asking; `isGone` once their connection is lost. */
  readonly holder: { readonly name: string; readonly isGone: boolean } | null;
  readonly onProposed: () => void;
  /** Set in a dialog only; a tab needs no cancel button. */
  readonly onCancel?: () => void;
}

type Candidates = ReturnType<typeof useCandidates>;

type Checked =
  { readonly proposal: Proposal } | { readonly brief: BriefMistakes; readonly other: string | null };

const targetMissing = (candidates: Candidates): string =>
  typeof candidates === 'object' && candidates.people.every(({ status }) => status !== 'free')
    ? handoverFormWords.targetNobodyFree
    : handoverFormWords.targetMissing;

const useProposing = (form: HandoverFormProps, candidates: Candidates) => {
  const { conversationId, epoch, prefill, onProposed } = form;
  const client = useClient();
  const draft = useHandoverDraft(conversationId);
  const brief = { ...prefill, ...draft.brief };
  const [isBusy, setBusy] = useState(false);
  const [mistakes, setMistakes] = useState<{ brief: BriefMistakes; other: string | null }>({
    brief: {},
    other: null,
  });
  const check = (): Checked => {
    const found = mistakesIn(brief);
    const { to, mustLeave } = draft;
    if (to === null) return { brief: found, other: targetMissing(candidates) };
    if (Object.keys(found).length > 0) return { brief: found, other: null };
    return { proposal: { conversationId, epoch, to, mustLeave, brief } };
  };
  const propose = async (): Promise<boolean> => {
    const checked = check();
    if (!('proposal' in checked)) {
      setMistakes(checked);
      return false;
    }
    setMistakes({ brief: {}, other: null });
    setBusy(true);
    const outcome = await client.handovers.propose(checked.proposal);
    setBusy(false);
    if (outcome.kind !== 'done') {
      setMistakes({ brief: {}, other: outcomeWords(outcome) });
      return false;
    }
    // What was written stays until control has passed: a decline must not cost it.
    changeHandoverDraft(conversationId, { brief, to: null });
    onProposed();
    return true;
  };
  const change = (part: keyof Brief, text: string): void =>
    changeHandoverDraft(conversationId, { brief: { ...draft.brief, [part]: text } });
  return { draft, brief, isBusy, mistakes, propose, change };
};

const leadOf = ({ holder, visitorName }: HandoverFormProps): string => {
  const form = handoverFormWords;
  if (holder === null) return form.lead(visitorName);
  return holder.isGone ? form.leadCold(holder.name) : form.leadForOthers(holder.name);
};

/** Whom to ask, what they must know, and whether the sender has to go. Nothing is sent before "Ask to take over". */
export const HandoverForm = (props: HandoverFormProps) => {
  const { conversationId, visitorName, holder, onCancel } = props;
  const candidates = useCandidates(conversationId);
  const { draft, brief, isBusy, mistakes, propose, change } = useProposing(props, candidates);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || (await propose())) return;
    focusFirstMistake(form.current);
  };
  return (
    <form className="handover__form" ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <p className="handover__hint">{leadOf(props)}</p>
      <TargetChoice
        candidates={candidates}
        to={draft.to}
        onChange={(to) => changeHandoverDraft(conversationId, { to })}
      />
      <BriefFields brief={brief} mistakes={mistakes.brief} onChange={change} />
      {holder?.isGone === true ? null : (
        <Tick
          label={
            holder === null ? handoverFormWords.mustLeave : handoverFormWords.mustLeaveOther(holder.name)
          }
          hint={handoverFormWords.mustLeaveHint(visitorName)}
          isTicked={draft.mustLeave}
          onChange={(mustLeave) => changeHandoverDraft(conversationId, { mustLeave })}
        />
      )}
      {mistakes.other === null ? null : (
        <Banner tone="grave" icon="warn">
          {mistakes.other}
        </Banner>
      )}
      <div className="handover__acts">
        {onCancel === undefined ? null : <Button onPress={onCancel}>{commonWords.cancel}</Button>}
        <Button kind="main" type="submit" isBusy={isBusy}>
          {isBusy ? handoverFormWords.proposing : handoverFormWords.propose}
        </Button>
      </div>
    </form>
  );
};
