import { useState } from 'preact/hooks';
import { words } from '../language/catalogue';
import { usePage } from '../page/page-context';
import { useSignal } from '../page/use-signal';

/** Opens what is stored and for how long. It is in the later parts, fetched when it is opened. */
export const PrivacyLink = () => {
  const { later } = usePage();
  const parts = useSignal(later.parts);
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      class="more"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        later.load();
      }}
    >
      <summary>{words.privacy.open}</summary>
      {isOpen && (parts === null ? <p>{words.starting.lead}</p> : <parts.PrivacyNotice />)}
    </details>
  );
};
