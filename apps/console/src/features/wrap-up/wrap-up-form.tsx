import { useRef, useState, type FormEvent } from 'react';
import type { CaseloadItem, Topic, WrapUp } from '@warmline/contracts';
import { Banner, Button, OneOf, SomeOf, TextField, Waiting } from '@warmline/ui';
import { codePoints } from '@warmline/vocabulary';
import { useContent } from '../../shared/content/content-query';
import { useTopics } from '../../shared/content/topics';
import { selectConversation } from '../../shared/desk/desk-view';
import { setDraft } from '../../shared/desk/drafts';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient } from '../../shared/live/live-provider';
import { focusFirstMistake, focusMain } from '../../shared/page/catch-focus';
import { possibleNames } from './possible-names';
import { KINDS, NOTE_MAX, OUTCOMES, TOPICS_MAX } from './wrap-up-choices';
import { forgetWrapUp, useWrapUpDraft, type WrapUpDraft } from './wrap-up-draft';
import { wrapUpWords } from './wrap-up-words';
import './wrap-up-form.css';

type Mistakes = Partial<Readonly<Record<'contactKind' | 'outcome' | 'note', string>>>;

/** What keeps it from being finished, by field, as it is filled in now; empty when nothing does. */
const mistakesIn = ({ contactKind, outcome, note }: WrapUpDraft): Mistakes => ({
  ...(contactKind === null ? { contactKind: wrapUpWords.kindMissing } : {}),
  ...(outcome === null ? { outcome: wrapUpWords.outcomeMissing } : {}),
  ...(codePoints(note) > NOTE_MAX ? { note: wrapUpWords.noteLong } : {}),
});

const whole = ({ contactKind, topics, outcome, note }: WrapUpDraft): WrapUp | null =>
  contactKind === null || outcome === null
    ? null
    : { contactKind, topics: [...topics], outcome, note: note.trim() };

const useFinishing = (conversationId: string, draft: WrapUpDraft) => {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const mistakes = mistakesIn(draft);
  /** False while a field is wrong. */
  const finish = async (): Promise<boolean> => {
    setChecked(true);
    setMistake(null);
    const wrapUp = whole(draft);
    if (wrapUp === null || Object.keys(mistakes).length > 0) return false;
    setBusy(true);
    const outcome = await client.desk.finishWrapUp(conversationId, wrapUp);
    setBusy(false);
    const isOver =
      outcome.kind === 'done' || (outcome.kind === 'refused' && outcome.refusal === 'already_wrapped_up');
    if (isOver) leaveWrapUp(conversationId);
    else setMistake(outcomeWords(outcome));
    return true;
  };
  // Said of each field as long as it is wrong, and no longer.
  return { isBusy, mistake, mistakes: isChecked ? mistakes : {}, finish };
};

const leaveWrapUp = (conversationId: string): void => {
  forgetWrapUp(conversationId);
  setDraft(conversationId, '');
  selectConversation(null);
  focusMain();
};

const NO_CONTACTS = { resources: [] };

const NoteHint = ({ note }: { readonly note: string }) => {
  const { data: content } = useContent();
  const found = possibleNames(note, content ?? NO_CONTACTS);
  const left = NOTE_MAX - codePoints(note);
  return (
    <>
      {wrapUpWords.noteHint} {left <= 100 ? wrapUpWords.noteLeft(Math.max(0, left)) : ''}
      {found.length === 0 ? null : (
        <span className="wrap-up__names">{wrapUpWords.names(found.join(', '))}</span>
      )}
    </>
  );
};

interface TopicChoiceProps {
  readonly chosen: readonly Topic[];
  readonly onChange: (topics: readonly Topic[]) => void;
}

/** What it was about, in the charity's words. Without the list there is no choice, and finishing does not wait for it. */
const TopicChoice = ({ chosen, onChange }: TopicChoiceProps) => {
  const { nameOf, offered, isPending, isError, again } = useTopics();
  if (isPending) return <Waiting label={wrapUpWords.topicsLoading} lines={2} />;
  if (isError)
    return (
      <Banner
        tone="notice"
        actions={
          <Button size="small" onPress={again}>
            {commonWords.tryAgain}
          </Button>
        }
      >
        {wrapUpWords.topicsFailed}
      </Banner>
    );
  // What was chosen before it went out of use can still be seen and taken back.
  const all = [...offered, ...chosen.filter((topic) => !offered.includes(topic))];
  const [main] = chosen;
  return (
    <SomeOf
      label={wrapUpWords.topics}
      hint={main === undefined ? wrapUpWords.topicsHint : wrapUpWords.topicsChosen(nameOf(main))}
      choices={all.map((value) => ({
        value,
        label: nameOf(value),
        isDisabled: chosen.length >= TOPICS_MAX && !chosen.includes(value),
      }))}
      values={chosen}
      onChange={onChange}
    />
  );
};

/** Short coding after a conversation; what is ticked stays while the person is elsewhere. */
export const WrapUpForm = ({ item }: { readonly item: CaseloadItem }) => {
  const { draft, change } = useWrapUpDraft(item.conversationId);
  const { isBusy, mistake, mistakes, finish } = useFinishing(item.conversationId, draft);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || (await finish())) return;
    focusFirstMistake(form.current);
  };
  return (
    <form className="wrap-up" ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <div>
        <h2 className="wrap-up__title">
          {wrapUpWords.title(visitorCalled(item.visitorName, item.conversationId))}
        </h2>
        <p className="wrap-up__lead">{wrapUpWords.lead}</p>
      </div>
      <OneOf
        label={wrapUpWords.kind}
        choices={KINDS.map((value) => ({ value, label: wrapUpWords.kinds[value] }))}
        value={draft.contactKind}
        mistake={mistakes.contactKind}
        onChange={(contactKind) => change({ contactKind })}
      />
      <TopicChoice chosen={draft.topics} onChange={(topics) => change({ topics })} />
      <OneOf
        label={wrapUpWords.outcome}
        choices={OUTCOMES.map((value) => ({ value, label: wrapUpWords.outcomes[value] }))}
        value={draft.outcome}
        mistake={mistakes.outcome}
        onChange={(outcome) => change({ outcome })}
      />
      <TextField
        label={wrapUpWords.note}
        rows={3}
        value={draft.note}
        maxLength={NOTE_MAX}
        validationBehavior="aria"
        mistake={mistakes.note}
        onChange={(note) => change({ note })}
        hint={<NoteHint note={draft.note} />}
      />
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <Button kind="main" type="submit" isBusy={isBusy}>
        {isBusy ? wrapUpWords.finishing : wrapUpWords.finish}
      </Button>
    </form>
  );
};
