import type { ReactNode } from 'react';
import type { Content } from '@warmline/contracts';
import { Button, Empty, Waiting } from '@warmline/ui';
import { useContent } from '../../shared/content/content-query';
import { commonWords } from '../../shared/i18n/common-words';
import { contentWords } from './content-words';

/** The content, or a word on why it is not there yet. */
export const WithContent = ({ children }: { readonly children: (content: Content) => ReactNode }) => {
  const { data: content, isError, refetch } = useContent();
  if (content !== undefined) return children(content);
  if (!isError) return <Waiting label={contentWords.loading} lines={6} />;
  return (
    <Empty
      title={contentWords.failed}
      actions={<Button onPress={() => void refetch()}>{commonWords.tryAgain}</Button>}
    />
  );
};
