/** What an administrator calls a link to the wall page, in code points. */
export const WALL_LINK_LABEL_MOST = 60;
/** How long a link can last (days), as an administrator chooses. */
export const WALL_LINK_DAYS = [30, 90, 365] as const;
export type WallLinkDays = (typeof WALL_LINK_DAYS)[number];
/** Links that work at once. */
export const WALL_LINKS_MOST = 20;
