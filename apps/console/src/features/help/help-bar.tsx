import { useEffect, useState } from 'react';
import type { CaseloadItem } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient, useLive } from '../../shared/live/live-provider';
import { ownCalls, type OwnCall } from '../../shared/live/own-calls';
import { useParts } from '../../shared/page/parts';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { VisitorMark } from '../../shared/page/visitor-name';
import { helpWords } from './help-words';
import './help.css';

const said = helpWords;

/** So long (ms) a press is undone rather than taken back: it is the same to everybody else. */
const UNDO = 3_000;

const useIsFresh = (): boolean => {
  const { clock } = useParts();
  const [isFresh, setFresh] = useState(true);
  useEffect(() => clock.after(UNDO, () => setFresh(false)), [clock]);
  return isFresh;
};

const nobody = (call: OwnCall, supervisorsHere: number | null): boolean =>
  call.stage === 'called' && supervisorsHere === 0;

/** Before anyone comes. Nobody is said to have called who did not. */
const calledText = (call: OwnCall, supervisorsHere: number | null): string => {
  const isAlone = nobody(call, supervisorsHere);
  if (call.isByFacts) return isAlone ? said.nobodyHereByFacts : said.calledByFacts;
  if (isAlone) return said.nobodyHere;
  return call.isUrgent ? said.calledUrgent : said.called;
};

const textOf = (call: OwnCall, supervisorsHere: number | null, isOnline: boolean): string => {
  const { stage, by } = call;
  if (stage === 'sending') return isOnline ? said.sending : said.notSent;
  if (stage === 'called') return calledText(call, supervisorsHere);
  if (stage === 'coming') return said.coming(by);
  if (stage === 'left') return said.left(by);
  return call.conversationId === null ? said.thereInPerson(by) : said.there(by);
};

const toneOf = (call: OwnCall, supervisorsHere: number | null): 'calm' | 'notice' | 'grave' => {
  if (call.stage === 'there' || call.stage === 'coming') return 'calm';
  if (call.isUrgent) return 'grave';
  return call.stage === 'called' && !nobody(call, supervisorsHere) ? 'calm' : 'notice';
};

/** Facts ask for a supervisor, so nobody withdraws the call before one has answered. */
const useIsKept = ({ callId, isByFacts, stage }: OwnCall): boolean => {
  const isRefused = useLive((live) => live.keptCalls.includes(callId));
  return stage === 'called' && (isRefused || isByFacts);
};

/** Before someone comes, a call can be withdrawn or made urgent. Afterwards it can be settled or repeated. */
const Acts = ({ call }: { readonly call: OwnCall }) => {
  const client = useClient();
  const isFresh = useIsFresh();
  const end = (
    <Button size="small" kind="quiet" onPress={() => client.help.end(call.callId)}>
      {call.stage === 'there' || call.stage === 'left' ? said.settled : isFresh ? said.undo : said.takeBack}
    </Button>
  );
  const isKept = useIsKept(call);
  if (call.stage === 'there' || call.stage === 'coming') return end;
  return (
    <>
      {call.stage === 'left' || !call.isUrgent ? (
        <Button size="small" onPress={() => client.help.press(call.conversationId)}>
          {call.stage === 'left' ? said.again : said.makeUrgent}
        </Button>
      ) : null}
      {isKept ? null : end}
    </>
  );
};

const Since = ({ at }: { readonly at: number }) => {
  const now = useNow(15_000);
  return <span className="help__since">{said.since(minutesBetween(at, now))}</span>;
};

const One = ({ call }: { readonly call: OwnCall }) => {
  const supervisorsHere = useLive((live) => live.help?.supervisorsHere ?? null);
  const isOnline = useLive((live) => live.connection.name === 'online');
  const name = useLive(
    ({ desk }) =>
      desk?.caseload.find((item) => item.conversationId === call.conversationId)?.visitorName ?? '',
  );
  const isRefused = useLive((live) => live.keptCalls.includes(call.callId)) && call.stage === 'called';
  const isWaiting = call.stage === 'called' && call.calledAt !== null;
  return (
    <Banner
      tone={toneOf(call, supervisorsHere)}
      icon={call.stage === 'there' ? 'eye' : 'notification'}
      isSpoken={false}
      actions={<Acts call={call} />}
    >
      <span role="status">
        {textOf(call, supervisorsHere, isOnline)}
        {isRefused ? ` ${said.kept}` : null}
      </span>
      {isWaiting ? (
        <>
          {' '}
          <Since at={call.calledAt} />
        </>
      ) : null}
      {call.conversationId === null ? null : (
        <span className="help__about">
          <bdi>{said.about(visitorCalled(name, call.conversationId))}</bdi>
          <VisitorMark name={name} />
        </span>
      )}
    </Banner>
  );
};

/** The call of a conversation that has ended says nothing any more, and must not cover what cares for the responder. */
const isOver = ({ conversationId, stage }: OwnCall, caseload: readonly CaseloadItem[]): boolean => {
  if (conversationId === null) return false;
  const item = caseload.find((one) => one.conversationId === conversationId);
  return item === undefined ? stage === 'left' : item.state === 'wrap_up';
};

/** How one's own calls for help stand, wherever one is. */
export const HelpBar = () => {
  const help = useLive((live) => live.help);
  const pending = useLive((live) => live.pendingCalls);
  const desk = useLive((live) => live.desk);
  const calls = ownCalls(help, pending).filter((call) => desk === null || !isOver(call, desk.caseload));
  if (calls.length === 0) return null;
  return (
    <section className="help" aria-label={said.strip} tabIndex={-1}>
      {calls.map((call) => (
        <One key={call.callId} call={call} />
      ))}
    </section>
  );
};
