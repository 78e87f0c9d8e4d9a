import { Button } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { forgetUnsentOf, useClient, useLive } from '../../shared/live/live-provider';
import type { Unsent } from '../../shared/live/live-store';
import { useParts } from '../../shared/page/parts';
import { CopyButton } from '../../shared/thread/copy-button';
import { caseloadWords } from './caseload-words';

const Card = ({ unsent }: { readonly unsent: Unsent }) => {
  const client = useClient();
  const { tabStorage } = useParts();
  const me = useLive((live) => live.desk?.me.id ?? '');
  const { conversationId, texts } = unsent;
  const text = texts.join('\n\n');
  const putAway = (): void => {
    forgetUnsentOf(tabStorage, me, conversationId);
    client.store.setState((state) => ({
      unsent: state.unsent.filter((one) => one.conversationId !== conversationId),
    }));
  };
  return (
    <li className="unsent">
      <blockquote className="unsent__text">{text}</blockquote>
      <div className="unsent__acts">
        <CopyButton text={text} />
        <Button size="small" kind="quiet" onPress={putAway}>
          {commonWords.dismiss}
        </Button>
      </div>
    </li>
  );
};

/** Replies kept over a reload whose conversation someone else holds now. They are shown so that none is lost. */
export const UnsentList = () => {
  const unsent = useLive((live) => live.unsent);
  if (unsent.length === 0) return null;
  return (
    <section className="caseload" aria-label={caseloadWords.unsent}>
      <h2 className="desk__heading">{caseloadWords.unsent}</h2>
      <p className="caseload__none">{caseloadWords.unsentWhy}</p>
      <ul className="caseload__cards">
        {unsent.map((one) => (
          <Card key={one.conversationId} unsent={one} />
        ))}
      </ul>
    </section>
  );
};
