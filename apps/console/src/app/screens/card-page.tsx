import type { ReactNode } from 'react';
import { Icon } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { ServiceLine } from '../../shared/page/service-line';
import '../../features/sign-in/sign-in-form.css';

export interface CardPageProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** A page that is one card: for people who are not signed in yet. */
export const CardPage = ({ title, lead, children }: CardPageProps) => (
  <main className="sign-in">
    <div className="sign-in__card">
      <p className="sign-in__product">
        <Icon name="speech" size={22} /> {commonWords.product}
      </p>
      <ServiceLine />
      <div role="status">
        <h1 className="sign-in__title">{title}</h1>
        <p className="sign-in__lead">{lead}</p>
      </div>
      {children}
    </div>
  </main>
);
