import { TellUs } from '../complaint/tell-us';
import { locale, words } from '../language/catalogue';
import { usePage } from '../page/page-context';
import { ScreenHeading } from '../page/screen-heading';

interface MoreProps {
  readonly label: string;
  readonly lines: readonly string[];
}

const More = ({ label, lines }: MoreProps) => (
  <details class="more">
    <summary>{label}</summary>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </details>
);

/** What the charity itself adds, where it adds anything. */
const CharityPrivacy = () => {
  const { name, privacy } = locale.charity;
  return (
    <>
      {privacy.text !== '' && <p dir="auto">{privacy.text}</p>}
      {privacy.url !== '' && (
        <p>
          <a href={privacy.url} target="_blank" rel="noopener noreferrer">
            {words.before.ofCharity(name)}
          </a>
        </p>
      )}
    </>
  );
};

export const BeforeScreen = () => {
  const { visit } = usePage();
  const { before } = words;
  const { keepsDays } = visit.opening;
  const kept = keepsDays === null ? [] : [before.kept(keepsDays)];
  return (
    <div class="screen">
      <ScreenHeading text={before.title} />
      <h2>{before.privateLead}</h2>
      <p>{before.privateText}</p>
      <p class="tell">
        <b>{before.tellLead}</b> {before.tellText}
      </p>
      <h2>{before.knowLead}</h2>
      <p>
        {before.knowText} {locale.addressStatement}
      </p>
      <CharityPrivacy />
      <h2>{before.deviceLead}</h2>
      <p>{visit.opening.keepsReloads ? before.deviceReload : before.deviceNothing}</p>
      <More label={before.morePrivacy} lines={[...before.privacy, ...kept]} />
      <More label={before.moreSafety} lines={before.safety} />
      <TellUs />
      <div class="row">
        <button type="button" class="main" onClick={() => visit.goTo('safety_question')}>
          {before.continue}
        </button>
        <button type="button" class="quiet" onClick={() => visit.goTo('arrive')}>
          {before.back}
        </button>
      </div>
    </div>
  );
};
