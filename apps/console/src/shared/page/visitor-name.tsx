import { commonWords } from '../i18n/common-words';
import { isUnnamed, visitorCalled } from '../i18n/visitor-name';
import './visitor-name.css';

interface VisitorNameProps {
  /** As the visitor gave it; '' where they gave none. */
  readonly name: string;
  /** Gives a visitor without a name their alias; left out where only one visitor can be meant. */
  readonly conversationId?: string;
  readonly className?: string;
}

/** A visitor may choose any name, also a responder's: this mark is the page's own. None beside "Visitor" itself. */
export const VisitorMark = ({ name }: Pick<VisitorNameProps, 'name'>) =>
  isUnnamed(name) ? null : (
    <>
      {' '}
      <span className="visitor-mark">{commonWords.visitor}</span>
    </>
  );

/** A visitor where their name is by itself, never without its mark. */
export const VisitorName = ({ name, conversationId, className }: VisitorNameProps) => (
  <span className={className}>
    <bdi>
      {conversationId === undefined ? name || commonWords.unnamed : visitorCalled(name, conversationId)}
    </bdi>
    <VisitorMark name={name} />
  </span>
);
