// Jest calls this after the last journey: they run in this process and share one browser (apps/journeys/src/journey.ts).
export default async () => {
  const browser = await Reflect.get(globalThis, 'journeyBrowser');
  await browser?.close();
};
