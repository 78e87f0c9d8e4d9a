import axe from 'axe-core';

/** Asks axe about a part of the page as it is drawn; colours are judged in a real browser, by the journeys. */
export const expectNoBarriers = async (part: Element = document.body): Promise<void> => {
  const { violations } = await axe.run(part, {
    // Both need a canvas.
    rules: { 'color-contrast': { enabled: false }, 'label-content-name-mismatch': { enabled: false } },
  });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
  expect(found).toEqual([]);
};
