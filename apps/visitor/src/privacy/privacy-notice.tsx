import { VISITOR_DATA_KINDS } from '@warmline/vocabulary';
import { words } from '../language/catalogue';
import { usePage } from '../page/page-context';

/** What this service stores about a chat, and for how long: one line for each kind of the data map. */
export const PrivacyNotice = () => {
  const { visit } = usePage();
  const { before, privacy } = words;
  const { keepsDays } = visit.opening;
  return (
    <>
      <p>{privacy.lead}</p>
      <ul aria-label={privacy.open}>
        {VISITOR_DATA_KINDS.map((kind) => (
          <li key={kind}>{privacy.kinds[kind]}</li>
        ))}
      </ul>
      <p>{privacy.not}</p>
      {keepsDays !== null && <p>{before.kept(keepsDays)}</p>}
      <p>{privacy.left}</p>
      <p>{privacy.read}</p>
    </>
  );
};
