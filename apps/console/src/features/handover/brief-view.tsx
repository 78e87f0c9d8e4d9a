import type { Brief } from '@warmline/contracts';
import { Shade } from '../../shared/page/shade';
import { handoverReceiveWords } from './handover-receive-words';
import { handoverFormWords } from './handover-words';
import './brief-view.css';

/** What is asked of the reader comes first: on a small screen the rest is reached by scrolling. */
const PARTS = ['request', 'situation', 'background', 'safety'] as const satisfies readonly (keyof Brief)[];

/** The four parts as they were written, or that the brief cannot be opened. */
export const BriefView = ({ brief }: { readonly brief: Brief | null }) =>
  brief === null ? (
    <p>{handoverReceiveWords.briefUnreadable}</p>
  ) : (
    <Shade isSmall>
      <dl className="brief">
        {PARTS.map((part) => (
          <div key={part} className="brief__part">
            <dt>{handoverFormWords[part]}</dt>
            <dd dir="auto">{brief[part].trim() || handoverReceiveWords.briefEmpty}</dd>
          </div>
        ))}
      </dl>
    </Shade>
  );
