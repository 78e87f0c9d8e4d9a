import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { SettingAct, SettingChange } from '@warmline/contracts';
import { Button, Empty, PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { usePageName } from '../../shared/page/page-title';
import { useParts } from '../../shared/page/parts';
import { settingsQuery } from './acts-requests';
import { actsWords } from './acts-words';
import { EntryProof } from './entry-proof';
import './history.css';
import { actSentence } from './past-words';
import { when } from './reader-lines';

const said = actsWords;

interface ChangedProps {
  readonly one: SettingAct;
  /** A change, in the words of its own screen. */
  readonly changeTold: (change: SettingChange) => ReactNode;
}

const Changed = ({ one: { act, changed }, changeTold }: ChangedProps) => {
  const [isOpen, setOpen] = useState(false);
  const sentence = actSentence(act);
  return (
    <li className="history__line">
      <span className="history__soft">{when(act.at)}</span>
      <div>
        <span className="history__act">
          <span>{sentence}</span> <EntryProof act={act.id} sentence={sentence} />
        </span>
        {changed === null ? null : (
          <>
            <Button
              size="small"
              kind="quiet"
              aria-label={said.detailsOf(sentence)}
              aria-expanded={isOpen}
              onPress={() => setOpen(!isOpen)}
            >
              {said.details}
            </Button>
            {isOpen ? changeTold(changed) : null}
          </>
        )}
      </div>
    </li>
  );
};

export interface SettingsPageProps extends Pick<ChangedProps, 'changeTold'> {
  /** The other parts of History. */
  readonly views: ReactNode;
}

/** Each change of the settings: who, when, and what it was before and after. */
export const SettingsPage = ({ views, changeTold }: SettingsPageProps) => {
  const query = useInfiniteQuery(settingsQuery(useParts()));
  usePageName(said.settingsTitle);
  const acts = query.data?.pages.flatMap((page) => page.acts);
  return (
    <div className="board history">
      {views}
      <div>
        <h1 className="board__title">{said.settingsTitle}</h1>
        <p className="history__soft">{said.settingsLead}</p>
      </div>
      <PanelState
        content={acts}
        loading={said.loading}
        hasFailed={query.isError}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {(shown) =>
          shown.length === 0 ? (
            <Empty title={said.noSettings} />
          ) : (
            <ol className="history__lines" aria-label={said.list}>
              {shown.map((one) => (
                <Changed key={one.act.id} one={one} changeTold={changeTold} />
              ))}
            </ol>
          )
        }
      </PanelState>
      {query.hasNextPage ? (
        <div className="history__screen-only">
          <Button isBusy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {said.earlier}
          </Button>
        </div>
      ) : null}
    </div>
  );
};
