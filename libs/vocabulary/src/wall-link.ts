/** What an administrator calls a link to the wall page, in code points. */
export const WALL_LINK_LABEL_MOST = 60;
/** Links that work at once. */
export const WALL_LINKS_MOST = 20;
