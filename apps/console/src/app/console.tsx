import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, type RouterHistory } from '@tanstack/react-router';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { locale } from '../shared/i18n/locale';
import { PartsProvider, type ConsoleParts } from '../shared/page/parts';
import { createConsoleRouter } from './router';

export interface ConsoleProps {
  readonly parts: ConsoleParts;
  readonly history?: RouterHistory;
}

/** The whole console around the parts it is given. */
export const Console = ({ parts, history }: ConsoleProps) => {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false } } }),
  );
  const [router] = useState(() => createConsoleRouter({ parts, queries }, history));
  return (
    <PartsProvider value={parts}>
      <I18nProvider locale={locale.language}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </PartsProvider>
  );
};
