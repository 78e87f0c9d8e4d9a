import { splitLinks } from '@warmline/client';
import { revealHidden } from '@warmline/vocabulary';

/** A message as plain text. Web addresses are links, which tell the other site nothing about this page. */
export const MessageText = ({ body }: { readonly body: string }) => (
  <p className="thread__body" dir="auto">
    {splitLinks(revealHidden(body)).map(({ text, href }, index) =>
      href === null ? (
        text
      ) : (
        <a key={index} href={href} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      ),
    )}
  </p>
);
