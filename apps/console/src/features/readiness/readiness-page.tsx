import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReadinessConfirm, ReadinessView } from '@warmline/contracts';
import { Banner, Button, Card, Dialog, DialogFoot, PanelState } from '@warmline/ui';
import type { ReadinessCheck } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { locale } from '../../shared/i18n/locale';
import { momentWords } from '../../shared/i18n/moment-words';
import { useParts } from '../../shared/page/parts';
import { CheckLine, type Cure } from './check-line';
import { confirmReadiness, openService, readinessQuery } from './readiness-requests';
import { readinessWords as said } from './readiness-words';
import './readiness.css';

const list = new Intl.ListFormat(locale.formats);
const namesOf = (lines: ReadinessView['lines']): string =>
  list.format(lines.map(({ check }) => said.titles[check]));

const asked = ({ lines }: ReadinessView) => lines.filter(({ isAsked }) => isAsked);

const useReadiness = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(readinessQuery(parts));
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const show = (view: ReadinessView): void => {
    queries.setQueryData(readinessQuery(parts).queryKey, view);
  };
  const confirm = async (seen: ReadinessConfirm): Promise<void> => {
    setBusy(true);
    const answer = await confirmReadiness(parts, seen);
    setBusy(false);
    if (!answer.ok) return setMistake(said.notSaved);
    setMistake(answer.value.outcome === 'confirmed' ? null : said.notAsSeen);
    show(answer.value.view);
  };
  const open = async (missing: readonly ReadinessCheck[]): Promise<void> => {
    setBusy(true);
    const answer = await openService(parts, missing);
    setBusy(false);
    if (!answer.ok) return setMistake(said.notSaved);
    setMistake(answer.value.outcome === 'opened' ? null : said.changed);
    show(answer.value.view);
  };
  return { query, isBusy, mistake, confirm, open };
};

interface OpeningProps {
  readonly view: ReadinessView;
  readonly isBusy: boolean;
  readonly onOpen: (missing: readonly ReadinessCheck[]) => void;
}

/** What visitors are told now, and why. */
const visitorsTold = ({ state, why }: ReadinessView['opening']): string => {
  if (state === 'open') return said.visitorsOpen;
  return why === null ? `${said.visitors[state]}.` : said.and(said.visitors[state], said.visitorsWhy[why]);
};

/** The button that opens the service for the first time, and why it cannot yet. */
const Opening = ({ view: { openedAt, opening, now, lines }, isBusy, onOpen }: OpeningProps) => {
  const [isAsking, setAsking] = useState(false);
  if (openedAt !== null)
    return (
      <Banner icon="check">
        {said.opened(momentWords(openedAt, now))} {visitorsTold(opening)}
      </Banner>
    );
  const missing = lines.filter(({ isDone }) => !isDone);
  const needed = missing.filter(({ isNeeded }) => isNeeded);
  const open = (): void => {
    setAsking(false);
    onOpen(missing.map(({ check }) => check));
  };
  return (
    <Card title={said.open} lead={said.openLead}>
      {needed.length === 0 ? null : <Banner tone="notice">{said.stillNeeded(namesOf(needed))}</Banner>}
      <div>
        <Button
          kind="main"
          isBusy={isBusy}
          isDisabled={needed.length > 0}
          onPress={() => (missing.length === 0 ? open() : setAsking(true))}
        >
          {isBusy ? said.opening : said.open}
        </Button>
      </div>
      <Dialog title={said.openAnyway} isOpen={isAsking} onClose={() => setAsking(false)} isLight>
        <p>{said.openAnywayLead(namesOf(missing))}</p>
        <DialogFoot>
          <Button autoFocus onPress={() => setAsking(false)}>
            {commonWords.cancel}
          </Button>
          <Button kind="grave" onPress={open}>
            {said.openAnywayYes}
          </Button>
        </DialogFoot>
      </Dialog>
    </Card>
  );
};

/** `cures`: the page that cures each line. */
export const ReadinessPage = ({
  cures,
}: {
  readonly cures: Readonly<Record<ReadinessCheck, Cure | null>>;
}) => {
  const { query, isBusy, mistake, confirm, open } = useReadiness();
  return (
    <div className="board setup">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{said.title}</h1>
          <p>{said.lead}</p>
        </div>
      </div>
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <PanelState
        content={query.data}
        loading={said.loading}
        hasFailed={query.isError}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {(view) => (
          <>
            <p role="status">
              {said.count(asked(view).filter(({ isDone }) => isDone).length, asked(view).length)}
            </p>
            <ul className="ready">
              {view.lines.map((line) => (
                <CheckLine
                  key={line.check}
                  line={line}
                  now={view.now}
                  cure={cures[line.check]}
                  isBusy={isBusy}
                  onConfirm={(what) => void confirm({ what, about: view.about[what] })}
                />
              ))}
            </ul>
            <Opening view={view} isBusy={isBusy} onOpen={(missing) => void open(missing)} />
          </>
        )}
      </PanelState>
    </div>
  );
};
