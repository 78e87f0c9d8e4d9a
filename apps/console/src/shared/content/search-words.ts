/** Lower case, without accents and marks: what a hurried person types. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word asked for starts somewhere in the text. Nothing asked for fits everything. */
export const fitsSearch = (asked: string, text: string): boolean => {
  const inside = plain(text);
  return plain(asked)
    .split(/\s+/)
    .every((word) => inside.includes(word));
};
