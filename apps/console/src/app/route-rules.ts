import { redirect } from '@tanstack/react-router';
import type { Session } from '@warmline/contracts';
import { hasDesk } from '@warmline/vocabulary';
import { hasRole } from '../shared/session/roles';
import { pagesOf, type Page } from './frame/pages';

interface SignedIn {
  readonly context: { readonly staff: Session['staff'] };
}

/** Where someone begins: at the first page of their roles. Who only administers begins at what the service needs. */
export const homeOf = (staff: Session['staff']): Page['to'] => {
  if (staff.role === 'supervisor') return '/now';
  return hasDesk(staff.role) ? '/' : (pagesOf(staff)[0]?.to ?? '/');
};

/** Sends everyone who may not open this page to where they begin. */
export const forPage =
  (page: Page['to']) =>
  ({ context: { staff } }: SignedIn): void => {
    if (pagesOf(staff).every(({ to }) => to !== page)) throw redirect({ to: homeOf(staff) });
  };

/** Sends everyone else to where they begin. */
export const forSupervisors = ({ context: { staff } }: SignedIn): void => {
  if (staff.role !== 'supervisor') throw redirect({ to: homeOf(staff) });
};

/** Who exports the audit log: audit.export. */
export const mayExportLog = (staff: Session['staff']): boolean => hasRole(staff, 'supervisor', 'auditor');

/** Sends everyone who may not export it to where they begin. */
export const forLog = ({ context: { staff } }: SignedIn): void => {
  if (!mayExportLog(staff)) throw redirect({ to: homeOf(staff) });
};

type Texts = Readonly<Record<string, string | number>>;

/** Parameters of an address that are words or numbers; what they mean is the page's to say. */
export const textsOf = (search: Readonly<Record<string, unknown>>): Texts =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  );
