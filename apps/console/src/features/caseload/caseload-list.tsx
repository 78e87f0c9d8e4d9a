import type { CaseloadItem } from '@warmline/contracts';
import { Waiting } from '@warmline/ui';
import { inOrder } from '../../shared/desk/colour-slots';
import { selectConversation, showTab, useDeskView } from '../../shared/desk/desk-view';
import { commonWords } from '../../shared/i18n/common-words';
import { useLive } from '../../shared/live/live-provider';
import { CaseloadCard } from './caseload-card';
import { caseloadWords } from './caseload-words';
import { UnsentList } from './unsent-list';
import './caseload-list.css';

const select = (item: CaseloadItem): void => {
  selectConversation(item.conversationId);
  showTab(item.state === 'wrap_up' ? 'wrap_up' : 'resources');
};

interface CardsProps {
  readonly items: readonly CaseloadItem[];
  readonly isLost?: boolean;
}

const Cards = ({ items, isLost = false }: CardsProps) => {
  const selected = useDeskView((view) => view.selected);
  const places = useLive((live) => live.places);
  return (
    <ul className="caseload__cards">
      {items.map((item) => (
        <CaseloadCard
          key={item.conversationId}
          item={item}
          place={places[item.conversationId] ?? 1}
          isSelected={selected === item.conversationId}
          isLost={isLost}
          onSelect={() => select(item)}
        />
      ))}
    </ul>
  );
};

/** The person's own conversations: those running, and those still to wrap up. */
export const CaseloadList = () => {
  const caseload = useLive((live) => live.desk?.caseload ?? null);
  const lost = useLive((live) => live.lost);
  if (caseload === null) return <Waiting label={commonWords.loading} />;
  const talking = inOrder(caseload).filter((item) => item.state === 'talking');
  const wrapUps = inOrder(caseload).filter((item) => item.state === 'wrap_up');
  return (
    <>
      <section className="caseload" aria-label={caseloadWords.title}>
        <h2 className="desk__heading">{caseloadWords.title}</h2>
        {talking.length + lost.length === 0 ? (
          <p className="caseload__none">
            {caseloadWords.none}. {caseloadWords.noneMore}
          </p>
        ) : null}
        <Cards items={talking} />
        <Cards items={lost} isLost />
      </section>
      {wrapUps.length === 0 ? null : (
        <section className="caseload" aria-label={caseloadWords.wrapUps}>
          <h2 className="desk__heading">{caseloadWords.wrapUps}</h2>
          <Cards items={wrapUps} />
        </section>
      )}
      <UnsentList />
    </>
  );
};
