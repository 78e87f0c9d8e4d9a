import { useRef } from 'react';
import type { CaseloadItem, Entry, Handover } from '@warmline/contracts';
import { Banner } from '@warmline/ui';
import { useAsked } from '../../shared/desk/desk-view';
import { isOpenHandover, sentBy } from '../../shared/handover/handover-roles';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useLive } from '../../shared/live/live-provider';
import { useNow } from '../../shared/page/use-now';
import { briefOfRecord } from '../../shared/safety/record-texts';
import { useSafetyRecord } from '../../shared/safety/use-safety-record';
import { prefillBrief } from './brief-prefill';
import { endForSender } from './handover-ends';
import { HandoverForm } from './handover-form';
import { HandoverProgress } from './handover-progress';
import { handoverFormWords } from './handover-words';
import './handover.css';

const NOTHING: readonly Entry[] = [];

/** The title takes the focus when the person asked for the panel, never because something arrived. */
const useAskedTitle = () => {
  const title = useRef<HTMLHeadingElement>(null);
  useAsked('handoverAsked', () => title.current?.focus());
  return title;
};

const OwnForm = ({ item }: { readonly item: CaseloadItem }) => {
  const entries = useLive((live) => live.threads[item.conversationId]?.timeline.entries ?? NOTHING);
  const { record } = useSafetyRecord(item.conversationId, item.safety);
  const safety = briefOfRecord(record, useNow(60_000));
  const visitor = visitorCalled(item.visitorName, item.conversationId);
  return (
    <HandoverForm
      key={item.conversationId}
      conversationId={item.conversationId}
      epoch={item.epoch}
      visitorName={visitor}
      prefill={prefillBrief(visitor, entries, safety)}
      holder={null}
      onProposed={() => {}}
    />
  );
};

const Ended = ({ handover }: { readonly handover: Handover }) => {
  const end = endForSender(handover);
  return end === null ? null : (
    <Banner icon="hand" isSpoken={false}>
      {end}
    </Banner>
  );
};

/** Handing over one's own conversation: the form, or the state of the handover. */
export const HandoverPanel = ({ item }: { readonly item: CaseloadItem }) => {
  const handover = useLive(({ desk }) => (desk === null ? null : sentBy(desk, item.conversationId)));
  const title = useAskedTitle();
  const isUnderWay = handover !== null && isOpenHandover(handover);
  return (
    <div className="handover">
      <h2 className="handover__title" ref={title} tabIndex={-1}>
        {handoverFormWords.title(visitorCalled(item.visitorName, item.conversationId))}
      </h2>
      {isUnderWay ? (
        <HandoverProgress handover={handover} />
      ) : (
        <>
          {handover === null ? null : <Ended handover={handover} />}
          <OwnForm item={item} />
        </>
      )}
    </div>
  );
};
