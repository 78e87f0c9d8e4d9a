const WORDS = /<script type="application\/json" id="words">([^]*?)<\/script>/;

/** The words that visitors read now, the charity's own among them. Counts nobody and needs nobody to be signed in. */
const loadWords = async (): Promise<string> => {
  const page = await fetch('/', { credentials: 'omit' });
  return WORDS.exec(await page.text())?.[1] ?? '{}';
};

const start = async (): Promise<void> => {
  const place = document.getElementById('words');
  const root = document.getElementById('app');
  if (place === null || root === null) return;
  place.textContent = await loadWords();
  // Its parts read the words when they are loaded.
  const { showPreview } = await import('./show-preview');
  showPreview(root, window.parent);
};

// Without words nothing is drawn: the console says that there is no preview.
void start().catch(() => {});
