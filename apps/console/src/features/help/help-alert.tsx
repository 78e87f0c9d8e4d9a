import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { EndingToAgree, EndingToWriteUp, HelpCall, HelpView } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useLive } from '../../shared/live/live-provider';
import { alertPerson } from '../../shared/page/sound';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import {
  AgreeDialog,
  EndingsToAgree,
  EndingsToWriteUp,
  useEndingsToAgree,
  useEndingsToWriteUp,
  WriteUpDialog,
} from './endings';
import { helpWords } from './help-words';
import './help.css';
import { InDanger } from './in-danger';
import { noticesOf, QuietNotices } from './quiet-notices';
import { SilentInDanger } from './silent-in-danger';
import { useComing } from './use-coming';

const said = helpWords;

/** What nobody has answered yet, the urgent ones first: of colleagues, never one's own. */
export const unanswered = (help: HelpView | null, me: string | null): readonly HelpCall[] => {
  const waiting = (help?.calls ?? []).filter(
    ({ answered, calledBy }) => answered === null && calledBy.id !== me,
  );
  return [...waiting].sort((one, other) =>
    one.urgency === other.urgency ? one.calledAt - other.calledAt : one.urgency === 'urgent' ? -1 : 1,
  );
};

const Since = ({ at }: { readonly at: number }) => {
  const now = useNow(5_000);
  return <span className="help__since">{said.since(minutesBetween(at, now))}</span>;
};

interface FirstProps {
  readonly call: HelpCall;
  /** How many calls wait behind it. */
  readonly others: number;
  readonly onCome: () => void;
}

/** Nobody is said to call who did not: facts in the safety record call by themselves. */
const callWords = ({ urgency, because, calledBy: { name } }: HelpCall): string => {
  if (because === 'facts') return said.calledFor(name);
  return urgency === 'urgent' ? said.callsUrgently(name) : said.calls(name);
};

const First = ({ call, others, onCome }: FirstProps) => {
  const isUrgent = call.urgency === 'urgent';
  return (
    <Banner
      tone={isUrgent ? 'grave' : 'notice'}
      icon="notification"
      isSpoken={false}
      actions={
        <Button size="small" kind="main" aria-label={said.comeTo(call.calledBy.name)} onPress={onCome}>
          {said.come}
        </Button>
      }
    >
      <strong>{callWords(call)}</strong> <Since at={call.calledAt} />{' '}
      {others === 0 ? null : said.more(others)}
      <span className="ui-unseen" role="alert">
        {said.said(callWords(call))}
      </span>
    </Banner>
  );
};

/** Sounds for each new call, once more when it becomes urgent, and every 30 s until a supervisor answers. */
const useHelpTune = (calls: readonly HelpCall[]): void => {
  const heard = useRef<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const loud = calls.map(({ id, rings, urgency }) => [id, rings + (urgency === 'urgent' ? 1 : 0)] as const);
    const isLouder = loud.some(([id, times]) => times > (heard.current.get(id) ?? 0));
    heard.current = new Map(loud);
    if (isLouder) alertPerson('help');
  }, [calls]);
};

/** Visitors without a reply for five minutes: told once for each, and where to look. */
const Unanswered = ({ ids }: { readonly ids: readonly string[] }) => {
  const navigate = useNavigate();
  const newest = ids.at(-1);
  useEffect(() => alertPerson('notice'), [newest]);
  return (
    <Banner
      tone="notice"
      icon="clock"
      actions={
        <Button size="small" onPress={() => void navigate({ to: '/now' })}>
          {said.seeThem}
        </Button>
      }
    >
      {said.unanswered(ids.length)}
    </Banner>
  );
};

const NOBODY: HelpView['unanswered'] = [];
const NO_DANGER: HelpView['inDanger'] = [];
const NO_SILENCE: HelpView['silent'] = [];

interface AlertsProps {
  readonly onAgree: (question: EndingToAgree) => void;
  readonly onWrite: (ending: EndingToWriteUp) => void;
}

/** What waits for a supervisor, most pressing first. Nothing is shown while there is nothing. */
const Alerts = ({ onAgree, onWrite }: AlertsProps) => {
  const help = useLive((live) => live.help);
  const me = useLive(({ desk }) => desk?.me.id ?? null);
  const waiting = useLive((live) => live.help?.unanswered ?? NOBODY);
  const inDanger = useLive((live) => live.help?.inDanger ?? NO_DANGER);
  const silent = useLive((live) => live.help?.silent ?? NO_SILENCE);
  const toAgree = useEndingsToAgree();
  const toWriteUp = useEndingsToWriteUp();
  const { told, tell, forget, come, open } = useComing();
  const calls = useMemo(() => unanswered(help, me), [help, me]);
  useHelpTune(calls);
  const [first] = calls;
  const notices = noticesOf(help);
  const shown = [calls, waiting, inDanger, silent, notices, toAgree, toWriteUp];
  if (told === null && shown.every(({ length }) => length === 0)) return null;
  return (
    <section className="help" aria-label={said.alert} tabIndex={-1}>
      <InDanger list={inDanger} onTaken={() => tell(said.chatTaken)} />
      <SilentInDanger list={silent} />
      <EndingsToAgree
        list={toAgree}
        onRead={(conversationId) => void open(conversationId)}
        onAgree={onAgree}
      />
      {first === undefined ? null : (
        <First call={first} others={calls.length - 1} onCome={() => void come(first)} />
      )}
      {waiting.length === 0 ? null : <Unanswered ids={waiting.map((one) => one.conversationId)} />}
      <EndingsToWriteUp list={toWriteUp} onWrite={onWrite} />
      <QuietNotices list={notices} />
      {told === null ? null : (
        <Banner
          isAnswer
          actions={
            <Button size="small" kind="quiet" onPress={forget}>
              {commonWords.dismiss}
            </Button>
          }
        >
          {told}
        </Banner>
      )}
    </section>
  );
};

/** A colleague calls, or someone waits in danger: told to every supervisor wherever they are, without taking them anywhere. */
export const HelpAlert = () => {
  const [agreeing, setAgreeing] = useState<EndingToAgree | null>(null);
  const [writing, setWriting] = useState<EndingToWriteUp | null>(null);
  return (
    <>
      <Alerts onAgree={setAgreeing} onWrite={setWriting} />
      {agreeing === null ? null : <AgreeDialog question={agreeing} onClose={() => setAgreeing(null)} />}
      {writing === null ? null : <WriteUpDialog ending={writing} onClose={() => setWriting(null)} />}
    </>
  );
};
