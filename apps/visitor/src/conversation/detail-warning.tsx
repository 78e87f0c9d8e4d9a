import { useLayoutEffect, useRef } from 'preact/hooks';
import { locale, words } from '../language/catalogue';
import type { ContactDetail } from './contact-details';

interface DetailWarningProps {
  readonly details: readonly ContactDetail[];
  readonly onSend: () => void;
  readonly onChange: () => void;
}

/** Said on this device, before anything is sent. */
export const DetailWarning = ({ details, onSend, onChange }: DetailWarningProps) => {
  const { detailsTitle, details: names, detailsText, sendAnyway, change } = words.composer;
  const named = new Intl.ListFormat(locale.formats).format(details.map((detail) => names[detail]));
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <div class="notice" role="alertdialog" aria-labelledby="detail-title" aria-describedby="detail-text">
      <p>
        <b id="detail-title">{detailsTitle(named)}</b> <span id="detail-text">{detailsText}</span>
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
