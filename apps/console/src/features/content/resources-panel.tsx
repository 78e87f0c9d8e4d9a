import { useRef, useState } from 'react';
import { Button, Empty, TextField } from '@warmline/ui';
import type { Resource } from '../../shared/content/content-query';
import { fitsSearch } from '../../shared/content/search-words';
import { useAsked, useDeskView } from '../../shared/desk/desk-view';
import { dayWords } from '../../shared/i18n/moment-words';
import { WithContent } from './content-states';
import { contentWords } from './content-words';
import { usePutInReply } from './put-in-reply';
import './panels.css';
import { resourceAsReply } from './resource-as-reply';

const textOf = ({ name, description, url, phone }: Resource): string =>
  [name, description, url ?? '', phone ?? ''].join(' ');

interface ResourceCardProps {
  readonly resource: Resource;
  readonly isAdded: boolean;
  readonly onPut: (() => void) | null;
}

const ResourceCard = ({ resource, isAdded, onPut }: ResourceCardProps) => (
  <li className="content-card">
    <h3 className="content-card__title">{resource.name}</h3>
    <p className="content-card__words">{resource.description}</p>
    <dl className="content-card__facts">
      {resource.phone === null ? null : (
        <div>
          <dt>{contentWords.phone}</dt>
          <dd>
            <a href={`tel:${resource.phone.replaceAll(' ', '')}`}>
              <bdi dir="ltr">{resource.phone}</bdi>
            </a>
          </dd>
        </div>
      )}
      {resource.hours === '' ? null : (
        <div>
          <dt>{contentWords.hours}</dt>
          <dd>{resource.hours}</dd>
        </div>
      )}
    </dl>
    {resource.url === null ? null : (
      <p className="content-card__link">
        <a href={resource.url} target="_blank" rel="noopener noreferrer">
          {resource.url}
        </a>
      </p>
    )}
    <div className="content-card__foot">
      <span>{contentWords.reviewed(resource.source, dayWords(resource.reviewedOn))}</span>
      {onPut === null ? null : (
        <Button size="small" onPress={onPut}>
          {contentWords.toReply}
        </Button>
      )}
    </div>
    {isAdded ? (
      <p className="content-card__added" role="status">
        {contentWords.added}
      </p>
    ) : null}
  </li>
);

/** Goes to the search box when the person asked for it, with the words they asked for. */
const useAskedSearch = (search: (words: string) => void) => {
  const box = useRef<HTMLInputElement>(null);
  const words = useDeskView((view) => view.resourcesSearch);
  useAsked('resourcesAsked', () => {
    if (words !== '') search(words);
    box.current?.focus();
  });
  return box;
};

/** Vetted places to go, by a few words. `conversationId` is whose reply they go into. */
export const ResourcesPanel = ({ conversationId }: { readonly conversationId: string | null }) => {
  const [asked, setAsked] = useState('');
  const { addedKey, put } = usePutInReply(conversationId);
  // The next search begins afresh, and finds what was just used as well.
  const use = (resource: Resource): void => {
    put(resource.id, resourceAsReply(resource));
    setAsked('');
  };
  const box = useAskedSearch(setAsked);
  return (
    <div className="panel">
      <h2 className="ui-unseen">{contentWords.resources}</h2>
      <TextField
        label={contentWords.searchResources}
        hint={conversationId === null ? contentWords.noConversation : contentWords.searchHint}
        type="search"
        value={asked}
        onChange={setAsked}
        inputRef={box}
      />
      <WithContent>
        {({ resources }) => {
          const found = resources.filter((resource) => fitsSearch(asked, textOf(resource)));
          if (resources.length === 0) return <Empty icon="book" title={contentWords.noneYet} />;
          if (found.length === 0)
            return (
              <Empty icon="search" title={contentWords.noResources}>
                {contentWords.noResourcesMore}
              </Empty>
            );
          return (
            <ul className="panel__list">
              {found.map((resource) => (
                <ResourceCard
                  key={resource.id}
                  resource={resource}
                  isAdded={addedKey === resource.id}
                  onPut={conversationId === null ? null : () => use(resource)}
                />
              ))}
            </ul>
          );
        }}
      </WithContent>
    </div>
  );
};
