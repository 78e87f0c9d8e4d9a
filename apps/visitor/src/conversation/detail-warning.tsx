import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../language/catalogue';
import type { ContactDetail } from './contact-details';

interface DetailWarningProps {
  readonly detail: ContactDetail;
  readonly onSend: () => void;
  readonly onChange: () => void;
}

/** Said on this device, before anything is sent. */
export const DetailWarning = ({ detail, onSend, onChange }: DetailWarningProps) => {
  const { detailsTitle, details, detailsText, sendAnyway, change } = words.composer;
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <div class="notice" role="alertdialog" aria-labelledby="detail-title" aria-describedby="detail-text">
      <p>
        <b id="detail-title">{detailsTitle(details[detail])}</b> <span id="detail-text">{detailsText}</span>
      </p>
      <div class="row">
        <button ref={first} type="button" onClick={onChange}>
          {change}
        </button>
        <button type="button" class="quiet" onClick={onSend}>
          {sendAnyway}
        </button>
      </div>
    </div>
  );
};
