import { QueryObserver, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { commonWords } from '../i18n/common-words';
import { serviceQuery, type OwnService } from '../session/service-query';
import { setTitleOwner } from './page-title';
import { useParts } from './parts';
import './service-line.css';

/** Whose console this is; our own name until that is known, and where nobody can say. */
export const useOwnService = (): OwnService =>
  useQuery(serviceQuery(useParts())).data ?? { name: commonWords.product };

/** Puts the charity's name into the title of every page. No page is drawn again for it. */
export const useServiceTitle = (): void => {
  const parts = useParts();
  const queries = useQueryClient();
  useEffect(() => {
    const watch = new QueryObserver(queries, serviceQuery(parts));
    const tell = (): void => setTitleOwner(watch.getCurrentResult().data?.name ?? commonWords.product);
    tell();
    return watch.subscribe(tell);
  }, [parts, queries]);
};

/** Above every page: the charity's name, and in a demo that it is one. It takes a line of its own, so it covers nothing. */
export const ServiceLine = () => {
  const { name, isDemo = false } = useOwnService();
  return (
    <p className="service-line">
      <b className="service-line__name" dir="auto">
        {name}
      </b>
      {isDemo ? <span className="service-line__demo">{commonWords.demo}</span> : null}
    </p>
  );
};
