import type { SetupList } from '@warmline/contracts';
import { OneOf, TextField, Tick } from '@warmline/ui';
import { languagesOf, progressOf, type Sought } from './find-rows';
import { languageOf } from './setup-told';
import { setupWords } from './setup-words';

/** No language is called this. */
const ALL = '*';

interface RowFinderProps {
  readonly list: SetupList;
  readonly sought: Sought;
  readonly shown: number;
  readonly onChange: (sought: Sought) => void;
}

/** Above a long list: which of its rows are shown. */
export const RowFinder = ({ list, sought, shown, onChange }: RowFinderProps) => {
  const languages = languagesOf(list);
  return (
    <div className="setup__finder" role="search" aria-label={setupWords.search}>
      <TextField
        label={setupWords.search}
        type="search"
        value={sought.text}
        onChange={(text) => onChange({ ...sought, text })}
      />
      {languages.length === 0 ? null : (
        <OneOf
          label={setupWords.ofLanguage}
          choices={[
            { value: ALL, label: setupWords.allLanguages },
            ...languages.map((value) => ({ value, label: languageOf(value) })),
          ]}
          value={sought.language ?? ALL}
          onChange={(language) => onChange({ ...sought, language: language === ALL ? null : language })}
        />
      )}
      {list.defaults === 'only' ? (
        <Tick
          label={setupWords.onlyOwn}
          isTicked={sought.onlyOwn}
          onChange={(onlyOwn) => onChange({ ...sought, onlyOwn })}
        />
      ) : null}
      <p className="setup__shown" role="status">
        {setupWords.shown(shown, list.rows.length)}
      </p>
      {progressOf(list).map(({ language, said, all }) => (
        <p key={language} className="setup__shown">
          {said === all
            ? setupWords.wholeLanguage(languageOf(language))
            : setupWords.partOfLanguage(languageOf(language), said, all)}
        </p>
      ))}
    </div>
  );
};
