import { useState } from 'react';
import type { Assessment, ReviewSummary, SuggestedFinding } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf, SomeOf, TextField } from '@warmline/ui';
import {
  AUTOMATIC_FAILS,
  FEEDBACK_MAX,
  ITEM_MARKS,
  RUBRIC_ITEMS,
  type AutomaticFail,
  type ItemMark,
  type RubricItem,
} from '@warmline/vocabulary';
import { useClient } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { qualityWords, rubricWords } from './quality-words';
import { useDraft } from './use-draft';

const said = qualityWords;

type MarkKey = `${ItemMark}`;
const keyOf = (mark: ItemMark): MarkKey => `${mark}`;
const CHOICES = ITEM_MARKS.map((mark) => ({ value: keyOf(mark), label: rubricWords.marks[mark] }));
const markOf = (key: MarkKey): ItemMark | null => ITEM_MARKS.find((mark) => keyOf(mark) === key) ?? null;

const FAILS = AUTOMATIC_FAILS.map((fail) => ({ value: fail, label: rubricWords.fails[fail] }));

interface ItemProps {
  readonly item: RubricItem;
  readonly mark: ItemMark | null;
  readonly onMark: (mark: ItemMark | null) => void;
}

const Item = ({ item, mark, onMark }: ItemProps) => (
  <OneOf<MarkKey>
    label={rubricWords.items[item]}
    hint={rubricWords.hints[item]}
    choices={CHOICES}
    value={mark === null ? null : keyOf(mark)}
    onChange={(key) => onMark(markOf(key))}
  />
);

const missingOf = ({ marks, words }: Assessment, isSecond: boolean): readonly string[] => {
  const count = RUBRIC_ITEMS.filter((item) => marks[item] === null).length;
  return [
    ...(count > 0 ? [said.missingMarks(count)] : []),
    ...(words.trim() === '' && !isSecond ? [said.missingWords] : []),
  ];
};

interface AskToGiveProps {
  readonly review: ReviewSummary;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly mistake: string | null;
  readonly onGive: () => void;
  readonly onClose: () => void;
}

const AskToGive = ({ review, isOpen, isBusy, mistake, onGive, onClose }: AskToGiveProps) => (
  <Dialog title={said.giveTitle} isOpen={isOpen} onClose={onClose}>
    <p>{review.rater === 'second' ? said.giveLeadSecond : said.giveLead(review.responderName)}</p>
    {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
    <DialogFoot>
      <Button onPress={onClose} autoFocus>
        {said.notYet}
      </Button>
      <Button kind="main" isBusy={isBusy} onPress={onGive}>
        {isBusy ? said.giving : said.give}
      </Button>
    </DialogFoot>
  </Dialog>
);

const Suggestions = ({ suggested }: Pick<RubricFormProps, 'suggested'>) =>
  suggested.length === 0 ? null : (
    <Banner tone="notice" icon="eye" isSpoken={false}>
      {said.look}
      <ul className="quality__suggested">
        {suggested.map(({ finding, seq, words }) => (
          <li key={`${finding}${seq}`}>
            {rubricWords.looks[finding]}
            {words === '' ? null : (
              <>
                : <q dir="auto">{words}</q>
              </>
            )}
          </li>
        ))}
      </ul>
    </Banner>
  );

const SAVED = { empty: '', saved: said.saved, unsaved: said.unsaved, saving: said.saving };

export interface RubricFormProps {
  readonly review: ReviewSummary;
  readonly stored: Assessment | null;
  readonly suggested: readonly SuggestedFinding[];
  readonly onGiven: () => void;
}

/** The eight items, the findings and the feedback. What is written saves itself. */
export const RubricForm = ({ review, stored, suggested, onGiven }: RubricFormProps) => {
  const client = useClient();
  const { draft, change, state, mistake, save, settle } = useDraft(review.id, stored);
  const giving = useAct();
  const [isAsking, setAsking] = useState(false);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const isSecond = review.rater === 'second';
  const ask = (): void => {
    const left = missingOf(draft, isSecond);
    setMissing(left);
    setAsking(left.length === 0);
  };
  const give = async (): Promise<void> => {
    const assessment = draft;
    if (!(await giving.act(() => client.send('review:give', { reviewId: review.id, assessment })))) return;
    settle();
    onGiven();
  };
  return (
    <div className="quality__form">
      {RUBRIC_ITEMS.map((item) => (
        <Item
          key={item}
          item={item}
          mark={draft.marks[item]}
          onMark={(mark) => change({ marks: { ...draft.marks, [item]: mark } })}
        />
      ))}
      <SomeOf<AutomaticFail>
        label={said.findings}
        hint={said.findingsHint}
        shape="lines"
        choices={FAILS}
        values={draft.fails}
        onChange={(fails) => change({ fails: [...fails] })}
      />
      <Suggestions suggested={suggested} />
      <TextField
        label={said.feedback}
        hint={isSecond ? said.noteHint : said.feedbackHint}
        rows={6}
        maxLength={FEEDBACK_MAX}
        value={draft.words}
        onChange={(words) => change({ words })}
      />
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      {missing.length === 0 ? null : <Banner tone="notice">{missing.join(' ')}</Banner>}
      <div className="quality__acts">
        <Button kind="main" onPress={ask}>
          {isSecond ? said.giveSecond : said.give}
        </Button>
        <Button isDisabled={state === 'saved' || state === 'empty'} onPress={() => void save()}>
          {said.save}
        </Button>
        <span className="quality__soft" role="status">
          {SAVED[state]}
        </span>
      </div>
      <AskToGive
        review={review}
        isOpen={isAsking}
        isBusy={giving.isBusy}
        mistake={giving.mistake}
        onGive={() => void give()}
        onClose={() => setAsking(false)}
      />
    </div>
  );
};
