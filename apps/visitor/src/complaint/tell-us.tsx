import { useState } from 'preact/hooks';
import { words } from '../language/catalogue';
import { usePage } from '../page/page-context';
import { useSignal } from '../page/use-signal';

/** A way to complain that needs no chat and no name. Its form is in the later parts, fetched when it is opened. */
export const TellUs = () => {
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
      <summary>{words.complaint.open}</summary>
      {isOpen && (parts === null ? <p>{words.starting.lead}</p> : <parts.TellUsForm />)}
    </details>
  );
};
