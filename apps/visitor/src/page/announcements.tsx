import { usePage } from './page-context';
import { useSignal } from './use-signal';

export const Announcements = () => {
  const text = useSignal(usePage().announcer.text);
  return (
    <div class="unseen" role="status" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  );
};
