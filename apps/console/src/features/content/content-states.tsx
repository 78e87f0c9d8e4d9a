import type { ReactNode } from 'react';
import type { Content } from '@warmline/contracts';
import { PanelState } from '@warmline/ui';
import { useContent } from '../../shared/content/content-query';
import { commonWords } from '../../shared/i18n/common-words';
import { contentWords } from './content-words';

/** The service's starters and resources once they are loaded. */
export const WithContent = ({ children }: { readonly children: (content: Content) => ReactNode }) => {
  const { data: content, isError, refetch } = useContent();
  return (
    <PanelState
      content={content}
      loading={contentWords.loading}
      hasFailed={isError}
      failed={contentWords.failed}
      tryAgain={commonWords.tryAgain}
      onTryAgain={() => void refetch()}
    >
      {children}
    </PanelState>
  );
};
