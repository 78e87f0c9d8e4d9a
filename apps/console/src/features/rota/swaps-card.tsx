import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Fold, PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useParts } from '../../shared/page/parts';
import './own-rota.css';
import { swapsQuery } from './rota-requests';
import { rotaWords } from './rota-words';
import { SwapList } from './swap-list';

const Swaps = () => {
  const query = useQuery(swapsQuery(useParts()));
  return (
    <PanelState
      content={query.data}
      loading={rotaWords.loading}
      hasFailed={query.isError}
      failed={rotaWords.failed}
      tryAgain={commonWords.tryAgain}
      onTryAgain={() => void query.refetch()}
    >
      {({ swaps, zone }) => <SwapList swaps={swaps} zone={zone} />}
    </PanelState>
  );
};

/** All swaps of the service, as supervisors see them: loaded when they are opened. */
export const SwapsCard = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Fold title={rotaWords.swaps} isOpen={isOpen} onChange={setOpen}>
      <p className="own-rota__soft">{rotaWords.swapsLead}</p>
      {isOpen ? <Swaps /> : null}
    </Fold>
  );
};
