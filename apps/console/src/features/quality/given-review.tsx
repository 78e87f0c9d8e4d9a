import type { Feedback, FeedbackReply } from '@warmline/contracts';
import { Mark } from '@warmline/ui';
import { RUBRIC_ITEMS } from '@warmline/vocabulary';
import { dayWithTime } from './day-words';
import { qualityWords, rubricWords } from './quality-words';

const said = qualityWords;

type Given = Feedback['given'];

const Words = ({ words }: Pick<Given, 'words'>) => {
  if (words === null) return <p className="quality__soft">{said.wordsGone}</p>;
  if (words === '') return <p className="quality__soft">{said.noWords}</p>;
  return (
    <p className="quality__words" dir="auto">
      {words}
    </p>
  );
};

/** A review as it was given: the words first, then the marks. */
export const GivenReview = ({ given }: { readonly given: Given }) => (
  <div className="quality__given">
    <h2 className="quality__heading">{said.feedback}</h2>
    <Words words={given.words} />
    <h2 className="quality__heading">{said.findings}</h2>
    {given.fails.length === 0 ? (
      <p className="quality__soft">{said.noFindings}</p>
    ) : (
      <ul className="quality__fails">
        {given.fails.map((fail) => (
          <li key={fail}>
            <Mark tone="grave" icon="warn">
              {rubricWords.fails[fail]}
            </Mark>
          </li>
        ))}
      </ul>
    )}
    <h2 className="quality__heading">{said.rubric}</h2>
    <dl className="quality__marks">
      {RUBRIC_ITEMS.map((item) => {
        const mark = given.marks[item];
        return (
          <div key={item}>
            <dt>{rubricWords.items[item]}</dt>
            <dd>{mark === null ? '' : rubricWords.marks[mark]}</dd>
          </div>
        );
      })}
      <div>
        <dt>{said.score}</dt>
        <dd>{given.score === null ? rubricWords.noScore : rubricWords.score(given.score)}</dd>
      </div>
    </dl>
  </div>
);

/** What the responder replied, the oldest first. */
export const Replies = ({ replies }: { readonly replies: readonly FeedbackReply[] }) => (
  <div>
    <h2 className="quality__heading">{said.repliesTitle}</h2>
    {replies.length === 0 ? <p className="quality__soft">{said.noReplies}</p> : null}
    <ul className="quality__replies">
      {replies.map(({ id, by, at, words }) => (
        <li key={id}>
          <p className="quality__soft">{said.givenBy(by, dayWithTime(at))}</p>
          <Words words={words} />
        </li>
      ))}
    </ul>
  </div>
);
