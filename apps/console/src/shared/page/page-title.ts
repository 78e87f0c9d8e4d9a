import { useEffect } from 'react';
import { createStore } from 'zustand/vanilla';
import { commonWords } from '../i18n/common-words';

interface Title {
  /** Whose console it is. */
  readonly owner: string;
  /** What calls a person back to a tab in the background, in neutral words only: anyone passing by may read it. */
  readonly call: string;
  /** Which page this is. Never the name of a visitor. */
  readonly page: string;
}

const title = createStore<Title>(() => ({ owner: commonWords.product, call: '', page: '' }));

title.subscribe(({ call, page, owner }) => {
  document.title = [call, page, owner].filter((part) => part !== '').join(' · ');
});

/** The name that ends every title. */
export const setTitleOwner = (owner: string): void => title.setState({ owner });

const useTitle = (part: 'call' | 'page', words: string | null): void => {
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
