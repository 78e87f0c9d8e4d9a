import { useEffect } from 'react';
import { createStore } from 'zustand/vanilla';
import { commonWords } from '../i18n/common-words';

interface Title {
  /** What calls a person back to a tab in the background, in neutral words only: anyone passing by may read it. */
  readonly call: string;
  /** Which page this is. Never the name of a visitor. */
  readonly page: string;
}

const title = createStore<Title>(() => ({ call: '', page: '' }));

title.subscribe(({ call, page }) => {
  document.title = [call, page, commonWords.product].filter((part) => part !== '').join(' · ');
});

const useTitle = (part: keyof Title, words: string | null): void => {
  useEffect(() => {
    if (words === null) return;
    title.setState({ [part]: words });
    return () => title.setState({ [part]: '' });
  }, [part, words]);
};

/** Says in the title where one is, so that tabs and steps back are told apart. Null leaves it to what is on the page. */
export const usePageName = (name: string | null): void => useTitle('page', name);

/** Calls a person back to a tab in the background. */
export const useTitleCall = (call: string): void => useTitle('call', call);
