/** What a member of staff is in their service. A supervisor is a responder as well. */
export const ROLES = [
  'responder',
  'supervisor',
  'administrator',
  'safeguarding_lead',
  'trainer',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** What a person may be beside their first role. The two that have a desk are always the first. */
export const FURTHER_ROLES = ['administrator', 'safeguarding_lead', 'trainer', 'auditor'] as const;

/** Whether people of this role have a desk: they check in, and are offered chats. */
export const hasDesk = (role: Role): role is 'responder' | 'supervisor' =>
  role === 'responder' || role === 'supervisor';

/** What a person chose for themselves. Whether they are offered anything depends on more than this. */
export const AVAILABILITIES = ['available', 'away'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** Why a person is away: they chose it, or missed two offers in a row. */
export const AWAY_REASONS = ['chosen', 'missed_offers'] as const;
export type AwayReason = (typeof AWAY_REASONS)[number];

/** How soon a supervisor is needed. Not a word about the visitor. */
export const URGENCIES = ['normal', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What made a call for help: a person pressed the button, or facts in the safety record ask for a supervisor. */
export const HELP_CAUSES = ['pressed', 'facts'] as const;
export type HelpCause = (typeof HELP_CAUSES)[number];

/** The HTTP header in which a console names the person it shows. The server refuses it with another person's session. */
export const SHOWN_STAFF_HEADER = 'warmline-staff';
