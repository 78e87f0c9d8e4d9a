import { usePage } from './page-context';
import { useCell } from './use-signal';

export const Announcements = () => {
  const text = useCell(usePage().announcer.text);
  return (
    <div class="unseen" role="status" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  );
};
