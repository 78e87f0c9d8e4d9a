import { useState, type FormEvent } from 'react';
import type { CaseloadItem, Topic, WrapUp } from '@warmline/contracts';
import { Banner, Button, OneOf, SomeOf, TextField, Waiting } from '@warmline/ui';
import { codePoints } from '@warmline/vocabulary';
import { useTopics } from '../../shared/content/topics';
import { selectConversation } from '../../shared/desk/desk-view';
import { setDraft } from '../../shared/desk/drafts';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient } from '../../shared/live/live-provider';
import { focusMain } from '../../shared/page/catch-focus';
import { possibleNames } from './possible-names';
import { KINDS, NOTE_MAX, OUTCOMES, TOPICS_MAX } from './wrap-up-choices';
import { forgetWrapUp, useWrapUpDraft, type WrapUpDraft } from './wrap-up-draft';
import { wrapUpWords } from './wrap-up-words';
import './wrap-up-form.css';

type Checked = { readonly wrapUp: WrapUp } | { readonly mistake: string };

const check = ({ contactKind, topics, outcome, note }: WrapUpDraft): Checked => {
  if (contactKind === null) return { mistake: wrapUpWords.kindMissing };
  if (outcome === null) return { mistake: wrapUpWords.outcomeMissing };
  if (note.length > NOTE_MAX) return { mistake: wrapUpWords.noteLong };
  return { wrapUp: { contactKind, topics: [...topics], outcome, note: note.trim() } };
};

const useFinishing = (conversationId: string) => {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const finish = async (draft: WrapUpDraft): Promise<void> => {
    const checked = check(draft);
    if ('mistake' in checked) return setMistake(checked.mistake);
    setBusy(true);
    setMistake(null);
    const outcome = await client.desk.finishWrapUp(conversationId, checked.wrapUp);
    setBusy(false);
    const isOver =
      outcome.kind === 'done' || (outcome.kind === 'refused' && outcome.refusal === 'already_wrapped_up');
    if (!isOver) return setMistake(outcomeWords(outcome));
    forgetWrapUp(conversationId);
    setDraft(conversationId, '');
    selectConversation(null);
    focusMain();
  };
  return { isBusy, mistake, finish };
};

const NoteHint = ({ note }: { readonly note: string }) => {
  const found = possibleNames(note);
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
  const { isBusy, mistake, finish } = useFinishing(item.conversationId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isBusy) void finish(draft);
  };
  return (
    <form className="wrap-up" onSubmit={submit} noValidate>
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
        onChange={(contactKind) => change({ contactKind })}
      />
      <TopicChoice chosen={draft.topics} onChange={(topics) => change({ topics })} />
      <OneOf
        label={wrapUpWords.outcome}
        choices={OUTCOMES.map((value) => ({ value, label: wrapUpWords.outcomes[value] }))}
        value={draft.outcome}
        onChange={(outcome) => change({ outcome })}
      />
      <TextField
        label={wrapUpWords.note}
        rows={3}
        value={draft.note}
        maxLength={NOTE_MAX}
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
