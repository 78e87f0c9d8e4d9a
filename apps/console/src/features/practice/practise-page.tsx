import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { newMessageId, type Outcome } from '@warmline/client';
import type { ListedPractice, PracticeOverview, PracticeView } from '@warmline/contracts';
import { Banner, Button, Card, Mark, OneOf, PanelState } from '@warmline/ui';
import type { PracticeScenario } from '@warmline/vocabulary';
import { locale } from '../../shared/i18n/locale';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import './practice.css';
import { practiceWords, scenarioWords } from './practice-words';

const said = practiceWords;
const day = new Intl.DateTimeFormat(locale.formats, { day: 'numeric', month: 'short', year: 'numeric' });
const when = new Intl.DateTimeFormat(locale.formats, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

interface Loaded {
  readonly overview: PracticeOverview | null;
  readonly hasFailed: boolean;
  readonly load: () => void;
}

/** Read when the page opens, when the connection is back, and when the server says that something is new. */
const useOverview = (): Loaded => {
  const client = useClient();
  const isOnline = useLive(({ connection }) => connection.name === 'online');
  const [overview, setOverview] = useState<PracticeOverview | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const load = useCallback(() => {
    setFailed(false);
    void client.send('practice:list', {}).then((outcome) => {
      if (outcome.kind === 'done') setOverview(outcome.value);
      else setFailed(true);
    });
  }, [client]);
  useEffect(() => {
    if (isOnline) load();
  }, [isOnline, load]);
  useEffect(() => client.onPractice(load), [client, load]);
  return { overview, hasFailed, load };
};

type Wished = { readonly scenario: PracticeScenario } | { readonly colleagueId: string };

const whyNot = (outcome: Exclude<Outcome<PracticeView>, { kind: 'done' }>, wished: Wished): string => {
  const isUnavailable = outcome.kind === 'refused' && outcome.refusal === 'not_available';
  if (!isUnavailable) return outcomeWords(outcome);
  return 'scenario' in wished ? said.holding : said.colleagueGone;
};

const useBeginning = () => {
  const client = useClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState<Wished | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const begin = async (wished: Wished): Promise<void> => {
    setBusy(wished);
    setMistake(null);
    const practiceId = newMessageId();
    const outcome = await client.send('practice:begin', {
      practiceId,
      scenario: 'scenario' in wished ? wished.scenario : null,
      colleagueId: 'colleagueId' in wished ? wished.colleagueId : null,
    });
    setBusy(null);
    if (outcome.kind === 'done') await navigate({ to: '/practice/$practiceId', params: { practiceId } });
    else setMistake(whyNot(outcome, wished));
  };
  return { busy, mistake, begin };
};

type Beginning = ReturnType<typeof useBeginning>;

interface PartProps {
  readonly overview: PracticeOverview;
  readonly beginning: Beginning;
}

const Scenarios = ({ overview, beginning: { busy, begin } }: PartProps) => (
  <section aria-labelledby="practice-scenarios">
    <h2 id="practice-scenarios">{said.scenarios}</h2>
    <ul className="practice-scenarios">
      {overview.scenarios.map(({ scenario, validUntil }) => {
        const { name, lead } = scenarioWords[scenario];
        const isValid = validUntil !== null && validUntil > overview.now;
        return (
          <li key={scenario} className="practice-scenarios__one">
            <h3>{name}</h3>
            <p>{lead}</p>
            <div className="practice-scenarios__foot">
              <Mark tone={isValid ? 'accent' : 'plain'} {...(isValid ? { icon: 'check' as const } : {})}>
                {isValid ? said.passedUntil(day.format(validUntil - 1)) : said.notPassed}
              </Mark>
              <Button
                size="small"
                kind="main"
                aria-label={said.startOf(name)}
                isDisabled={busy !== null}
                onPress={() => void begin({ scenario })}
              >
                {busy !== null && 'scenario' in busy && busy.scenario === scenario
                  ? said.starting
                  : said.start}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  </section>
);

const WithColleague = ({ overview, beginning: { busy, begin } }: PartProps) => {
  const [chosen, setChosen] = useState<string | null>(null);
  const free = overview.colleagues.filter(({ isHere, isBusy }) => isHere && !isBusy);
  const colleagueId = free.some(({ id }) => id === chosen) ? chosen : null;
  return (
    <Card title={said.colleague} lead={said.colleagueLead}>
      {free.length === 0 ? (
        <p>{said.colleagueNone}</p>
      ) : (
        <>
          <OneOf
            label={said.colleagueChoice}
            choices={free.map(({ id, name }) => ({ value: id, label: name }))}
            value={colleagueId}
            onChange={setChosen}
          />
          <div className="practice-page__acts">
            <Button
              isDisabled={colleagueId === null || busy !== null}
              onPress={() => {
                if (colleagueId !== null) void begin({ colleagueId });
              }}
            >
              {said.ask}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
};

const whatOf = ({ scenario, colleagueName }: ListedPractice): string =>
  scenario === null ? said.withColleague(colleagueName ?? '') : scenarioWords[scenario].name;

/** A practice that goes on is for the people in it. */
const isReadable = ({ result, part }: ListedPractice): boolean => result !== null || part !== 'reader';

const Recent = ({ recent }: Pick<PracticeOverview, 'recent'>) => {
  const isSupervisor = useLive(({ desk }) => desk?.me.role === 'supervisor');
  return (
    <Card title={isSupervisor ? said.recentAll : said.recent}>
      {recent.length === 0 ? <p>{said.none}</p> : null}
      <ul className="practice-recent">
        {recent.map((one) => {
          const { practiceId, responder, beganAt, result, words } = one;
          const goesOn = result === null;
          const what = whatOf(one);
          return (
            <li key={practiceId} className="practice-recent__one">
              <span className="practice-recent__what">
                <strong>{what}</strong>
                <span>
                  {said.by(responder.name)} · {when.format(beganAt)}
                  {words === 0 ? '' : ` · ${said.words(words)}`}
                </span>
              </span>
              <Mark tone={result === 'passed' ? 'accent' : 'plain'}>{said.results[result ?? 'running']}</Mark>
              {isReadable(one) ? (
                <Link
                  to="/practice/$practiceId"
                  params={{ practiceId }}
                  aria-label={goesOn ? said.goOnOf(what) : said.readOf(what)}
                >
                  {goesOn ? said.goOn : said.read}
                </Link>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
};

/** What there is to practise, and what was practised. */
export const PractisePage = () => {
  const { overview, hasFailed, load } = useOverview();
  const beginning = useBeginning();
  return (
    <div className="practice-page">
      <header className="practice-page__head">
        <h1>{said.title}</h1>
        <p>{said.lead}</p>
        {beginning.mistake === null ? null : <Banner tone="notice">{beginning.mistake}</Banner>}
      </header>
      <PanelState
        content={overview}
        loading={said.loading}
        hasFailed={hasFailed}
        failed={said.failed}
        tryAgain={said.again}
        onTryAgain={load}
      >
        {(content) => (
          <>
            <Scenarios overview={content} beginning={beginning} />
            <WithColleague overview={content} beginning={beginning} />
            <Recent recent={content.recent} />
          </>
        )}
      </PanelState>
    </div>
  );
};
