import { RUBRIC_ITEMS, type AutomaticFail, type ItemMark, type RubricItem } from '@warmline/vocabulary';

/** One mark for each item of the rubric. */
export type Marks = Readonly<Record<RubricItem, ItemMark>>;
/** While it is being written, a mark may still be missing. */
export type DraftMarks = Readonly<Record<RubricItem, ItemMark | null>>;

/** Most points of one item. */
const ITEM_MOST = 2;

export const hasEveryMark = (marks: DraftMarks): marks is Marks =>
  RUBRIC_ITEMS.every((item) => marks[item] !== null);

/** Points of the items that apply, as a whole percentage of what they could have (0 to 100); null where none applies. */
export const scoreOf = (marks: Marks): number | null => {
  const points = RUBRIC_ITEMS.map((item) => marks[item]).filter((mark) => mark !== 'not_applicable');
  if (points.length === 0) return null;
  const reached = points.reduce<number>((sum, mark) => sum + mark, 0);
  return Math.round((100 * reached) / (ITEM_MOST * points.length));
};

/** A finding fails the conversation, whatever its score. */
export const hasFailed = (fails: readonly AutomaticFail[]): boolean => fails.length > 0;
