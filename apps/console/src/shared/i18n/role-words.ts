import type { Role } from '@warmline/vocabulary';

/** What each role is called, on every page. */
export const roleWords: Readonly<Record<Role, string>> = {
  responder: 'Responder',
  supervisor: 'Supervisor',
  administrator: 'Administrator',
  safeguarding_lead: 'Safeguarding lead',
  trainer: 'Trainer',
  auditor: 'Auditor',
};
