import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Banner, Button, Card, PanelState } from '@warmline/ui';
import { commonWords } from '../../../shared/i18n/common-words';
import { refusalWords } from '../../../shared/i18n/refusal-words';
import { useParts } from '../../../shared/page/parts';
import { useFreshProof } from '../../../shared/second-factor/use-fresh-proof';
import { BringInCard } from './bring-in-card';
import { fingerprintQuery, maySaveFile, SERVICE_FILE_PATH } from './move-requests';
import { moveWords as said } from './move-words';
import './move.css';

const Fingerprint = () => {
  const query = useQuery(fingerprintQuery(useParts()));
  return (
    <PanelState
      content={query.data}
      loading={said.fingerprint}
      hasFailed={query.isError}
      failed={said.noFingerprint}
      tryAgain={commonWords.tryAgain}
      onTryAgain={() => void query.refetch()}
    >
      {({ fingerprint }) => (
        <dl className="move__print">
          <dt>{said.fingerprint}</dt>
          <dd>
            <code dir="ltr">{fingerprint}</code>
          </dd>
          <dd>{said.fingerprintLead}</dd>
        </dl>
      )}
    </PanelState>
  );
};

/** Has the browser save the file. */
const download = (): void => {
  const link = document.createElement('a');
  link.href = SERVICE_FILE_PATH;
  link.download = '';
  link.click();
};

const TakeOutCard = () => {
  const parts = useParts();
  const { ask, dialog } = useFreshProof();
  const [mistake, setMistake] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const answer = await ask(() => maySaveFile(parts));
    if (answer.ok) download();
    setMistake(answer.ok ? null : answer.refusal === 'proof_old' ? refusalWords.proof_old : said.notSaved);
  };
  return (
    <Card title={said.takeOut} lead={said.takeOutLead}>
      <Fingerprint />
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <div>
        <Button icon="file" onPress={() => void save()}>
          {said.save}
        </Button>
      </div>
      {dialog}
    </Card>
  );
};

/** A service on its way from one deployment to another. */
export const MovePage = () => (
  <div className="board setup">
    <div className="setup__head">
      <div className="setup__lead">
        <h1 className="board__title">{said.title}</h1>
        <p>{said.lead}</p>
      </div>
    </div>
    <TakeOutCard />
    <BringInCard />
  </div>
);
