/**
 * Kinds of what is stored about a visitor, in the order in which they read of them. docs/security/data-map.md says which tables
 * each kind is; a test compares the two.
 */
export const VISITOR_DATA_KINDS = [
  'chat',
  'name',
  'course',
  'waiting',
  'connection',
  'team',
  'safety',
  'after',
  'complaint',
  'keeping',
] as const;
export type VisitorDataKind = (typeof VISITOR_DATA_KINDS)[number];
