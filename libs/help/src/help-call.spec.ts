import { later, instant, MINUTE } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { answer, arrive, end, lapse, makeWay, press, type HelpCall } from './help-call';

const AT = instant(1_750_000_000_000);
const [sam, ana, jo] = [numbered.staff(1), numbered.staff(2), numbered.staff(3)];

const aCall = (known: Partial<HelpCall> = {}): HelpCall => ({
  id: numbered.helpCall(1),
  service: numbered.service(1),
  conversation: numbered.conversation(1),
  calledBy: sam,
  urgency: 'normal',
  because: 'pressed',
  calledAt: AT,
  answeredBy: null,
  joinedAt: null,
  overAt: null,
  ...known,
});
const asking = (by: HelpCall['calledBy']) => ({ by, at: later(AT, MINUTE) });
const typesOf = (decision: ReturnType<typeof answer>): string[] =>
  decision.accepted ? decision.events.map(({ type }) => type) : [decision.refusal];
const OVER = { overAt: AT };
const pressed = (urgency: HelpCall['urgency']) => ({ urgency, because: 'pressed', at: AT }) as const;

describe('a call for help', () => {
  it('[HLP1] becomes urgent by a second press, and never less', () => {
    expect(typesOf(press(aCall(), pressed('urgent')))).toEqual(['help_made_urgent']);
    expect(typesOf(press(aCall({ urgency: 'urgent' }), pressed('urgent')))).toEqual([]);
    expect(typesOf(press(aCall({ urgency: 'urgent' }), pressed('normal')))).toEqual([]);
    expect(typesOf(press(aCall(OVER), pressed('urgent')))).toEqual(['gone']);
  });

  it('[SAF4] facts that make a call urgent say that they did, not the person', () => {
    const byFacts = { urgency: 'urgent', because: 'facts', at: AT } as const;
    expect(press(aCall(), byFacts)).toMatchObject({
      events: [{ type: 'help_made_urgent', because: 'facts' }],
    });
    expect(typesOf(press(aCall({ urgency: 'urgent' }), byFacts))).toEqual([]);
  });

  it('[HLP2] is answered by one supervisor, and never by who called', () => {
    expect(typesOf(answer(aCall(), asking(ana)))).toEqual(['help_answered']);
    expect(typesOf(answer(aCall({ answeredBy: ana }), asking(jo)))).toEqual([]);
    expect(typesOf(answer(aCall(), asking(sam)))).toEqual(['own']);
    expect(typesOf(answer(aCall(OVER), asking(ana)))).toEqual(['gone']);
  });

  it('[HLP2] is joined when its supervisor reads along, or at once where there is nothing to read', () => {
    expect(typesOf(arrive(aCall({ answeredBy: ana }), asking(ana)))).toEqual(['help_joined']);
    expect(typesOf(answer(aCall({ conversation: null }), asking(ana)))).toEqual([
      'help_answered',
      'help_joined',
    ]);
    expect(typesOf(arrive(aCall({ answeredBy: ana, joinedAt: AT }), asking(ana)))).toEqual([]);
  });

  it('[HLP2] a supervisor who reads along answers the call, unless another is on their way', () => {
    expect(typesOf(arrive(aCall(), asking(ana)))).toEqual(['help_answered', 'help_joined']);
    expect(typesOf(arrive(aCall({ answeredBy: jo }), asking(ana)))).toEqual([]);
    expect(typesOf(arrive(aCall(), asking(sam)))).toEqual(['own']);
    expect(typesOf(arrive(aCall(OVER), asking(ana)))).toEqual(['gone']);
  });

  it('[HLP1] is taken back by its calledBy while nobody is there, and settled by anybody afterwards', () => {
    expect(end(aCall(), asking(sam))).toMatchObject({ events: [{ because: 'taken_back', by: sam }] });
    expect(end(aCall({ answeredBy: ana, joinedAt: AT }), asking(sam))).toMatchObject({
      events: [{ because: 'settled' }],
    });
    expect(end(aCall(), asking(ana))).toMatchObject({ events: [{ because: 'settled', by: ana }] });
    expect(typesOf(end(aCall(OVER), asking(sam)))).toEqual([]);
  });

  it('[SAF1] is not taken back by who called while the facts ask for a supervisor', () => {
    expect(typesOf(end(aCall(), asking(sam), { isKept: true }))).toEqual(['kept']);
    expect(end(aCall(), asking(ana), { isKept: true })).toMatchObject({ events: [{ because: 'settled' }] });
    expect(typesOf(end(aCall(OVER), asking(sam), { isKept: true }))).toEqual([]);
  });

  it('[SAF1] makes way for a call of the facts once it is answered, and not before', () => {
    expect(makeWay(aCall({ answeredBy: ana }), asking(sam))).toMatchObject({
      events: [{ type: 'help_over', because: 'settled', by: sam }],
    });
    expect(typesOf(makeWay(aCall(), asking(sam)))).toEqual([]);
    expect(typesOf(makeWay(aCall({ ...OVER, answeredBy: ana }), asking(sam)))).toEqual([]);
  });

  it('[HLP1] is over by itself when its conversation is, or when everybody has forgotten it', () => {
    const ended = { at: AT, hasEnded: true };
    expect(lapse(aCall(), ended)).toMatchObject({ events: [{ because: 'conversation_over', by: null }] });
    expect(lapse(aCall({ conversation: null }), ended)).toMatchObject({ events: [{ because: 'forgotten' }] });
    expect(typesOf(lapse(aCall(OVER), ended))).toEqual([]);
  });

  it('[HLP1] is over by itself with its holding, and does not say that a conversation is over which goes on', () => {
    expect(lapse(aCall(), { at: AT, hasEnded: false })).toMatchObject({
      events: [{ because: 'holding_over', by: null }],
    });
  });
});
