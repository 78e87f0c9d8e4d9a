import type { SafetyRecord } from '@warmline/contracts';
import { Card } from '@warmline/ui';
import { Shade } from '../../shared/page/shade';
import { planText, writtenBy } from '../../shared/safety/record-texts';
import { recordWords } from '../../shared/safety/record-words';
import { safetyPanelWords } from './safety-panel-words';

interface Line {
  readonly what: string;
  readonly answer: string;
  readonly by: string;
}

const linesOf = ({ asked, facts }: SafetyRecord, now: number): readonly Line[] => [
  ...(asked === null
    ? []
    : [
        {
          what: safetyPanelWords.askQuestion,
          answer: [recordWords.asked[asked.answer], asked.words].filter((text) => text !== '').join(': '),
          by: writtenBy(asked, now),
        },
      ]),
  ...facts.map((fact) => ({
    what: recordWords.facts[fact.fact],
    answer: [
      fact.timeframe === null
        ? fact.isTicked
          ? recordWords.asked.yes
          : safetyPanelWords.no
        : recordWords.timeframes[fact.timeframe],
      fact.words,
    ]
      .filter((text) => text !== '')
      .join(': '),
    by: writtenBy(fact, now),
  })),
];

/** What the holder wrote, for those who read along. */
export const ReadOnlyRecord = ({ record, now }: { readonly record: SafetyRecord; readonly now: number }) => {
  const lines = linesOf(record, now);
  const plan = planText(record);
  return (
    <>
      <Card title={safetyPanelWords.facts} lead={safetyPanelWords.readOnly}>
        {lines.length === 0 ? <p>{safetyPanelWords.factNothing}</p> : null}
        <Shade isSmall>
          <dl className="safety-record__list">
            {lines.map(({ what, answer, by }) => (
              <div key={what} className="safety-record__fact">
                <dt>{what}</dt>
                <dd>{answer}</dd>
                <dd className="safety-record__by">{by}</dd>
              </div>
            ))}
          </dl>
        </Shade>
      </Card>
      {plan === '' ? null : (
        <Card title={safetyPanelWords.plan}>
          <Shade isSmall>
            <p className="safety-record__plan">{plan}</p>
          </Shade>
        </Card>
      )}
    </>
  );
};
