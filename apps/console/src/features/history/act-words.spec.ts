import { auditRow } from '@warmline/audit';
import { everyReasonOf, facts } from '@warmline/audit/testing';
import { actSentence } from './past-words';
import { countWords, reasonWords } from './reason-words';

type Fact = ReturnType<typeof everyReasonOf>[number];
const types = Object.values(facts).map(({ type }) => type);

const rowOf = (fact: Fact) => {
  const row = auditRow(fact);
  if (row === null) throw new Error(`${fact.type} has no row`);
  return row;
};

/** As the server shows it: with names in place of ids. */
const sentenceOf = (fact: Fact): string => {
  const { action, actor, whom, reason, count } = rowOf(fact);
  return actSentence({
    ...{ id: '1', at: 0, action, by: actor.kind, byName: actor.kind === 'staff' ? 'Ana' : null },
    ...{ whomName: whom === null ? null : 'Sam', reason, count },
  });
};

describe('what the audit log recorded', () => {
  it.each(types)('[AUD1] has a sentence for people, with each reason in words: %s', (type) => {
    const every = everyReasonOf(type);
    for (const fact of every) {
      const { action, reason, count } = rowOf(fact);
      if (reason !== null)
        expect([reason, reasonWords(action, reason)]).toEqual([reason, expect.any(String)]);
      if (count !== null) expect([action, countWords(action, count)]).toEqual([action, expect.any(String)]);
      expect(sentenceOf(fact)).not.toMatch(/_|undefined|no words for/);
    }
    // One that is the same for two reasons would hide which it was.
    expect(new Set(every.map(sentenceOf)).size).toBe(new Set(every.map((fact) => rowOf(fact).reason)).size);
  });

  it('[SAF2] says why an end is asked for as a reason given, since nobody has agreed yet', () => {
    expect(sentenceOf(facts.ending_asked)).toBe(
      'Ana asked a supervisor to agree to the end. Reason given: both agreed',
    );
  });

  it('leaves a code out that a newer server wrote, and says so where it is the act itself', () => {
    const act = { id: '1', at: 0, by: 'staff', byName: 'Ana', whomName: null, count: null } as const;
    expect(actSentence({ ...act, action: 'help_called', reason: 'most_urgent' })).toBe(
      'Ana called a supervisor',
    );
    expect(actSentence({ ...act, action: 'moon_landed', reason: null })).toContain('Reload the page');
  });
});
